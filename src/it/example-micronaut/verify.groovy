def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /Refund 1\.0\.0: 2 fixtures passed/
assert log.contains('Serving the handler at http://127.0.0.1:18802/refund')
assert log.contains('Executed 2 fixtures: 2 success, 0 error')
assert !log.contains('[WARNING] Refund')

def json = new groovy.json.JsonSlurper()
def contract = new File(basedir, 'target/classes/META-INF/cxone/Refund')
assert json.parse(new File(contract, 'input.schema.json')).properties.number.description == 'of the refund, as the letter says'
assert json.parse(new File(contract, 'action.json')).description == 'Says whether a refund was paid.'

return true
