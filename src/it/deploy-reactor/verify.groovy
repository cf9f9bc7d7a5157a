// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 2
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

return true
