import io.github.cxonetools.client.WireTenant
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import tools.jackson.databind.json.JsonMapper

// Releases in a repository on disk, which nothing but these files makes.
def group = new File(basedir, 'repository/com/example/releases')
def release = { String artifact, Map<String, String> files ->
    def folder = new File(group, "$artifact/1.0")
    folder.mkdirs()
    new ZipOutputStream(new FileOutputStream(new File(folder, "$artifact-1.0.jar"))).withCloseable { jar ->
        (['META-INF/MANIFEST.MF': 'Manifest-Version: 1.0\n'] + files).each { name, text ->
            jar.putNextEntry(new ZipEntry(name))
            jar.write(text.getBytes('UTF-8'))
            jar.closeEntry()
        }
    }
    new File(group, "$artifact/maven-metadata.xml").text = "<metadata><groupId>com.example.releases</groupId><artifactId>$artifact</artifactId>" +
            '<versioning><versions><version>1.0</version></versions></versioning></metadata>'
}
def schema = '{"$schema":"http://json-schema.org/draft-07/schema#","type":"object"}'
def contract = { String name, String format = '1', String version = '1.0' ->
    def folder = "META-INF/cxone/$name/"
    [(folder + 'action.json'): """{"format":$format,"name":"$name","version":"$version","timeoutMs":5000}""".toString(),
     (folder + 'input.schema.json'): schema,
     (folder + 'output.schema.json'): schema]
}
release('none', [:])
release('newer', contract('Greeting', '2'))
release('routing', contract('Greeting'))
release('next', contract('Greeting', '1', '1.1'))
release('two', contract('First') + contract('Second'))

def tenant = { List<Map> versions ->
    def it = new WireTenant()
    versions.each { version ->
        def action = new JsonMapper().createObjectNode()
        action.put('name', 'Greeting').put('version', '1.0').put('isDeprecated', version.deprecated)
        action.put('handlerUrl', 'https://staging.example.com/').put('timeoutMs', 5000)
        action.set('inputSchema', new JsonMapper().readTree(version.schema))
        action.set('outputSchema', new JsonMapper().readTree(schema))
        it.add(action)
    }
    it
}
def tenants = [
        target: tenant([]),
        other: tenant([[deprecated: false, schema: '{"type":"array"}']]),
        deprecated: tenant([[deprecated: true, schema: schema]]),
        absent: tenant([]),
        before: tenant([[deprecated: false, schema: '{"type":["array","object"]}']])]
context.put('tenants', tenants)

def url = '<handlerUrl>https://actions.example.com/{name}</handlerUrl>'
def refusals = [
        none: '<artifact>com.example.releases:none:1.0</artifact>',
        newer: '<artifact>com.example.releases:newer:1.0</artifact>',
        unresolvable: '<artifact>com.example.releases:routing:9.9</artifact>',
        unknown: '<artifact>com.example.releases:nothing:1.0</artifact>',
        classifier: '<artifact>com.example.releases:routing:1.0:jar:contracts</artifact>',
        snapshot: '<artifact>com.example.releases:routing:1.0-SNAPSHOT</artifact>',
        latest: '<artifact>com.example.releases:routing:LATEST</artifact>',
        action: "<artifact>com.example.releases:routing:1.0</artifact><action>Greetings</action>$url",
        nourl: '<artifact>com.example.releases:two:1.0</artifact>',
        badurl: '<artifact>com.example.releases:routing:1.0</artifact><handlerUrl>https://actions.example.com/{nmae}</handlerUrl>',
        gate: "<artifact>com.example.releases:routing:1.0</artifact>$url<maxErrorRate>0.1</maxErrorRate>",
        one: "<artifact>com.example.releases:routing:1.0</artifact>$url<sourceBaseUrl>${tenants.target.url()}/</sourceBaseUrl>",
        other: "<artifact>com.example.releases:routing:1.0</artifact>$url<sourceBaseUrl>${tenants.other.url()}</sourceBaseUrl>",
        deprecated: "<artifact>com.example.releases:routing:1.0</artifact>$url<sourceBaseUrl>${tenants.deprecated.url()}</sourceBaseUrl>",
        absent: "<artifact>com.example.releases:routing:1.0</artifact>$url<sourceBaseUrl>${tenants.absent.url()}</sourceBaseUrl>",
        breaking: "<artifact>com.example.releases:next:1.0</artifact>$url<baseUrl>${tenants.before.url()}</baseUrl>",
        own: '']
def modules = new File(basedir, 'refusals')
def parent = { String artifact, String path -> "<parent><groupId>com.example</groupId><artifactId>$artifact</artifactId><version>1.0.0</version><relativePath>$path</relativePath></parent>" }
refusals.each { name, configuration ->
    def folder = new File(modules, name)
    folder.mkdirs()
    new File(folder, 'pom.xml').text = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  ${parent('promote-refusals', '../..')}
  <artifactId>refuses-$name</artifactId>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>io.github.cxonetools</groupId>
        <artifactId>cxone-maven-plugin</artifactId>
        <executions>
          <execution>
            <phase>validate</phase>
            <goals><goal>promote</goal></goals>
            <configuration>$configuration${name == 'own' ? '<actions><action><name>Own</name><handlerUrl>https://actions.example.com/</handlerUrl></action></actions>' : ''}</configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
"""
}
new File(modules, 'pom.xml').text = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  ${parent('promote-refusals', '..')}
  <artifactId>refusals</artifactId>
  <packaging>pom</packaging>
  <modules>
    ${refusals.keySet().collect { "<module>$it</module>" }.join('\n    ')}
  </modules>
</project>
"""
def mvn = new File(basedir, '.mvn')
mvn.mkdirs()
new File(mvn, 'maven.config').text = "-Dtarget.url=${tenants.target.url()}\n"
return true
