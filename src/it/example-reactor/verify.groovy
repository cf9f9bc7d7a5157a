def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /OrderState 1\.2\.0 created \(id /
assert log =~ /RefundState 1\.2\.0 created \(id /
// Nothing is deployed before everything has passed.
assert log.indexOf('RefundState 1.2.0: 1 fixture passed') < log.indexOf('OrderState 1.2.0 created')

def json = new groovy.json.JsonSlurper()
def jar = new java.util.jar.JarFile(new File(basedir, 'target/repository/com/example/orders/1.2.0/orders-1.2.0.jar'))
def read = { name -> json.parse(jar.getInputStream(jar.getEntry('META-INF/cxone/OrderState/' + name))) }
assert read('action.json').version == '1.2.0'
// Of the module's own source, and not what its parent's POM says of all of them.
assert read('action.json').description == 'Says where an order is.'
def input = read('input.schema.json')
assert input.properties.customer.description == 'who asks'
assert read('output.schema.json').properties.text.description == 'what the script says'
jar.close()

def pom = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/repository/com/example/orders/1.2.0/orders-1.2.0.pom'))
assert pom.parent.version == '1.2.0'

return true
