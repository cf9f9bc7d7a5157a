// What a developer sees: a page that says what to type, and what Maven does, appearing on it.
import io.github.cxonetools.report.Browser
import org.opentest4j.TestAbortedException

def browser
try {
    browser = Browser.open()
} catch (TestAbortedException e) {
    println "Skipped: ${e.message}"
    return true
}

def mvn = new File(System.getProperty('maven.home'), 'bin/mvn' + (File.separatorChar == '\\' as char ? '.cmd' : ''))
def start = { String... goals ->
    def command = [mvn.path, '-B', '-s', new File(basedir.parentFile, 'interpolated-settings.xml').path,
            "-Dmaven.repo.local=${localRepositoryPath}".toString(), *goals]
    def process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).start()
    process.outputStream.close()
    process
}
def run = { String... goals ->
    def process = start(goals)
    def text = process.inputStream.getText('UTF-8')
    assert process.waitFor() == 0 : text
    text
}
def eventually = { String script, Object expected ->
    def deadline = System.nanoTime() + 20_000_000_000L
    def value = { browser.run("try { ${script} } catch (e) { return String(e); }".toString()) }
    while (value() != expected && System.nanoTime() < deadline) {
        Thread.sleep(50)
    }
    assert value() == expected : script
}
// The executions that the first chart shows: all its marks together.
def marks = '''
    const chart = Chart.getChart('chart-count');
    return chart ? chart.data.datasets.flatMap(d => d.data).reduce((a, b) => a + b, 0) : 0;'''

def tenant = start('cxone:tenant', '-Dcxone.tenantPort=0')
try {
    def reader = tenant.inputStream.newReader('UTF-8')
    def page = null
    def lines = []
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines << line
        if (line.contains('Its page: ')) page = line.substring(line.indexOf('http'))
        if (line.contains('Stop it with Ctrl-C')) break
    }
    assert page : lines.join('\n')
    Thread.startDaemon { reader.eachLine { } }

    browser.show(URI.create(page), 'light', 1280)
    eventually("return document.getElementById('no-actions').checkVisibility()", true)
    assert browser.run("return document.getElementById('no-actions').innerText").contains('mvn deploy -Dcxone.baseUrl=local')

    run('deploy', '-Dcxone.baseUrl=local')
    eventually("return Array.from(document.querySelectorAll('#actions a span'), s => s.textContent).join(' ')", 'Echo 1.0.0')
    assert browser.run(marks) == 0

    // The newest action is selected, and the project's own fixture is proposed.
    eventually("return document.getElementById('action-title').textContent", 'Echo 1.0.0')
    eventually("return document.querySelector('#source option:checked').textContent", 'hello')
    eventually("return 'text' in JSON.parse(document.getElementById('payload').value)", true)
    browser.run('document.getElementById("payload").value = JSON.stringify({text: "from the page"})')
    browser.run("document.getElementById('send').click()")
    eventually("return JSON.parse(document.querySelector('#result pre').textContent).text", 'from the page')
    eventually(marks, 1L)

    run('cxone:execute', '-Dcxone.baseUrl=local')
    eventually(marks, 2L)
    eventually("return document.querySelectorAll('#latest tr').length", 2L)
    assert browser.complaints().empty
} finally {
    browser.close()
    tenant.toHandle().destroy()
    tenant.waitFor()
}

return true
