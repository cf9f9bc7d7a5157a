// A proxy that lets nobody through, and notes what it was asked.
def socket = new ServerSocket(0, 50, InetAddress.loopbackAddress)
def heard = Collections.synchronizedList([])
Thread.startDaemon {
    while (!socket.closed) {
        try {
            socket.accept().withCloseable { connection ->
                def lines = []
                def reader = connection.inputStream.newReader('ISO-8859-1')
                for (def line = reader.readLine(); line; line = reader.readLine()) {
                    lines << line
                }
                heard << lines
                def answer = lines[0].contains('ntlm.')
                        ? 'HTTP/1.1 407 No\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n'
                        : 'HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n'
                connection.outputStream.write(answer.getBytes('ISO-8859-1'))
            }
        } catch (SocketException e) {
            // The test is over.
        }
    }
}
new File(basedir, 'global-settings.xml').text = """\
<settings>
  <proxies>
    <proxy>
      <id>for-another-protocol</id>
      <active>true</active>
      <protocol>http</protocol>
      <host>127.0.0.1</host>
      <port>1</port>
    </proxy>
    <proxy>
      <id>the-one</id>
      <active>true</active>
      <protocol>https</protocol>
      <host>127.0.0.1</host>
      <port>${socket.localPort}</port>
      <username>it-user</username>
      <password>proxy-s3cr3t</password>
      <nonProxyHosts>*.direct.example.com</nonProxyHosts>
    </proxy>
  </proxies>
</settings>
"""
context.put('socket', socket)
context.put('heard', heard)
return true
