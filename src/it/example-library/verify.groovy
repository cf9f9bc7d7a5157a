def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /LoyaltyTier 1\.0\.0: 3 fixtures passed/
assert log =~ /LoyaltyTier 1\.0\.0 created \(id /
assert log.contains('Executed 3 fixtures: 2 success, 1 error')
assert !log.contains('[WARNING] LoyaltyTier')

def json = new groovy.json.JsonSlurper()
def contract = new File(basedir, 'target/classes/META-INF/cxone/LoyaltyTier')
assert json.parse(new File(contract, 'action.json')).description ==
        'Finds the loyalty tier of a caller, so that a script can offer what the tier allows.'
def input = json.parse(new File(contract, 'input.schema.json'))
assert input.description == 'What a customer has bought.'
assert input.required == ['customerId']
assert input.properties.customerId.title == 'as the shop numbers its customers'
assert input.properties.customerId.description == 'as the shop numbers its customers. It begins with a C'
assert input.properties.total.description == 'in euros, of the last twelve months'
assert !input.properties.total.containsKey('title')
def output = json.parse(new File(contract, 'output.schema.json'))
assert output.properties.discount.description == 'that may be offered; 0.1 is ten percent'

return true
