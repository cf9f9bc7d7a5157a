// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 5
def remedy = 'Run: mvn process-classes cxone:deploy'
assert runs[0].contains('Echo: its contract is missing: there is no ') && runs[0].contains(remedy)
assert runs[1] =~ /Echo +1\.0\.0 +create/
assert runs[2].contains('Echo: the POM changed since its contract was generated. ' + remedy)
assert runs[3].contains('Echo: the classes changed since its contract was generated. ' + remedy)
assert runs[4] =~ /Echo +1\.0\.0 +create/
assert new File(basedir, 'target/classes/later/example/Echo.class').exists()
[0, 2, 3].each { assert runs[it].contains('MojoFailureException') }

assert !new File(basedir, 'build.log').text.contains('at io.github.cxonetools')

return true
