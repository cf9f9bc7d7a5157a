// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert runs.size() == 3

assert runs[0].contains('pom.xml: written')
assert runs[0].contains('Next: mvn verify')

// Both fixtures pass: the answer that is expected, and the refusal that is.
assert runs[1].contains('Greeting: wrote ')
assert runs[1] =~ /Greeting 1\.0\.0-SNAPSHOT: 2 fixtures passed/
assert runs[1].contains('BUILD SUCCESS')
assert !(runs[1] =~ /\[(WARNING|ERROR)] .*(Greeting|cxone|fixture)/)

assert runs[2].contains('src/main/java/com/example/orders/OrderStatus.java: written')
assert runs[2].contains('Add to the <actions> in the <configuration> of cxone-maven-plugin:')
assert runs[2].contains('<handler>com.example.orders.OrderStatus</handler>')
assert !runs[2].contains('.gitignore')
assert new File(basedir, 'src/test/cxone/order-status/greets.json').file
assert !new File(basedir, 'pom.xml').text.contains('OrderStatus')

// What the page on a first action types is what was typed here, and with the address that it gives the rest works, too.
def page = new File(basedir, '../../../src/site/markdown/usage/first-action.md').getText('UTF-8').split('\n## What a handler is')[0]
def typed = page.readLines().findAll { it.startsWith('mvn ') }*.substring(4)
def goals = new Properties()
new File(basedir, 'invoker.properties').withReader('UTF-8') { goals.load(it) }
assert typed.size() == 4 && typed[0].endsWith('-Pquickstart install')
def unversioned = { String goal -> goal.replaceFirst(/plugin:[^:]+:/, 'plugin:') }
assert typed[1..2].collect(unversioned) == (1..2).collect { unversioned(goals["invoker.goals.$it".toString()] - '-B ') }

// A port of its own: the sample's handler listens at the other.
def address = (page =~ /<handlerUrl>.*<\/handlerUrl>/)[0].replace('8788', '18806')
def pom = new File(basedir, 'pom.xml')
pom.setText(pom.getText('UTF-8').replaceFirst(/<handlerUrl>.*<\/handlerUrl>/, address), 'UTF-8')
def mvn = new File(System.getProperty('maven.home'), 'bin/mvn' + (File.separatorChar == '\\' as char ? '.cmd' : ''))
def build = new ProcessBuilder([mvn.path, '-B', '-s', new File(basedir.parentFile, 'interpolated-settings.xml').path,
        "-Dmaven.repo.local=${localRepositoryPath}".toString(), "-Dcxone.tenantDirectory=${new File(basedir, '.cxone/tenant')}".toString(),
        *typed[3].split(' ')]).directory(basedir).redirectErrorStream(true).start()
build.outputStream.close()
def log = build.inputStream.getText('UTF-8')
assert build.waitFor() == 0: log
assert log =~ /Greeting 1\.0\.0-SNAPSHOT created \(id /: log
assert log.contains('Executed 2 fixtures: 1 success, 1 error'): log
assert log =~ /1\.0\.0-SNAPSHOT +2 +50\.0 %/: log

return true
