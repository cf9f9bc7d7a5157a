import com.sun.net.httpserver.HttpServer
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// A repository that answers what its path says.
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.createContext('/') { exchange ->
    def status = exchange.requestURI.path.split('/')[1]
    def body = '<html><body>Welcome</body></html>'.getBytes('UTF-8')
    exchange.sendResponseHeaders(status.isInteger() ? status.toInteger() : 200, body.length)
    exchange.responseBody.withCloseable { it.write(body) }
}
server.start()
context.put('server', server)
def faults = "http://127.0.0.1:${server.address.port}"

def facts = { String action, String more = '' -> '{"name":"' + action + '","version":"1.0.0","timeoutMs":5000' + more + '}' }
def contract = { String action, Map files = [:] ->
    [('META-INF/cxone/' + action + '/action.json')       : files.facts ?: facts(action),
     ('META-INF/cxone/' + action + '/input.schema.json') : files.input ?: '{"type":"string"}',
     ('META-INF/cxone/' + action + '/output.schema.json'): '{"type":"string"}']
}
def put = { File folder, String module, Map entries, String version = '1.0.0' ->
    def home = new File(folder, "com/example/repositories/${module}/${version}")
    home.mkdirs()
    if (entries != null) {
        new ZipOutputStream(new FileOutputStream(new File(home, "${module}-${version}.jar"))).withCloseable { zip ->
            entries.each { name, text ->
                zip.putNextEntry(new ZipEntry(name))
                zip.write(text.getBytes('UTF-8'))
            }
        }
    }
    home.parentFile
}
def metadata = { String versions ->
    '<metadata><versioning><versions>' + versions.split(',').collect { "<version>${it}</version>" }.join('') + '</versions></versioning></metadata>'
}
def releases = new File(basedir, 'releases')
def release = { String module, Map entries, String versions = '1.0.0' ->
    new File(put(releases, module, entries), 'maven-metadata.xml').text = metadata(versions)
}
release('accepted-until', contract('accepted-until', [input: '{"type":["string","number"]}']))
release('candidate', contract('candidate'), '1.0.0,1.1.0-rc1')
release('candidate-alone', contract('candidate-alone'), '1.0.0,1.1.0-rc1')
put(releases, 'candidate-alone', contract('candidate-alone'), '1.1.0-rc1')
release('gone', contract('gone') + contract('Lost'))
// What is above this version, and what is no release, does not count.
release('half-dead', contract('half-dead'), '0.9.0,1.0.0,1.1.0-SNAPSHOT,1.1.0,2.0.0')
release('in-range', contract('in-range'), '1.0.0,1.0.5')
release('in-no-range', contract('in-no-range'), '1.0.0,1.0.5')
release('leads-out', contract('leads-out') + ['../../evil.txt': 'x'])
release('newer', contract('newer', [facts: facts('newer', ',"format":99')]))
release('no-contracts', ['META-INF/MANIFEST.MF': 'Manifest-Version: 1.0\n'])
release('no-jar', null)

// As mvn install leaves it.
['installed', 'installed-alone'].each { module ->
    def installed = put(localRepositoryPath, module, contract(module))
    new File(installed, 'maven-metadata-local.xml').text = metadata('1.0.0')
    new File(installed, '1.0.0/_remote.repositories').text = "${module}-1.0.0.jar>=\n"
}

def good = releases.toURI().toString()
def modules = [
        'accepted-until': [[central: good], '<acceptedBreaks><acceptedBreak><action>accepted-until</action><side>input</side><pointer>/</pointer>' +
                '<code>type</code><reason>Nobody sends numbers.</reason><until>2020-12-31</until></acceptedBreak></acceptedBreaks>'],
        'broken'        : [[central: faults + '/500'], ''],
        'candidate'     : [[central: good], '<baselineVersionPattern>[0-9.]+</baselineVersionPattern>'],
        'candidate-alone': [[central: good], ''],
        'gone'          : [[central: good], ''],
        'half-dead'     : [[central: faults + '/500', releases: good], ''],
        'ignored'       : [[central: good], '<baseline>file</baseline><onMissingBaseline>ignore</onMissingBaseline>'],
        'in-no-range'   : [[central: good], '<baseline>[1.2,2.0)</baseline>'],
        'in-range'      : [[central: good], '<baseline>[0.1,1.0.3]</baseline>'],
        'installed'     : [[central: good], '<baseline>1.0.0</baseline>'],
        'installed-alone': [[central: good], ''],
        'leads-out'     : [[central: good], ''],
        'mistyped'      : [[central: good], '<baseline>relaese</baseline>'],
        'newer'         : [[central: good], ''],
        'no-contracts'  : [[central: good], '<onMissingBaseline>fail</onMissingBaseline>'],
        'no-jar'        : [[central: good], ''],
        'page'          : [[central: faults + '/page'], ''],
        'tolerant'      : [[central: faults + '/500'], '<onUndecided>warn</onUndecided>'],
        'unauthorized'  : [[central: faults + '/401'], ''],
        'unrecorded'    : [[central: good], '<baseline>release, file</baseline>'],
]
modules.each { module, setup ->
    def folder = new File(basedir, module)
    folder.mkdirs()
    new File(folder, 'pom.xml').text = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>com.example.repositories</groupId>
    <artifactId>check-repositories</artifactId>
    <version>1.1.0-SNAPSHOT</version>
  </parent>
  <artifactId>${module}</artifactId>
  <repositories>
    ${setup[0].collect { id, url -> "<repository><id>${id}</id><url>${url}</url><releases><checksumPolicy>ignore</checksumPolicy></releases></repository>" }.join('\n    ')}
  </repositories>
  <build>
    <plugins>
      <plugin>
        <groupId>io.github.cxonetools</groupId>
        <artifactId>cxone-maven-plugin</artifactId>
        <configuration>
          <actions>
            <action>
              <name>${module}</name>
              <input>java.lang.String</input>
              <output>java.lang.String</output>
            </action>
          </actions>
          ${setup[1]}
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
"""
}
return true
