def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /Callback 1\.0\.0: 2 fixtures passed/

def json = new groovy.json.JsonSlurper()
def contract = new File(basedir, 'target/classes/META-INF/cxone/Callback')
def input = json.parse(new File(contract, 'input.schema.json'))
assert input.required == ['phone']
assert input.properties.phone.type == 'string'
assert input.properties.phone.description == 'where to call, as E.164 writes it'
assert input.properties.phone.pattern == '^(?:\\+[1-9][0-9]{6,14})$' || input.properties.phone.pattern.contains('[1-9][0-9]{6,14}')
assert json.parse(new File(contract, 'output.schema.json')).required as Set == ['minutes', 'text'] as Set
assert json.parse(new File(contract, 'action.json')).description == 'Says when a caller is called back.'

return true
