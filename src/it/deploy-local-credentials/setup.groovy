// The real tenant: whatever it hears is too much.
def heard = Collections.synchronizedList([])
def socket = new ServerSocket(0, 50, InetAddress.loopbackAddress)
Thread.startDaemon {
    while (!socket.closed) {
        try {
            socket.accept().withCloseable { heard << it.inputStream.newReader().readLine() }
        } catch (SocketException closed) {
            return
        }
    }
}
context.put('socket', socket)
context.put('heard', heard)
new File(basedir, 'test.properties').text = "tenant.url=http://127.0.0.1:${socket.localPort}\n"
return true
