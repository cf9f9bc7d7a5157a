// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert runs.size() == 7

// What ran is what the workflow types, step by step, for the first tag and for the second.
def steps = new File(basedir, '.github/workflows/release.yml').readLines()
        .findAll { it.trim().startsWith('run: ') }.collect { it.trim().substring('run: mvn '.length()) }
def goals = new Properties()
new File(basedir, 'invoker.properties').withReader('UTF-8') { goals.load(it) }
['1.0.0': [1, 3], '1.1.0': [4, 6]].each { version, numbers ->
    assert steps*.replace('${GITHUB_REF_NAME#v}', version) == numbers.collect { goals["invoker.goals.$it".toString()] }
}

assert runs[0].contains('ShippingCosts 1.0.0: 2 fixtures passed')
assert runs[0] =~ /com\.example:example-github-actions was never released \(asked: .*github.*\): there is nothing to compare with/
assert runs[0].indexOf('was never released') < runs[0].indexOf('Plan for local: 1 create')
assert runs[0].indexOf('Plan for local: 1 create') < runs[0].indexOf('ShippingCosts 1.0.0 created')
assert new File(basedir, 'releases/com/example/example-github-actions/1.0.0/example-github-actions-1.0.0.jar').exists()
assert runs[2].contains('ShippingCosts 1.0.0 passed the gate')

assert runs[3].contains('ShippingCosts 1.0.0 -> 1.1.0, against com.example:example-github-actions:1.0.0 (github): unchanged')
assert runs[3].contains('ShippingCosts 1.1.0 created')
assert runs[4].contains('Executed 2 fixtures: 0 success, 2 error')
assert runs[5].contains('ShippingCosts 1.1.0 failed the gate')
assert runs[5].contains('ShippingCosts 1.1.0 is rolled back: the version below it is active, and then it was deprecated')

// Nothing is planned, published or deployed.
assert runs[6] =~ /ERROR.* ShippingCosts 1\.1\.1 needs 1\.2\.0/
assert !runs[6].contains('Plan for')
assert !new File(basedir, 'releases/com/example/example-github-actions/1.1.1').exists()

return true
