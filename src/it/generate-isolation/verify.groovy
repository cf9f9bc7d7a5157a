def log = new File(basedir, 'build.log').getText('UTF-8')

// Whatever the projects' own versions are, contracts are what the golden files hold, byte for byte.
def actions = ['jackson-2-9': 'Old', 'jackson-2-20': 'Present', 'jackson-3': 'Newest', 'missing-annotation': 'Audited']
actions.each { module, action ->
    ['input', 'output'].each { side ->
        def written = new File(basedir, "${module}/target/classes/META-INF/cxone/${action}/${side}.schema.json")
        def expected = new File(basedir, "expected/${module}/${side}.schema.json")
        assert written.bytes == expected.bytes: "${module} ${side}"
    }
    def played = new groovy.json.JsonSlurper().parse(new File(basedir, "${module}/target/cxone/simulation.json"))
    assert played.toString().contains('success'): module
    assert log =~ /(?m)^\[INFO\] ${module} \.+ SUCCESS/: module
}

// What the kinds of classes in one module are under old versions of Jackson, with javax.validation: each payload came to what
// its fixture says, and only what code does is warned of.
['kinds-2-9', 'kinds-2-12'].each { module -> assert log =~ /(?m)^\[INFO\] ${module} \.+ SUCCESS/: module }
def told = log.readLines().findAll { it.contains('[WARNING] Kinds.') && !it.contains('of Kinds.Money (it is code') && !it.contains('1 may not come as 1.0') }
assert told.isEmpty(): told

// A class that a property's type needs is missing: the finding names it, and no contract is written.
assert log.contains('Priced: com.example.shared.Priced needs com.example.optional.Money, which is not on the class path. Add the dependency that has it')
assert log =~ /(?m)^\[INFO\] missing-type \.+ FAILURE/
assert !new File(basedir, 'missing-type/target/classes/META-INF/cxone').exists()
assert !log.contains('SLF4J:')
assert !log.contains('at io.github.cxonetools')

return true
