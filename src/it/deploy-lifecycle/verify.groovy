// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 9
assert runs[0] =~ /Echo 1\.0\.0 created \(id [^)]+\)/
def first = (runs[0] =~ /Echo 1\.0\.0 created \(id ([^)]+)\)/)[0][1]

assert runs[1].contains("Echo 1.0.0 is up to date (id ${first})")
assert runs[1].contains('nothing changes')

// A changed release is stopped in plan, before anything is published, and the message says what to do.
assert runs[2].contains(":plan (default) on project deploy-lifecycle: Echo 1.0.0 is in the tenant (id ${first}) and ")
assert runs[2].contains('/language is new')
assert runs[2].contains('version')
assert runs[2].contains('The contract needs 1.1.0')
assert !(runs[2] =~ /maven-(install|deploy)-plugin/)
assert runs[2].contains('MojoFailureException')

assert runs[3] =~ /Echo 1\.0\.0 -> 1\.1\.0, against the tenant \(id [^)]+\): compatible, needs 1\.1\.0/
assert runs[3] =~ /Echo 1\.1\.0 created \(id [^)]+\)/
def second = (runs[3] =~ /Echo 1\.1\.0 created \(id ([^)]+)\)/)[0][1]
assert first != second

assert runs[4].contains('Executed 2 fixtures: 2 success, 0 error')
assert runs[4] =~ /1\.1\.0 +2 +0 %/

// The handler is not served: the next executions do not reach it, and they count.
assert runs[5].contains('Executed 2 fixtures: 0 success, 2 error')
assert runs[5].contains('not reachable')
assert runs[5] =~ /1\.1\.0 +4 +50\.0 %/

assert runs[6].contains("Echo 1.0.0 (id ${first}) is marked deprecated")
assert runs[6].contains("Echo 1.1.0 (id ${second}) is left untouched")
assert runs[7].contains("Echo 1.1.0 (id ${second}) moves to 1.2.0: the label 1.1.0 disappears, id and schemas stay")
// Executions keep the label they ran under.
assert runs[8] =~ /1\.1\.0 +4 +50\.0 %/

// What goals of one build have in common is told by the first of them: plan and deploy, execute and metrics.
[runs[0], runs[3], runs[4]].each { run ->
    ['] Tenant http', ', handler com.example.Echo, http', 'Obtained an access token from '].each { words ->
        assert run.count(words) == 1 : "$words in $run"
    }
}
// The page is the last that a goal says.
assert runs[4] =~ /Report: target\/cxone\/metrics\.html\s+\[INFO\] -{70}/

assert io.github.cxonetools.ReportSchemas.assertAllValid(basedir.toPath()) > 0

return true
