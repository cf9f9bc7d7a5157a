// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

context.get('server').stop(0)
assert runs.size() == 7
assert runs[0].contains('Could not obtain an access token: POST /oauth/token answered 401 (')
assert runs[0].contains('Check the credentials of client it-client, from environment variables CXONE_CLIENT_ID and CXONE_CLIENT_SECRET')
assert runs[0].contains('MojoFailureException')
assert runs[1].contains('Could not obtain an access token: POST /oauth/token got no answer from 127.0.0.1:1 after 2 attempts over ')
assert runs[1].contains('the connection was refused. Check cxone.baseUrl and the proxy in settings.xml')
assert runs[1].contains('MojoExecutionException')
assert runs[2].contains('Maven is offline (-o), and the tenant https://tenant.example.com needs the network. Run without -o, or with -Dcxone.baseUrl=local')
assert runs[2].contains('MojoFailureException')
assert runs[3].contains('cxone.baseUrl "http://tenant.example.com" is plain HTTP, and would send the credentials unprotected. Use https://')
assert runs[3].contains('MojoFailureException')
assert runs[4].contains('cxone:execute sends payloads to a local tenant only, and http://127.0.0.1:')
assert runs[4].contains('MojoFailureException')
assert runs[5].contains('Echo: handlerUrl http://127.0.0.1:8790/echo is on this machine, where the tenant http://127.0.0.1:')
assert runs[5].contains(' does not reach it. Set <handlerUrl> to the HTTPS address where CXone calls the handler, or deploy to the local tenant with -Dcxone.baseUrl=local')
assert runs[6].contains('Echo: handlerUrl https://localhost./echo is on this machine, where the tenant https://api-us-1.nicecxone.com (default; set cxone.baseUrl) does not reach it.')
assert !(runs[5] + runs[6]).contains('token')
runs.each { assert !it.contains('it-s3cr3t') }

assert !new File(basedir, 'build.log').text.contains('at io.github.cxonetools')

return true
