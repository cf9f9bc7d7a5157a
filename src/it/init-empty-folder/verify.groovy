// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert runs.size() == 3

assert runs[0].contains('pom.xml: written')
assert runs[0].contains('Next: mvn verify')

// Both fixtures pass: the answer that is expected, and the refusal that is.
assert runs[1].contains('Greeting: wrote ')
assert runs[1] =~ /Greeting 1\.0\.0-SNAPSHOT: 2 fixtures passed/
assert runs[1].contains('BUILD SUCCESS')
assert !(runs[1] =~ /\[(WARNING|ERROR)] .*(Greeting|cxone|fixture)/)

assert runs[2].contains('src/main/java/com/example/orders/OrderStatus.java: written')
assert runs[2].contains('Add to the <actions> in the <configuration> of cxone-maven-plugin:')
assert runs[2].contains('<handler>com.example.orders.OrderStatus</handler>')
assert !runs[2].contains('.gitignore')
assert new File(basedir, 'src/test/cxone/order-status/greets.json').file
assert !new File(basedir, 'pom.xml').text.contains('OrderStatus')

return true
