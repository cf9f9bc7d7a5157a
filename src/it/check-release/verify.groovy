// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert runs.size() == 6

// What is only installed here is no release: the first one has nothing before it, and goes to the tenant.
assert runs[0].contains('com.example:routing was never released (asked: outer, central): there is nothing to compare with')
assert runs[0] =~ /Routing 1\.0\.0 created/

assert runs[1].contains('Routing 1.0.0 -> 1.1.0-SNAPSHOT, against com.example:routing:1.0.0 (central): needs 2.0.0')
assert runs[1] =~ /input   breaks  \/channel: enum lost "FAX"  +Routing/
assert runs[1].contains('1.0.0 accepts and this refuses  {"channel":"FAX"}')
assert runs[1].contains('To accept it: <acceptedBreak><action>Routing</action><side>input</side><pointer>/channel</pointer><code>enum</code>')
assert runs[1] =~ /ERROR.* Routing 1\.1\.0-SNAPSHOT needs 2\.0\.0/
assert runs[1].contains('BUILD FAILURE')

assert runs[2].contains('Routing 1.0.0 -> 1.1.0-SNAPSHOT, against com.example:routing:1.0.0 (central): compatible, needs 1.1.0')
assert runs[2].contains('The <acceptedBreak> Routing output /nothing type fits no break. Remove it')
assert !runs[2].contains('input /channel enum fits no break')
assert runs[2].contains('BUILD SUCCESS')

assert runs[3].contains('Routing 1.0.0 -> 2.0.0, against com.example:routing:1.0.0 (central): breaks, and has the 2.0.0 that it needs')
assert runs[3] =~ /Routing 2\.0\.0 created/

// The renamed module and the one that was never released.
assert runs[4].contains('Routing 2.0.0 -> 2.0.1-SNAPSHOT, against com.example:routing:2.0.0 (central): unchanged')
assert runs[4].contains('com.example:fresh was never released')
assert runs[4].contains('BUILD SUCCESS')

// Also where nothing has changed, the goal ends with its page.
assert runs[4].contains('Report: renamed/target/cxone/compatibility.html') || runs[4].contains('Report: target/cxone/compatibility.html')
assert runs[1] =~ /ERROR.* Routing 1\.1\.0-SNAPSHOT needs 2\.0\.0.*Report: (routing\/)?target\/cxone\/compatibility\.html/

assert runs[5] =~ /ERROR.* Routing 2\.0\.1-SNAPSHOT needs 2\.1\.0/
assert !runs[5].contains('fresh')
assert runs[5].contains('BUILD FAILURE')

// What is left of the last run of each module.
def compatibility = { module -> new groovy.json.JsonSlurper().parse(new File(basedir, "$module/target/cxone/compatibility.json")) }
assert compatibility('routing').format == 1 && compatibility('routing').undeclaredProperties == 'ignore'
assert compatibility('routing').passed && compatibility('routing').actions[0].needs == '2.0.0'
assert compatibility('routing').actions[0].sides[0].breaks[0].member =~ /channel$/
def witness = new File(basedir, 'routing/target/cxone/' + compatibility('routing').actions[0].sides[0].breaks[0].file)
assert new groovy.json.JsonSlurper().parse(witness) == [channel: 'FAX']
assert !compatibility('renamed').passed && compatibility('renamed').actions[0].needs == '2.1.0'
assert new File(basedir, 'renamed/target/cxone/compatibility.html').text.contains('needs 2.1.0')
assert new File(basedir, 'renamed/target/cxone/compatibility.md').text.contains('**2.1.0**')
assert new File(basedir, 'renamed/target/surefire-reports/TEST-cxone-compatibility.Routing.xml').text.contains('type="version"')
assert runs[1].contains('Report: target/cxone/compatibility.html') || runs[1].contains('Report: routing/target/cxone/compatibility.html')

assert io.github.cxonetools.ReportSchemas.assertAllValid(basedir.toPath()) > 0

return true
