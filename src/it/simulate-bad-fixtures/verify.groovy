// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

def log = runs[0]
assert log =~ /\[ERROR] . Echo\/broken   src\/test\/cxone\/Echo\/broken\.json/
assert log.contains('    validation error: input: / line 2, column ')
assert log =~ /\[ERROR] . Echo\/surprise   src\/test\/cxone\/Echo\/surprise\.json +\d/
assert log.contains('    /output/text   expected "two-9d1e"   was "one-4f2c"')
assert log =~ /    again: mvn cxone:simulate -Dcxone\.fixture='Echo\/surprise'/
assert log.contains('Simulation: 1 passed, 2 failed (2 causes)    Report: target/cxone/simulation.html')
// The exception that ends the build is one line, and says nothing a second time.
assert log =~ /The simulation failed: 1 passed, 2 failed \(2 causes\)\. Report: target\/cxone\/simulation\.html/
assert log.count('two-9d1e') == 1
assert !log.readLines().any { it.startsWith('[') && it.contains('\u001b') }
assert log =~ /Echo 1\.0\.0: 2 of 3 fixtures failed/
assert log.contains('MojoFailureException')

def report = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-cxone.Echo.xml'))
assert report.@tests == '3'
assert report.@failures == '2' || report.@errors.toInteger() + report.@failures.toInteger() == 2

assert !log.contains('at io.github.cxonetools')

// With reportPayloads=none nothing of a payload is in a log, also not in those of the libraries.
assert runs[1] =~ /Echo 1\.0\.0: 2 of 3 fixtures failed/
assert runs[1].contains('[DEBUG]')
['4f2c', '9d1e', '77aa'].each { assert !runs[1].contains(it) }

assert io.github.cxonetools.ReportSchemas.assertAllValid(basedir.toPath()) > 0

return true
