// Who is far away is not asked: what is looked for at Maven Central is looked for in the folder, too.
def pom = new File(basedir, 'pom.xml')
pom.setText(pom.getText('UTF-8').replace('  </repositories>', '''\
    <repository>
      <id>central</id>
      <url>${releases.url}</url>
    </repository>
  </repositories>'''), 'UTF-8')
return true
