context.get('server').stop(0)
// One text for each invocation, in order; of each, what a module said.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert runs.size() == 2
def failure = { String run, String module -> run.readLines().find { it.contains("on project ${module}:") } }
def said = { String run, String module ->
    def parts = run.split(/\[INFO\] -+< com\.example\.repositories:/)
    parts.find { it.startsWith(module + ' >') }
}
def coordinates = 'com.example.repositories:'

assert failure(runs[0], 'unauthorized') =~ /Nobody knows the releases of com\.example\.repositories:unauthorized: central \(http:\/\/127\.0\.0\.1:\d+\/401\) answered 401: check the <server> central in settings\.xml/
assert failure(runs[0], 'broken') =~ /central \(http:\/\/127\.0\.0\.1:\d+\/500\) answered 500: try again/
assert failure(runs[0], 'page') =~ /central \(http:\/\/127\.0\.0\.1:\d+\/page\) cannot be read: maven-metadata\.xml /
assert failure(runs[0], 'no-jar').contains(coordinates + 'no-jar:1.0.0 is listed, and yet in none of the repositories')
assert failure(runs[0], 'no-contracts').contains(coordinates + 'no-contracts:1.0.0 (central) carries no contracts in META-INF/cxone')
assert failure(runs[0], 'leads-out').contains('the jar has an entry that leads out of it, ../../evil.txt')
assert failure(runs[0], 'newer').contains('is of format 99, which a newer cxone-maven-plugin wrote')
assert failure(runs[0], 'installed').contains(coordinates + 'installed:1.0.0 is in none of the repositories')
assert failure(runs[0], 'installed-alone') == null
assert said(runs[0], 'installed-alone').contains(coordinates + 'installed-alone was never released (asked: outer, central): there is nothing to compare with')
assert failure(runs[0], 'in-range') == null
assert said(runs[0], 'in-range').contains('against ' + coordinates + 'in-range:1.0.0 (central): compatible')
assert failure(runs[0], 'in-no-range').contains('No release of ' + coordinates + 'in-no-range before this version is in [1.2,2.0). There are 1.0.0, 1.0.5. Correct cxone.baseline')
assert failure(runs[0], 'ignored') == null
assert said(runs[0], 'ignored') =~ /\[INFO\] No contracts are recorded in src\/main\/cxone\/baseline\./
assert failure(runs[0], 'mistyped').contains('cxone.baseline has "relaese", which is not a version. Did you mean release?')
assert failure(runs[0], 'gone').contains('Lost 1.1.0-SNAPSHOT needs 2.0.0')
assert failure(runs[0], 'gone').contains('the action is gone')
assert failure(runs[0], 'accepted-until').contains('accepted-until 1.1.0-SNAPSHOT needs 2.0.0')
assert said(runs[0], 'accepted-until').contains('was accepted until 2020-12-31 (Nobody sends numbers.)')

// One dead repository is said, and does not fail it where another has the jar.
assert failure(runs[0], 'half-dead') == null
assert said(runs[0], 'half-dead') =~ /WARNING.* central .* answered 500/
assert said(runs[0], 'half-dead').contains('half-dead 1.0.0 -> 1.1.0-SNAPSHOT, against ' + coordinates + 'half-dead:1.0.0 (releases): compatible')
assert failure(runs[0], 'candidate') == null
assert said(runs[0], 'candidate').contains('against ' + coordinates + 'candidate:1.0.0 (central)')
// Without a pattern a release candidate is a release like others, and it is said how to leave it out.
assert failure(runs[0], 'candidate-alone') == null
assert said(runs[0], 'candidate-alone').contains('against ' + coordinates + 'candidate-alone:1.1.0-rc1 (central)')
assert said(runs[0], 'candidate-alone').contains(coordinates + 'candidate-alone:1.1.0-rc1 is a release candidate. To compare with final releases alone, set cxone.baselineVersionPattern, for example to [0-9.]+')
assert !said(runs[0], 'candidate').contains('is a release candidate')
assert failure(runs[0], 'tolerant') == null
assert said(runs[0], 'tolerant') =~ /WARNING.* Undecided: Nobody knows the releases of /
assert failure(runs[0], 'unrecorded') == null
assert said(runs[0], 'unrecorded').contains(coordinates + 'unrecorded was never released')
assert said(runs[0], 'unrecorded') =~ /WARNING.* No contracts are recorded in src\/main\/cxone\/baseline\. .*mvn process-classes cxone:check -Dcxone\.record/

assert failure(runs[1], 'broken').contains('Maven is offline (-o), and ')
assert failure(runs[1], 'half-dead') == null
assert said(runs[1], 'half-dead').contains('(releases): compatible')
assert said(runs[1], 'tolerant') =~ /WARNING.* Undecided: .*Maven is offline/

return true
