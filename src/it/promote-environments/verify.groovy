import io.github.cxonetools.client.WireTenant
import tools.jackson.databind.json.JsonMapper

context.get('staging').close()
// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert runs.size() == 3

[['1.0.0', runs[0]], ['1.1.0', runs[1]]].each { version, run ->
    // In staging, and then in production.
    assert (run =~ "Greeting ${version} created").count == 2
    assert run.contains('Executed 1 fixture: 1 success, 0 error')
    assert run.contains("Promoting com.example:promote-environments:${version}")
    assert run.contains('Source tenant http://127.0.0.1:18802\n')
    assert run.contains('for client staging (credentials from environment variables CXONE_SOURCE_CLIENT_ID and CXONE_SOURCE_CLIENT_SECRET_FILE)')
    assert run.contains('The source has it, active, with the same schemas')
    assert run.contains("Greeting ${version} passed the gate")
    assert run.contains("  Greeting ${version}, http://127.0.0.1:18803/Greeting/${version}")
}
assert !runs[0].contains('Greeting 1.0.0 deprecated')
assert runs[1] =~ /Greeting 1\.0\.0 deprecated \(id /

assert runs[2] =~ /Greeting +1\.0\.0 +activate /
assert runs[2] =~ /(?s)Greeting 1\.0\.0 activated \(id .*Greeting 1\.1\.0 deprecated \(id .*1 activated, 1 deprecated; took/
assert runs[2].contains('Plan for local: 1 up to date, 1 stays active; nothing changes')
// What is deprecated stays so, and then what is active must stay too.
assert runs[2].contains('Greeting 1.1.0 is up to date (deprecated)')
assert !(runs[2] =~ /Greeting 1\.0\.0 deprecated/)

def json = new groovy.json.JsonSlurper()
def audit = json.parse(new File(basedir, 'target/cxone/deployment.json'))
assert audit.goal == 'cxone:promote' && audit.projectVersion == '1.1.0' && audit.complete
def receipts = json.parse(new File(basedir, '.cxone/receipts.json'))
assert receipts.toString().contains('http://127.0.0.1:18803/Greeting/1.1.0')

// Without a POM, between two tenants that record all they are sent: neither is told what belongs to the other.
def contract = { String file -> new JsonMapper().readTree(new File(basedir, "target/classes/META-INF/cxone/Greeting/$file")) }
def source = new WireTenant()
source.tokenAnswer = '{"access_token":"source-t0ken","expires_in":3600}'
def version = new JsonMapper().createObjectNode()
version.put('name', 'Greeting').put('version', '1.1.0').put('isDeprecated', false)
version.put('handlerUrl', 'https://staging.example.com/').put('timeoutMs', 5000)
version.set('inputSchema', contract('input.schema.json'))
version.set('outputSchema', contract('output.schema.json'))
source.add(version)
def target = new WireTenant()
target.tokenAnswer = '{"access_token":"target-t0ken","expires_in":3600}'

def elsewhere = new File(basedir, 'elsewhere')
elsewhere.mkdirs()
def mvn = new File(System.getProperty('maven.home'), 'bin/mvn' + (File.separatorChar == '\\' as char ? '.cmd' : ''))
def plugin = (new File(basedir, 'pom.xml').text =~ /cxone-maven-plugin<\/artifactId>\s*<version>([^<]+)/)[0][1]
def builder = new ProcessBuilder([mvn.path, '-B', '-s', new File(basedir.parentFile, 'interpolated-settings.xml').path,
        "-Dmaven.repo.local=${localRepositoryPath}".toString(), "io.github.cxonetools:cxone-maven-plugin:${plugin}:promote".toString(),
        '-Dcxone.artifact=com.example:promote-environments:1.1.0', "-Dcxone.baseUrl=${target.url()}".toString(),
        "-Dcxone.sourceBaseUrl=${source.url()}".toString(), '-Dcxone.handlerUrl=https://actions.example.com/{name}'])
builder.environment().putAll([CXONE_CLIENT_ID: 'target-client', CXONE_CLIENT_SECRET: 'target-s3cr3t',
        CXONE_SOURCE_CLIENT_ID: 'source-client', CXONE_SOURCE_CLIENT_SECRET: 'source-s3cr3t'])
builder.environment().remove('CXONE_SOURCE_CLIENT_SECRET_FILE')
builder.environment().remove('CXONE_CLIENT_SECRET_FILE')
def process = builder.directory(elsewhere).redirectErrorStream(true).start()
process.outputStream.close()
def log = process.inputStream.getText('UTF-8')
assert process.waitFor() == 0 : log
assert log =~ /Greeting 1\.1\.0 created/
assert log.contains('com.example:promote-environments:1.1.0 comes from no repository, but was installed on this machine: nobody else has the same')
assert target.deployed() == ['Greeting 1.1.0']
assert target.requests().any { it.method() == 'POST' && it.body().contains('https://actions.example.com/Greeting') }
assert source.requests().every { it.method() == 'GET' || it.line() == 'POST /oauth/token' }
assert source.requests().size() >= 2 && target.requests().size() >= 3
assert source.requests().any { it.headers().toString().contains('source-t0ken') }
assert target.requests().any { it.headers().toString().contains('target-t0ken') }
source.requests().each { assert !it.toString().contains('target-') : it }
target.requests().each { assert !it.toString().contains('source-') : it }
assert !log.contains('s3cr3t') && !log.contains('t0ken')
// Nothing but results: no folder named after an expression that nobody resolved.
assert elsewhere.list().every { it in ['cxone', '.cxone'] } : elsewhere.list()
assert new File(elsewhere, '.cxone/receipts.json').text.contains('Greeting')
assert new File(elsewhere, 'cxone/deployment.json').text.contains('cxone:promote')
source.close()
target.close()
assert io.github.cxonetools.ReportSchemas.assertAllValid(basedir.toPath()) >= 2
return true
