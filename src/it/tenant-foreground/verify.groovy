// The goal runs until it is stopped, so it is started here, beside other builds that use the same tenant.
def mvn = new File(System.getProperty('maven.home'), 'bin/mvn' + (File.separatorChar == '\\' as char ? '.cmd' : ''))
def command = { String... goals ->
    [mvn.path, '-B', '-s', new File(basedir.parentFile, 'interpolated-settings.xml').path,
            "-Dmaven.repo.local=${localRepositoryPath}".toString(), *goals]
}
def run = { String... goals ->
    def process = new ProcessBuilder(command(goals)).directory(basedir).redirectErrorStream(true).start()
    process.outputStream.close()
    def text = process.inputStream.getText('UTF-8')
    assert process.waitFor() == 0 : text
    text
}

def tenant = new ProcessBuilder(command('cxone:tenant', '-Dcxone.tenantPort=0')).directory(basedir).redirectErrorStream(true).start()
def lines = []
def reader = tenant.inputStream.newReader('UTF-8')
try {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines << line
        if (line.contains('Stop it with Ctrl-C')) break
    }
    def text = lines.join('\n')
    def url = (text =~ /Local tenant started at (http:\/\/127\.0\.0\.1:\d+)/)[0][1]
    assert text.contains('Serving the handler at http://127.0.0.1:18790/echo')
    assert text.contains('Credentials in ')

    // Another build finds it, deploys to it, and executes there; the handler is served by the tenant's process.
    def deployed = run('cxone:deploy')
    assert deployed.contains("Local tenant already running at ${url}")
    assert deployed =~ /Echo 1\.0\.0 created/
    def executed = run('cxone:execute')
    assert executed.contains('Something listens at http://127.0.0.1:18790/echo already; it is used as it is')
    assert executed.contains('Executed 1 fixture: 1 success, 0 error')
} finally {
    tenant.toHandle().destroy() // Process.destroy would close its output, too.
    reader.text
    tenant.waitFor()
}
// It ended cleanly: the next build starts a tenant of its own on the same data.
def metrics = run('cxone:metrics')
assert metrics.contains('Local tenant started at')
assert metrics =~ /1\.0\.0 +1 +0\.00 %/

return true
