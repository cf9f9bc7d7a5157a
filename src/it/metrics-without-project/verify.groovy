// Without a POM, in a folder of its own, by full coordinates.
def elsewhere = new File(basedir, 'elsewhere')
elsewhere.mkdirs()
def mvn = new File(System.getProperty('maven.home'), 'bin/mvn' + (File.separatorChar == '\\' as char ? '.cmd' : ''))
def version = (new File(basedir, 'pom.xml').text =~ /cxone-maven-plugin<\/artifactId>\s*<version>([^<]+)/)[0][1]
def run = { int expected, String goal, String... options ->
    def process = new ProcessBuilder([mvn.path, '-B', '-s', new File(basedir.parentFile, 'interpolated-settings.xml').path,
            "-Dmaven.repo.local=${localRepositoryPath}".toString(), "io.github.cxonetools:cxone-maven-plugin:${version}:${goal}".toString(),
            '-Dcxone.baseUrl=local', "-Dcxone.tenantDirectory=${new File(basedir, '.cxone/tenant')}".toString(), *options])
            .directory(elsewhere).redirectErrorStream(true).start()
    process.outputStream.close()
    def text = process.inputStream.getText('UTF-8')
    assert process.waitFor() == expected : text
    text
}

def log = new File(basedir, 'build.log').getText('UTF-8')
def id = (log =~ /Echo 1\.0\.0 created \(id ([^)]+)\)/)[0][1]

// All actions of the project, and several by name.
def tables = { String text -> text.readLines().findAll { it ==~ /\[INFO] (Echo|Shout|  1\.0\.0 .*|  no executions)/ }*.replaceAll(/ +/, ' ') }
def both = tables(log)
assert both.size() == 4
assert both[0..1].join('\n').startsWith('[INFO] Echo\n[INFO] 1.0.0 1 0 %')
assert both[2..3] == ['[INFO] Shout', '[INFO] no executions']
assert tables(run(0, 'metrics', '-Dcxone.action=Shout, Echo'))[0..1] == both[2..3]
def results = new groovy.json.JsonSlurper().parse(new File(elsewhere, 'cxone/metrics.json'))
assert results.actions*.action == ['Shout', 'Echo']

assert run(0, 'metrics', '-Dcxone.action=Echo') =~ /1\.0\.0 +1 +0 %/
assert new File(elsewhere, 'cxone/metrics.json').file
assert run(1, 'metrics').contains('Metrics of what? Without a project, name actions of the tenant: -Dcxone.action=<name>, or -Dcxone.actionId=<id>')

// An id says which action is evaluated, whose name nobody gave.
def gate = run(1, 'metrics', "-Dcxone.actionId=${id}".toString(), '-Dcxone.newVersion=1.0.0', '-Dcxone.minExecutions=2', '-Dcxone.waitFor=PT0S')
assert gate.contains('Echo 1.0.0 was not evaluated by the gate')
assert gate.contains('minExecutions not evaluated: 1 execution in ')
assert run(1, 'metrics', "-Dcxone.actionId=${id}".toString(), '-Dcxone.maxErrorRate=0').contains(
        'Which version does the gate evaluate? Without a project, set -Dcxone.newVersion=<version>')

def payloads = new File(elsewhere, 'src/test/cxone/Echo')
payloads.mkdirs()
new File(payloads, 'again.json').text = '{"text": "again"}'
assert run(0, 'execute', "-Dcxone.actionId=${id}".toString()).contains('Executed 1 fixture: 0 success, 1 error')

// What the tenant has, and whose receipts it then has here.
def pulled = run(0, 'pull', '-Dcxone.adopt')
assert pulled.contains('2 versions in cxone/tenant: 2 written, 0 unchanged')
assert pulled.contains('<handlerUrl>http://127.0.0.1:18792/echo</handlerUrl>')
assert pulled.contains('Adopted in .cxone/receipts.json: 2 versions')
assert new groovy.json.JsonSlurper().parse(new File(elsewhere, '.cxone/receipts.json')).receipts*.id.contains(id)
assert run(0, 'pull', '-Dcxone.adopt', '-Dcxone.action=Echo').contains('1 version in cxone/tenant: 0 written, 1 unchanged')
assert run(1, 'pull', '-Dcxone.versions=9').contains('has no version 9 of what is to be pulled. It has: 1.0.0')
assert run(1, 'init', '-Dcxone.action=String').contains("a class String would stand in the way of Java's own")

// The way back: to a version that must be named, here the one that is active.
assert run(1, 'rollback', '-Dcxone.action=Echo').contains('Which version of Echo goes out of use? Without a project, set -Dcxone.newVersion=<version>')
assert run(1, 'rollback', '-Dcxone.action=Echo', '-Dcxone.newVersion=1.0.0').contains('Echo 1.0.0 is the lowest release in the tenant, so there is none to go back to')
assert run(0, 'rollback', '-Dcxone.action=Echo', '-Dcxone.toVersion=1.0.0') =~ /Echo +1\.0\.0 +stays active/

assert run(0, 'version', '-Dcxone.action=Echo', '-Dcxone.newVersion=2.0.0').contains("Echo 1.0.0 (id ${id}) moves to 2.0.0")
assert run(0, 'deprecate', "-Dcxone.actionId=${id}".toString()).contains("Echo 2.0.0 (id ${id}) is marked deprecated")
// Nothing but results: no folder named after an expression that nobody resolved.
assert elsewhere.list().every { it in ['cxone', '.cxone', 'src'] } : elsewhere.list()

return true
