// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
def count = { text, part -> text.split(java.util.regex.Pattern.quote(part), -1).length - 1 }

assert runs.size() == 6
// --fail-at-end: both were built and left for the end, and neither is deployed.
['Plain 1.0.0 of plain', 'Extra 1.0.0 of extra'].each {
    assert count(runs[0], "Left for the end of the build: deploy ${it}") == 1
    assert count(runs[0], "Not done, because the build failed: deploy ${it}") == 1
}
assert !runs[0].contains('Skipped 1.0.0')
assert !runs[0].contains('created (id ')

// -T2, two realms, one tenant: each once, in the order of the modules, after everything was published.
assert count(runs[1], 'Plain 1.0.0 created (id ') == 1
assert count(runs[1], 'Extra 1.0.0 created (id ') == 1
assert runs[1].indexOf('Plain 1.0.0 created') < runs[1].indexOf('Extra 1.0.0 created')
assert runs[1].indexOf('Plain 1.0.0 created') > runs[1].lastIndexOf('Uploaded to releases')
assert runs[1].contains('Skipped (cxone.skip)')
assert runs[1].contains('No <actions> in this module')
assert !runs[1].contains('Skipped 1.0.0')

assert count(runs[2], 'Skipped (cxone.skip)') == 10
assert !runs[2].contains('Left for the end')

// Each is tried, whatever became of the one before.
assert count(runs[3], 'deploy Plain 1.0.0 of plain: Plain 1.0.0 is in the tenant (id ') == 1
assert count(runs[3], 'deploy Extra 1.0.0 of extra: Extra 1.0.0 is in the tenant (id ') == 1

assert count(runs[4], 'plain has deferred a deployment that is still to be done') == 1
assert runs[4] =~ /Extra 1\.0\.0 is up to date/
assert new File(basedir, 'plain/target/cxone/deferred.json').exists()
assert !new File(basedir, 'extra/target/cxone/deferred.json').exists()

// What failed is written down, and by no later build that had nothing to do with it.
def audit = new groovy.json.JsonSlurper().parse(new File(basedir, 'plain/target/cxone/deployment.json'))
assert !audit.complete
assert audit.failure.contains('Plain 1.0.0 is in the tenant (id ')
assert audit.actions*.done == ['not begun']
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'extra/target/cxone/deployment.json')).complete

assert runs[5].contains('plain has deferred a deployment to local ')
assert runs[5].contains('mvn cxone:deploy in that module does it')

return true
