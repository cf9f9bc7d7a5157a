def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /CreateTicket 1\.0\.0: 1 fixture passed/
assert log =~ /CreateTicketLater 1\.0\.0: 2 fixtures passed/

def json = new groovy.json.JsonSlurper()
def contracts = new File(basedir, 'target/classes/META-INF/cxone')
assert json.parse(new File(contracts, 'CreateTicket/action.json')).description == 'Opens a ticket for what a caller complains of.'
assert json.parse(new File(contracts, 'CreateTicketLater/action.json')).description ==
        'Opens a ticket, and asks another system for its number.'
assert new File(contracts, 'CreateTicket/input.schema.json').text == new File(contracts, 'CreateTicketLater/input.schema.json').text
assert new File(contracts, 'CreateTicket/output.schema.json').text == new File(contracts, 'CreateTicketLater/output.schema.json').text
assert json.parse(new File(contracts, 'CreateTicket/output.schema.json')).properties.number.description == 'that the caller is told'

// What the handler logs stands where it printed.
assert new File(basedir, 'target/surefire-reports/TEST-cxone.CreateTicket.xml').text.contains('CreateTicket opens a ticket')

return true
