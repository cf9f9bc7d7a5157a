// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 4
// One token for all modules and goals of a build.
runs.each { assert it.split('Obtained an access token', -1).length == 2 }
def created = { name -> runs[0].indexOf("${name} 1.0.0 created (id ") }
// Both wait for the end of the build: after the last module was published.
assert runs[0].contains('Left for the end of the build: deploy First 1.0.0 of first')
assert runs[0].contains('Left for the end of the build: deploy Second 1.0.0 of second')
assert created('First') > runs[0].lastIndexOf('Uploaded to releases')
assert created('Second') > created('First')
assert runs[0].contains('No <actions> in this module')
// A conflict in the second module would come after the first was published.
assert runs[0].contains('set <deployAtEnd>true</deployAtEnd> of maven-deploy-plugin')
assert runs[1] =~ /First 1\.0\.0 is up to date/
assert runs[1] =~ /Second 1\.0\.0 is up to date/

// Once, at the root.
assert runs[2].split(/:pull \(default-cli\) @ /, -1).length == 2
assert runs[2] =~ /First +1\.0\.0 +written +as generate writes them/
assert runs[2].contains('2 versions in target/cxone/tenant: 2 written, 0 unchanged')
// They are declared already.
assert !runs[2].contains('To go on with')
def bytes = { action, file -> new File(basedir, "target/cxone/tenant/${action}/1.0.0/${file}").text }
assert bytes('First', 'input.schema.json') == new File(basedir, 'first/target/classes/META-INF/cxone/First/input.schema.json').text
assert bytes('First', 'action.json') == new File(basedir, 'first/target/classes/META-INF/cxone/First/action.json').text
assert !new File(basedir, 'adopted.json').exists()
['first': 'First', 'second': 'Second'].each { module, action ->
    def receipts = new groovy.json.JsonSlurper().parse(new File(basedir, "${module}/adopted.json")).receipts
    assert receipts*.action == [action]
    assert runs[0].contains("${action} 1.0.0 created (id ${receipts[0].id})")
}

assert runs[3] =~ /First +1\.0\.0 +up to date/
assert runs[3] =~ /First 1\.0\.0 -> 1\.0\.0, against \S+cxone.tenant: unchanged/
assert runs[3] =~ /Second 1\.0\.0 -> 1\.0\.0, against \S+cxone.tenant: unchanged/

return true
