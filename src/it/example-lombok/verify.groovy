def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /Appointment 1\.0\.0: 2 fixtures passed/

def json = new groovy.json.JsonSlurper()
def contract = new File(basedir, 'target/classes/META-INF/cxone/Appointment')
def input = json.parse(new File(contract, 'input.schema.json'))
assert input.required == ['branch']
assert input.properties.branch.description == "The branch's code, as on its door."
assert input.properties.topics.description == 'What to talk about.'
assert input.description == 'What a caller wants an appointment for.'
def output = json.parse(new File(contract, 'output.schema.json'))
assert output.properties.number.description == 'What the caller says at the branch.'

return true
