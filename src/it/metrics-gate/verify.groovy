def looksRight(File site) {
    def metrics = new File(site, 'cxone-metrics.html').getText('UTF-8')
    assert metrics.contains('<div class="cxone in-site">')
    assert metrics.contains('<canvas id="executions-0"')
    assert metrics.contains('Chart.js v')
    def simulation = new File(site, 'cxone-simulation.html').getText('UTF-8')
    assert simulation.contains('Greeting')
    assert simulation.contains('ada')
    assert !simulation.contains('"name": "Ada"')
    def compatibility = new File(site, 'cxone-compatibility.html').getText('UTF-8')
    assert compatibility.contains('<div class="cxone in-site">')
    assert compatibility.contains('0.9.0') && compatibility.contains('needs 0.10.0')
    assert compatibility.contains('Guest.name')
    assert compatibility.contains("&quot;name&quot;: 0")
    assert compatibility.count('<html') == 1
    def reports = new File(site, 'project-reports.html').getText('UTF-8')
    ['cxone-compatibility.html', 'cxone-metrics.html', 'cxone-simulation.html'].each { assert reports.contains(it) }
    assert reports.contains('Contracts of Data Actions beside those before')
}

// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert runs.size() == 11

assert runs[0].contains('BUILD SUCCESS')
['cxone-compatibility', 'cxone-metrics', 'cxone-simulation'].each { assert !runs[0].contains(it) }

assert runs[1] =~ /Greeting 1\.0\.0 created/

assert runs[2].contains('Executed 2 fixtures: 2 success, 0 error')
assert runs[2].contains('Greeting 1.0.0 passed the gate')
assert runs[2].contains('minExecutions passed: 2 executions in ')
assert runs[2].contains('maxErrorRate passed: error rate 0.00 % of 2 executions, 10.00 % allowed')
assert runs[2].contains('maxErrorRateIncrease skipped: no lower version was executed in the window')

assert runs[3] =~ /Greeting 1\.1\.0 created/

assert runs[4].contains('Greeting 1.1.0 was not evaluated by the gate')
assert runs[4].contains('minExecutions not evaluated: 0 executions in ')
assert runs[4].contains('MojoFailureException')
assert !runs[4].contains('is deprecated')

assert runs[5].contains('Executed 2 fixtures: 0 success, 2 error')
assert runs[5].contains('Greeting 1.1.0 failed the gate')
assert runs[5].contains('maxErrorRateIncrease failed: error rate 100.00 % after 0.00 % of 1.0.0, ' +
        '10.00 percentage points more allowed, exceeded by 90.00 percentage points')
assert runs[5].contains('Greeting 1.1.0 is deprecated: it can still be called, and new flows should not use it')
assert runs[5].contains('MojoFailureException')

// What invoker.properties types next is what the gate printed.
assert runs[5].contains('mvn cxone:deprecate -Dcxone.action=Greeting -Dcxone.versions=1.0.0 -Dcxone.deprecated=false')
assert runs[5].contains('mvn cxone:deprecate -Dcxone.action=Greeting -Dcxone.versions=1.1.0')

assert runs[6].contains('Greeting 1.0.0')
assert runs[6].contains('BUILD SUCCESS')
assert runs[7].contains('Greeting 1.1.0')
assert runs[7].contains('BUILD SUCCESS')

def results = new File(basedir, 'target/cxone')
['metrics.json', 'metrics.csv', 'metrics.prom', 'metrics.html', 'simulation.json', 'simulation.html'].each {
    assert new File(results, it).length() > 0
}
assert new File(results, 'metrics.csv').getText('UTF-8') =~ /(?m)^Greeting,[^,]+,1\.1\.0,error,2,/
// The gate that failed last has left its trace, and so has what followed it.
def page = new File(results, 'metrics.html').getText('UTF-8')
assert page.contains('1.1.0 failed the gate')
assert page.contains('1.1.0 is rolled back: the version below it is active, and then it was deprecated')
def gate = new groovy.json.JsonSlurper().parse(new File(results, 'metrics.json')).actions[0].gate
assert gate.outcome == 'failed' && gate.rules.find { it.name == 'maxErrorRate' }.limit == 0.1
// A marker where each version was deployed.
assert new File(results, 'metrics.html').getText('UTF-8') =~ /"markers":\[\{"at":[0-9.]+,"text":"1\.0\.0"\},\{"at":[0-9.]+,"text":"1\.1\.0"\}\]/

assert runs[8].contains('Greeting 0.9.0 -> 1.0.0, against src/main/cxone/baseline: breaks, and has the 0.10.0 that it needs')
assert runs[9].contains('maven-site-plugin:3.12.1')
['site', 'older-site'].each { looksRight(new File(basedir, "target/$it")) }
['site', 'older-site'].each {
    def site = new File(basedir, "target/$it").toPath()
    assert io.github.cxonetools.report.SitePages.widerThanAPhone(site, site.resolve('screenshots')) == []
}

assert io.github.cxonetools.ReportSchemas.assertAllValid(basedir.toPath()) > 0


assert runs[10] =~ /Greeting +1\.0\.0 +stays active/
assert runs[10] =~ /Greeting +1\.1\.0 +deprecate/
assert runs[10].contains('Greeting 1.1.0 is rolled back: the version below it is active, and then it was deprecated')
assert !runs[10].contains('To go back:')
assert new groovy.json.JsonSlurper().parse(new File(results, 'deployment.json')).goal == 'cxone:rollback'
return true
