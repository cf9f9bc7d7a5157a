// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 7
assert runs[0].contains('1 create')

assert runs[1].contains('Tenant and project differ, and cxone.failOnChanges is set')

assert runs[2].contains('approved/plan.json no longer holds. Plan again: mvn cxone:plan')
assert runs[2].contains('Echo 1.0.0: its contract has changed since the plan was made')
assert !(runs[2] =~ /Echo 1\.0\.0 created/)

assert runs[3] =~ /Echo 1\.0\.0 created \(id /

assert runs[4] =~ /Echo 1\.0\.0 \(id [^)]+\) would move to 2\.0\.0/
assert runs[4] =~ /Echo 1\.0\.0 \(id [^)]+\) would be deprecated/
assert runs[4].contains('Dry run: nothing was changed')
// The last of them looks, and finds everything as it was.
assert runs[4].contains('1 up to date; nothing changes')

assert runs[5].contains('Echo: the tenant has changed since the plan was made')
assert runs[5].contains('Plan again: mvn cxone:plan')

assert runs[6].contains('mvn process-classes cxone:deploy')
assert !new File(basedir, 'target/cxone/deployment.json').exists()

assert io.github.cxonetools.ReportSchemas.assertAllValid(basedir.toPath()) > 0

return true
