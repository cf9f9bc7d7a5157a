// A tenant that gives back the client's secret and its own token, in each spelling, in each place that text can come from.
evaluate(new File(basedir, 'forms.groovy'))
def secret = 'it-s3cr3t' + '/+&=%~Zz9"x'
def token = 'it-t0ken' + '/with+signs=~9'
new File(basedir, 'secret.txt').setText(secret, 'UTF-8')

def all = spellings('it-client', secret) + spellings('it-client', token)
def everything = all.join(' ')
def inLine = { List<String> forms -> forms.findAll { !(it =~ /[\r\n]/) }.join(' ') }
def json = { String value -> groovy.json.JsonOutput.toJson(value) }
def answer = { int status, String body, String headers = '' ->
    "HTTP/1.1 ${status} X\r\nContent-Type: application/json\r\n${headers}Content-Length: ${body.getBytes('UTF-8').length}\r\n\r\n${body}"
}
def places = { String text, String line -> [
        'status-line'   : { "${line}\r\n\r\n" },
        'status-text'   : { "HTTP/1.1 400 ${line}\r\nContent-Length: 0\r\n\r\n" },
        'header'        : { "HTTP/1.1 200 X\r\n${line}\r\n\r\n" },
        'chunk'         : { "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n${line}\r\n" },
        'redirect'      : { answer(302, '', "Location: https://other.example.com/${URLEncoder.encode(text, 'UTF-8')}\r\n") },
        'relative'      : { answer(302, '', "Location: //${line}@other.example.com/\r\n") },
        'retry-after'   : { answer(429, '', "Retry-After: ${line}\r\n") },
        'no-json'       : { answer(200, text) },
        'error-text'    : { answer(400, text) },
        'error-json'    : { answer(400, '{"message":' + json(text) + ',"code":' + json(secret) + '}') },
        'error-fields'  : { answer(400, '{"errors":[{"field":' + json(line) + ',"message":' + json(text) + '}]}') },
        'error-500'     : { answer(500, text) },
        'cut-when-read' : { answer(400, ' ' * ((16 << 10) - secret.length() + 4) + secret + ' ' * 4000) },
        'cut-when-shown': { answer(400, 'x ' * 995 + secret) },
] }
def entity = { String module, String id, String version, String description ->
    '{"id":' + json(id) + ',"name":"' + module + '","version":' + json(version) + ',"isDeprecated":false,"description":' +
            json(description) + ',"handlerUrl":' + json('https://h.example.com/?code=' + everything) + '}'
}
def listed = [
        'listed-version': { answer(200, '{"entities":[' + entity('listed-version', 'id-1', '0.9 ' + everything, everything) + ',' + entity('listed-version', 'id-2', '0.9', everything) + '],"total":2}') },
        'listed-id'     : { answer(200, '{"entities":[' + entity('listed-id', secret, '0.9', '') + '],"total":1}') },
        'listed-field'  : { answer(200, '{"entities":' + json(everything) + ',"total":' + json(everything) + '}') },
]
def ofBoth = places(everything, inLine(all))
// Who refuses a token has not given one.
def ofClient = places(spellings('it-client', secret).join(' '), inLine(spellings('it-client', secret)))
def modules = ofBoth.keySet().collect { 'token-' + it } + ofBoth.keySet().collect { 'list-' + it } + listed.keySet()

def server = new ServerSocket(0, 50, InetAddress.loopbackAddress)
def serve = { Socket socket ->
    socket.withCloseable {
        def input = new BufferedInputStream(socket.inputStream)
        def readLine = {
            def out = new StringBuilder()
            for (int c = input.read(); c != -1 && c != 10; c = input.read()) {
                if (c != 13) {
                    out.append((char) c)
                }
            }
            out.toString()
        }
        def request = readLine().split(' ')
        if (request.length < 2) {
            return
        }
        int length = 0
        for (String header = readLine(); header; header = readLine()) {
            if (header.toLowerCase().startsWith('content-length:')) {
                length = header.substring(15).trim().toInteger()
            }
        }
        input.readNBytes(length)
        def path = request[1]
        def module = path.split('/')[1]
        def isToken = path.endsWith('/oauth/token')
        def content = isToken && !module.startsWith('token-')
                ? answer(200, '{"access_token":' + json(token) + ',"expires_in":3600}', 'Connection: close\r\n')
                : (listed[module] ?: (isToken ? ofClient : ofBoth)[module.replaceFirst('^(token|list)-', '')]).call()
        socket.outputStream.write(content.toString().getBytes('UTF-8'))
        socket.outputStream.flush()
    }
}
Thread.startDaemon {
    while (!server.closed) {
        try {
            def socket = server.accept()
            Thread.startDaemon { try { serve(socket) } catch (IOException ignored) { } }
        } catch (IOException e) { }
    }
}
context.put('server', server)

def plugin = { String configuration -> """<build>
    <plugins>
      <plugin>
        <groupId>io.github.cxonetools</groupId>
        <artifactId>cxone-maven-plugin</artifactId>
        <configuration>${configuration}</configuration>
      </plugin>
    </plugins>
  </build>""" }
def write = { String name, String configuration ->
    new File(basedir, name).mkdir()
    new File(basedir, name + '/pom.xml').text = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>com.example</groupId>
    <artifactId>secrets-everywhere</artifactId>
    <version>1.0.0</version>
  </parent>
  <artifactId>${name}</artifactId>
  <packaging>pom</packaging>
  ${plugin(configuration)}
</project>
"""
}
modules.each { write(it, "<baseUrl>http://127.0.0.1:${server.localPort}/${it}</baseUrl>") }
// CXONE_BASE_URL holds a password.
write('environment', '')
write('local', '<baseUrl>local</baseUrl>')
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('<!--modules-->', (modules + ['environment', 'local']).collect { "<module>${it}</module>" }.join('\n    '))
return true
