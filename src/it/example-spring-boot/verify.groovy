def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Started Application')
assert log =~ /OrderStatus 1\.0\.0: 2 fixtures passed/
assert log =~ /OrderStatus 1\.0\.0 created \(id /
assert log.contains('Executed 2 fixtures: 1 success, 1 error')
// What Spring made answers, and nothing of it is served by the plugin.
assert !log.contains('Serving the handler')
// The bean's contract needs no application; who calls it finds one, and says so.
assert !log.contains('[WARNING] OrderStatus')
assert log.contains('Something listens at http://127.0.0.1:18801/order-status already; it is used as it is')
assert log.indexOf('Started Application') < log.indexOf('fixtures passed')

def json = new groovy.json.JsonSlurper()
def contract = new File(basedir, 'target/classes/META-INF/cxone/OrderStatus')
def input = json.parse(new File(contract, 'input.schema.json'))
assert input.required == ['order_number']
assert input.properties.order_number.description == 'as it stands on the bill'
// Of the bean, and not of Spring Boot's parent POM.
assert json.parse(new File(contract, 'action.json')).description == 'Tells a caller where an order is.'
// Nothing is left running.
new ServerSocket(18801, 1, InetAddress.getByName('127.0.0.1')).close()

return true
