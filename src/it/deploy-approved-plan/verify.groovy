// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 5
assert runs[0].contains('1 create')

assert runs[1].contains('approved/plan.json no longer holds. Plan again: mvn cxone:plan')
assert runs[1].contains('Echo 1.0.0: its contract has changed since the plan was made')
assert !(runs[1] =~ /Echo 1\.0\.0 created/)

assert runs[2] =~ /Echo 1\.0\.0 created \(id /

assert runs[3].contains('Echo: the tenant has changed since the plan was made')
assert runs[3].contains('Plan again: mvn cxone:plan')

assert runs[4].contains('mvn process-classes cxone:deploy')
assert !new File(basedir, 'target/cxone/deployment.json').exists()

return true
