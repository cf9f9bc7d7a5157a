// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 3
assert runs[0] =~ /Echo 1\.0\.0 created \(id /
// Everything that a build does, over loopback.
assert runs[1].contains('Echo 1.0.0: 1 fixture passed')
assert runs[1] =~ /Echo 1\.0\.0 is up to date/
assert runs[1].contains('Executed 1 fixture: 1 success, 0 error')
assert new File(basedir, 'target/cxone/metrics.json').exists()
assert !runs[1].contains('Download')

assert runs[2].contains('got no answer from api-us-1.nicecxone.com: the host name is unknown')

return true
