// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
def heard = context.get('heard')
def port = context.get('socket').localPort
context.get('socket').close()

assert runs.size() == 4
assert runs[0].contains("got no answer from tenant.example.com through the proxy 127.0.0.1:${port}: the proxy answered 403")
assert heard*.first() == ['CONNECT tenant.example.com:443 HTTP/1.1', 'CONNECT ntlm.example.com:443 HTTP/1.1',
        'CONNECT service.example.com:443 HTTP/1.1']
def basic = 'it-user:proxy-s3cr3t'.bytes.encodeBase64().toString()
assert heard[0].contains("Proxy-Authorization: Basic ${basic}" as String)

assert runs[1].contains("the proxy 127.0.0.1:${port} wants NTLM authentication, and only basic authentication is supported")

assert runs[2].contains('got no answer from tenant.direct.example.com: the host name is unknown')

assert runs[3] =~ /Echo\/hello .*\R.* runtime error: java\.io\.IOException: Unexpected response code for CONNECT: 403/
assert heard[2].contains("Proxy-Authorization: Basic ${basic}" as String)

['proxy-s3cr3t', basic, 'it-s3cr3t'].each { secret -> runs.each { assert !it.contains(secret) } }

return true
