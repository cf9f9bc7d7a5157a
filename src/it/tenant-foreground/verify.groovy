// The goal runs until it is stopped, so it is started here, beside other builds that use the same tenant.
import groovy.json.JsonSlurper

def mvn = new File(System.getProperty('maven.home'), 'bin/mvn' + (File.separatorChar == '\\' as char ? '.cmd' : ''))
def start = { String... goals ->
    def command = [mvn.path, '-B', '-s', new File(basedir.parentFile, 'interpolated-settings.xml').path,
            "-Dmaven.repo.local=${localRepositoryPath}".toString(), *goals]
    def process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).start()
    process.outputStream.close()
    process
}
def finish = { Process process, boolean succeeds = true ->
    def text = process.inputStream.getText('UTF-8')
    assert (process.waitFor() == 0) == succeeds : text
    text
}
def run = { String... goals -> finish(start(goals)) }

// Before a compile there is nothing to serve, and what to type is said.
def classes = new File(basedir, 'target/classes')
assert classes.renameTo(new File(basedir, 'target/away'))
def early = finish(start('cxone:tenant', '-Dcxone.tenantPort=0'), false)
assert early.contains('Echo: handler com.example.Echo is not compiled yet')
assert early.contains('Type: mvn compile cxone:tenant')
assert !early.contains('Serving') && !early.contains('NoClassDefFoundError')
assert new File(basedir, 'target/away').renameTo(classes)

// Where the default port is taken, another one is chosen.
def taken
try {
    taken = new ServerSocket(8787, 1, InetAddress.getByName('127.0.0.1'))
} catch (BindException e) {
    taken = null // Somebody else has it, which is as good.
}
def refused = finish(start('cxone:tenant', '-Dcxone.tenantPort=8787'), false)
assert refused.contains('The local tenant cannot listen on 127.0.0.1:8787')
assert !refused.contains('NoClassDefFoundError') && !refused.contains('Exception in thread')

def tenant = start('cxone:tenant')
def lines = []
def reader = tenant.inputStream.newReader('UTF-8')
// What is awaited is printed within seconds; a tenant that never says it is ended, which ends the reading.
def await = { String said ->
    def guard = new Timer(true)
    guard.runAfter(60_000) { tenant.toHandle().destroy() }
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines << line
        if (line.contains(said)) {
            guard.cancel()
            return
        }
    }
    assert false : "never said '${said}':\n" + lines.join('\n')
}
def post = { String url, String type, String token, String body ->
    def connection = new URL(url).openConnection()
    connection.doOutput = true
    connection.setRequestProperty('Content-Type', type)
    if (token) connection.setRequestProperty('Authorization', 'Bearer ' + token)
    connection.outputStream.withWriter('UTF-8') { it << body }
    new JsonSlurper().parse(connection.inputStream)
}
// The TCP ports that a process and those it started listen on, as the kernel knows them.
def listening = { ProcessHandle handle ->
    def inodes = ([handle] + handle.descendants().toList()).collectMany { each ->
        (new File("/proc/${each.pid()}/fd").listFiles() ?: []).collect { fd ->
            try {
                java.nio.file.Files.readSymbolicLink(fd.toPath()).toString()
            } catch (IOException e) {
                ''
            }
        }.findAll { it.startsWith('socket:[') }.collect { it[8..-2] }
    } as Set
    ['tcp', 'tcp6'].collectMany { table ->
        new File('/proc/self/net/' + table).readLines().drop(1)*.trim()*.split(/\s+/)
                .findAll { it[3] == '0A' && it[9] in inodes }
                .collect { Integer.parseInt(it[1].split(':')[1], 16) }
    } as Set
}
try {
    await('Stop it with Ctrl-C')
    def text = lines.join('\n')
    def url = (text =~ /Local tenant started at (http:\/\/127\.0\.0\.1:\d+)/)[0][1]
    assert text.contains('Serving the handler at http://127.0.0.1:18790/echo')
    assert text.contains('Port 8787 was taken')
    assert text.contains('Credentials in ')
    // Nothing else listens: not the database, not the handlers' JVM.
    if (new File('/proc/self/net/tcp').exists()) {
        assert listening(tenant.toHandle()) == [new URL(url).port, 18790] as Set
    }

    // Typed again, it prints the new address of the page and ends.
    def again = run('cxone:tenant')
    assert again.contains("Local tenant already running at ${url}")
    assert again.contains("Its page: ${url}/?code=")
    assert !again.contains('Stop it with Ctrl-C')

    // Another build finds it, and deploys to it.
    def deployed = run('cxone:deploy')
    assert deployed.contains("Local tenant already running at ${url}")
    def id = (deployed =~ /Echo 1\.0\.0 created \(id ([^)]+)\)/)[0][1]

    // Two builds at once, beside it: one executes there, by the handler that the tenant's process serves; one compiles.
    def echo = new File(basedir, 'src/main/java/com/example/Echo.java')
    echo.text = echo.text.replace('return request;', 'return new Request(request.text() + ", says the new one");')
    def planning = start('process-classes', 'cxone:plan')
    def executed = run('cxone:execute')
    assert executed.contains('Something listens at http://127.0.0.1:18790/echo already; it is used as it is')
    assert executed.contains('Executed 1 fixture: 1 success, 0 error')
    assert finish(planning).contains('Plan for local: 1 up to date; nothing changes')

    // After a compile, the next execution is answered by the new class.
    await('Loaded the classes of tenant-foreground anew')
    def credentials = new JsonSlurper().parse(new File(basedir, '.cxone/tenant/credentials.json'))
    def token = post("${url}/oauth/token", 'application/x-www-form-urlencoded', null,
            "grant_type=client_credentials&client_id=${credentials.clientId}&client_secret=${credentials.clientSecret}").access_token
    def result = post("${url}/local/v1/data-actions/${id}/executions", 'application/json', token, '{"text": "hello"}')
    assert result.output == [text: 'hello, says the new one']
    def metrics = post("${url}/api/v2/analytics/data-actions/details/query", 'application/json', token,
            '{"dateFrom": "2020-01-01T00:00:00Z", "dateTo": "2100-01-01T00:00:00Z", "metrics": ["count"]}')
    assert metrics.data*.count == [2]
} finally {
    tenant.toHandle().destroy() // Process.destroy would close its output, too.
    lines << reader.text
    tenant.waitFor()
    taken?.close()
}
// It ended cleanly, with one line. Maven's console may reset the terminal after it.
assert lines.join('\n').replaceAll(/\u001b\[[0-9;]*m/, '').readLines().findAll().last() == '[INFO] Stopped the local tenant' : lines.join('\n')
assert !new File(basedir, '.cxone/tenant/tenant.json').exists()
new ServerSocket(18790, 1, InetAddress.getByName('127.0.0.1')).close()

return true
