import com.sun.net.httpserver.HttpServer

// A tenant that knows nobody.
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.createContext('/') { exchange ->
    byte[] answer = '{"error":"invalid_client","error_description":"no such client"}'.getBytes('UTF-8')
    exchange.responseHeaders.set('Content-Type', 'application/json')
    exchange.sendResponseHeaders(401, answer.length)
    exchange.responseBody.withCloseable { it.write(answer) }
}
server.start()
context.put('server', server)
new File(basedir, 'test.properties').text = "tenant.url=http://127.0.0.1:${server.address.port}\n"
return true
