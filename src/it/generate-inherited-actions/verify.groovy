// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

def contracts = { module -> new File(basedir, "${module}/target/classes/META-INF/cxone").list() as List }
assert contracts('inherits') == ['Common']
assert contracts('overrides') == ['Own']

// Without combine.self the child's action would have taken the parent's timeout, by its position in the list.
def own = new groovy.json.JsonSlurper().parse(new File(basedir, 'overrides/target/classes/META-INF/cxone/Own/action.json'))
assert own.timeoutMs == 5000

// With its last action, a module loses the contract that the jar carried.
assert runs[0] =~ /Last: wrote/
assert runs[1].contains('No <actions> in this module')
assert runs[1].contains('Last: removed its contract, because the POM no longer has it')
assert contracts('emptied') == []
assert runs[1] =~ /(?s)The contract is up to date.*The contract is up to date/

// Where nothing changed, no class is loaded that makes or checks contracts.
def loaded = new File(basedir, 'classes.log').readLines()
def isLoaded = { name -> loaded.any { it =~ " io\\.github\\.cxonetools\\.schema\\.([a-z0-9]+\\.)*${name} " } }
assert isLoaded('GeneratedState')
['Derivation', 'ProjectClasses', 'Jackson', 'SchemaEngine', 'SchemaRules'].each { name -> assert !isLoaded(name): name }
assert !loaded.any { it =~ / (tools\.jackson|com\.fasterxml|com\.networknt|com\.github\.victools)\./ }

return true
