// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

def log = runs[0]
def url = (log =~ /this module's goals speak to the local tenant at (http:\/\/127\.0\.0\.1:(\d+))/)[0]
assert log.contains("tests find ${url[1]} on port ${url[2]} with ${new File(basedir, '.cxone/tenant/credentials.json')}")
// Between start and stop: the local tenant, with its own credentials, at once.
assert log =~ /Echo 1\.0\.0 created \(id /
assert log.contains('Executed 2 fixtures: 1 success, 1 error')
// The handler's first call takes longer than timeoutMs, and is marked; what it throws is shown where it was thrown.
assert log =~ /Echo\/hello\s.*\(cold start\)/
assert log =~ /Echo\/no-text\s.*HTTP 500: java\.lang\.IllegalStateException: no text/
assert log.count('at com.example.Echo.apply(Echo.java:16)') == 2 : 'the handler\'s log, and what execute says'
assert !log.contains('execution.worker')
// Afterwards: where the POM says.
assert log.contains("This module's goals go where the POM says again")
assert log.indexOf('where the tenant http://127.0.0.1:1 does not reach it') > log.indexOf('go where the POM says again')
assert !log.contains('it-s3cr3t')
assert !log.contains('a test failed')

// When tests fail, stop-tenant is never reached; the build's end takes everything back.
log = runs[1]
assert log =~ /Echo 1\.0\.0 is up to date \(id /
assert log.contains('a test failed')
assert !log.contains("This module's goals go where the POM says again")
assert !new File(basedir, '.cxone/tenant/tenant.json').exists()
new ServerSocket(18791, 1, InetAddress.getByName('127.0.0.1')).close()

return true
