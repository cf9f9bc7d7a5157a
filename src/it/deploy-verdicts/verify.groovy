// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 5
assert runs[0] =~ /Echo 1\.0\.0 created \(id /
assert !runs[0].contains('against the tenant')

assert runs[1] =~ /. Echo 1\.1\.0 +REFUSED, breaking/
assert runs[1] =~ /Echo 1\.0\.0 -> 1\.1\.0, against the tenant \(id [^)]+\): needs 2\.0\.0/
assert runs[1] =~ /! input +\/channel +enum lost "FAX" +breaks callers/
assert runs[1] =~ /1\.0\.0 accepts and this refuses +\{.*"channel":"FAX".*\}/
[1, 2].each {
    assert runs[it] =~ /Echo 1\.1\.0 needs 2\.0\.0, against 1\.0\.0 of the tenant \(id [^)]+\): input \/channel: enum lost "FAX"/
    assert runs[it].contains('<acceptedBreak><action>Echo</action><side>input</side><pointer>/channel</pointer><code>enum</code>')
    assert runs[it].contains('MojoFailureException')
    assert !(runs[it] =~ /Echo 1\.1\.0 created/)
}

assert runs[3] =~ /! input +\/channel +enum lost "FAX" +accepted/
assert runs[3].contains('compatible, needs 1.1.0')
assert runs[3] =~ /Echo 1\.1\.0 created \(id /
def plan = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cxone/plan.json'))
def verdict = plan.actions[0].compatibility
assert plan.format == 1 && verdict.needs == '1.1.0' && verdict.passes && verdict.sides[0].breaks[0].accepted

assert runs[4] =~ /Echo 1\.1\.0 is up to date/
def classes = new File(basedir, 'classes.log').text
assert classes.contains('io.github.cxonetools.deployment.Planner')
['breaks', 'formula', 'inclusion', 'search', 'text'].each { assert !classes.contains("io.github.cxonetools.compatibility.$it.") }

assert !new File(basedir, 'build.log').text.contains('at io.github.cxonetools')

assert io.github.cxonetools.ReportSchemas.assertAllValid(basedir.toPath()) > 0

return true
