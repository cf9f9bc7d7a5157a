// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
def schema = { module, side ->
    new groovy.json.JsonSlurper().parse(new File(basedir, "${module}/target/classes/META-INF/cxone/${module}/${side}.schema.json"))
}

['input', 'output'].each { side ->
    def price = schema('priced', side).properties.price
    assert price == [type: ['string', 'null'], pattern: '^[A-Z]{3} -?[0-9]{1,15}$']
}
assert runs[0].count('The schema of com.example.Money is what com.example.MoneyModule says') == 1
assert !runs[0].contains('Money: the schema cannot say')
// victools' own Jackson is none of the project's.
assert !runs[0].contains('Jackson 2 and Jackson 3')
assert runs[0].contains('FAIL_ON_UNKNOWN_PROPERTIES, which Jackson 2 enables')

assert runs[0].contains('<modules> names com.example.MonyModule, which cannot be loaded: it is not on the class path. Write its '
        + 'binary name, a nested class with $, and let it be among the main classes or the dependencies')
assert !new File(basedir, 'absent/target/classes/META-INF').exists()

assert runs[0].contains('referring: Order.price: the module com.example.MoneyModule, asked for com.example.Money, answers what '
        + 'CXone would refuse: /$ref is not allowed: everything must be inline')
assert !new File(basedir, 'referring/target/classes/META-INF').exists()

assert runs[1].contains('The contract is up to date')
def loaded = new File(basedir, 'classes.log').readLines()
assert loaded.any { it =~ / io\.github\.cxonetools\.schema\.([a-z]+\.)*GeneratedState / }
assert !loaded.any { it =~ / (com\.github\.victools|com\.fasterxml\.classmate|tools\.jackson|com\.example)\./ }

return true
