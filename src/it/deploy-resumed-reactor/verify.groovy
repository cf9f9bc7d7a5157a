// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 5
assert runs[0].contains('Not done, because the build failed: deploy First 1.0.0 of first')
assert !(runs[0] =~ /First 1\.0\.0 created/)

assert runs[1].contains('first has deferred a deployment that is still to be done: mvn cxone:deploy in that module does it')

assert runs[2].contains('first has deferred a deployment, and this build does not make it good: mvn cxone:deploy -pl :first does it')
assert !(runs[2] =~ /First 1\.0\.0 created/)

assert runs[3].contains('Deploying what first deferred before the build was resumed')
assert runs[3].contains('Skipped (cxone.deploy.skip)')
assert runs[3] =~ /First 1\.0\.0 created \(id /
assert !(runs[3] =~ /Second 1\.0\.0 created/)

assert runs[4] =~ /First 1\.0\.0 is up to date/
assert runs[4] =~ /Second 1\.0\.0 created \(id /
assert !new File(basedir, 'first/target/cxone/deferred.json').exists()

return true
