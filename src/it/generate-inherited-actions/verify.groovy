def contracts = { module -> new File(basedir, "${module}/target/classes/META-INF/cxone").list() as List }
assert contracts('inherits') == ['Common']
assert contracts('overrides') == ['Own']

// Without combine.self the child's action would have taken the parent's timeout, by its position in the list.
def own = new groovy.json.JsonSlurper().parse(new File(basedir, 'overrides/target/classes/META-INF/cxone/Own/action.json'))
assert own.timeoutMs == 5000

return true
