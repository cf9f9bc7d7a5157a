import java.util.zip.ZipFile

// The folder that the release was deployed to is asked first; what else the build needs, the outer local repository has.
def outer = new groovy.xml.XmlSlurper().parse(new File(basedir, 'pom.xml')).properties.outer.text()
def folder = new File(basedir, '../../release-repository').canonicalFile
def repositories = { String kind ->
    [released: folder.toURI(), outer: outer].collect { id, url ->
        "<$kind><id>$id</id><url>$url</url><releases><checksumPolicy>ignore</checksumPolicy></releases>" +
                "<snapshots><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy></snapshots></$kind>"
    }.join('')
}
def settings = new File(basedir, 'release-settings.xml')
settings.setText("""\
<settings>
  <profiles>
    <profile>
      <id>released</id>
      <repositories>${repositories('repository')}</repositories>
      <pluginRepositories>${repositories('pluginRepository')}</pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles>
    <activeProfile>released</activeProfile>
  </activeProfiles>
</settings>
""", 'UTF-8')
def mvn = new File(System.getProperty('maven.home'), 'bin/mvn' + (File.separatorChar == '\\' as char ? '.cmd' : ''))
def build = new ProcessBuilder(mvn.path, '-B', '-s', settings.path,
        "-Dmaven.repo.local=${new File(basedir, 'repository')}".toString(), 'verify')
        .directory(basedir).redirectErrorStream(true).start()
build.outputStream.close()
def log = build.inputStream.getText('UTF-8')
assert build.waitFor() == 0: log
assert log =~ /SentimentRoutingAction 1\.0\.0: 1 fixture passed/: log

// What Maven Central asks for lies beside the plugin, and the build has taken the plugin from there.
def version = (new File(basedir, 'pom.xml').text =~ /cxone-maven-plugin<\/artifactId>\s*<version>([^<]+)/)[0][1]
def released = new File(folder, "io/github/cxonetools/cxone-maven-plugin/$version")
// A snapshot has the time of its deployment in its name.
def metadata = new File(released, 'maven-metadata.xml')
def artifact = 'cxone-maven-plugin-' + (!version.endsWith('-SNAPSHOT') ? version : new groovy.xml.XmlSlurper().parse(metadata)
        .versioning.snapshotVersions.snapshotVersion.find { it.extension.text() == 'jar' && it.classifier.text().empty }.value.text())
['.jar', '.pom', '-sources.jar', '-javadoc.jar', '-cyclonedx.json', '-cyclonedx.xml'].each { ending ->
    ['', '.sha1', '.md5'].each { checksum ->
        assert new File(released, artifact + ending + checksum).file
    }
}
def taken = new File(basedir, "repository/io/github/cxonetools/cxone-maven-plugin/$version")
assert new File(taken, '_remote.repositories').text.contains("${artifact}.jar>released=")
assert new File(taken, "${artifact}.jar").bytes == new File(released, "${artifact}.jar").bytes

def pom = new groovy.xml.XmlSlurper().parse(new File(released, "${artifact}.pom"))
['name', 'description', 'url', 'licenses', 'developers', 'scm'].each { element ->
    assert !pom[element].text().blank
}
new ZipFile(new File(released, "${artifact}.jar")).withCloseable { jar ->
    ['LICENSE', 'NOTICE', 'THIRD-PARTY.txt'].each { name ->
        assert jar.getEntry("META-INF/$name") != null
    }
}
return true
