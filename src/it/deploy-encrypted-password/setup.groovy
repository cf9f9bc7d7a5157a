import com.sun.net.httpserver.HttpServer

// A tenant that takes one client and everything that it creates.
def secret = 'it s3cr3t/+&=%'
def token = 'it-t0ken/with+signs='
def seen = Collections.synchronizedList([])
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
def created = Collections.synchronizedList([])
server.createContext('/') { exchange ->
    def body = exchange.requestBody.getText('UTF-8')
    def path = exchange.requestURI.path
    def authorization = exchange.requestHeaders.getFirst('Authorization')
    seen << [method: exchange.requestMethod, path: path, authorization: authorization, body: body]
    def (status, text) = path == '/oauth/token'
            ? (body.contains(URLEncoder.encode(secret, 'UTF-8'))
                    ? [200, '{"access_token":"' + token + '","expires_in":3600,"scope":"data-actions:read data-actions:write"}']
                    : [401, '{"error":"invalid_client"}'])
            : authorization != 'Bearer ' + token ? [401, '{"message":"no token"}']
            : exchange.requestMethod == 'POST'
                    ? { created << body[0..-2] + ',"id":"it-id"}'; [201, created[-1]] }.call()
                    : [200, '{"entities":[' + created.join(',') + '],"pageNumber":1,"pageSize":100,"total":' + created.size() + '}']
    byte[] answer = text.getBytes('UTF-8')
    exchange.responseHeaders.set('Content-Type', 'application/json')
    exchange.sendResponseHeaders(status, answer.length)
    exchange.responseBody.withCloseable { it.write(answer) }
}
server.start()
context.put('server', server)
context.put('seen', seen)
new File(basedir, 'test.properties').text = "tenant.url=http://127.0.0.1:${server.address.port}\n"
return true
