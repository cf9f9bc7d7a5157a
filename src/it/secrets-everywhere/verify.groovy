context.get('server').close()
evaluate(new File(basedir, 'forms.groovy'))

def secret = new File(basedir, 'secret.txt').getText('UTF-8')
def token = 'it-t0ken' + '/with+signs=~9'
def local = new groovy.json.JsonSlurper().parse(new File(basedir, 'tenant/credentials.json')).clientSecret
def forms = (spellings('it-client', secret) + spellings('it-client', token) + spellings('it-client', local) +
        spellings('it-user', 'env-pa55' + 'w0rd-x')).unique()
assert forms.size() > 4 * 20

def log = new File(basedir, 'build.log').getText('UTF-8')
// Each module got as far as it was meant to.
['token-status-line', 'token-chunk', 'token-error-json', 'list-status-line', 'list-header', 'list-cut-when-read',
 'list-error-fields', 'listed-id', 'listed-version', 'local'].each { module ->
    assert log =~ /(?m)deprecate .*@ ${module}/
}
assert log.contains('cxone.baseUrl holds a user name or password')
assert log.contains('Obtained an access token')
assert log.contains('is not a plain segment of a path')
assert !log.contains('Unexpected char')
assert log.contains('answered 400')
assert log.contains('***')

def check = { String where, String text ->
    forms.each { form -> assert !text.contains(form) : "${where} holds ${form}" }
    // What a cut has left.
    [secret, token].each { assert !text.contains(it.substring(0, 8)) : where }
}
check('build.log', log)
basedir.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    boolean holdsIt = file.name in ['secret.txt', 'credentials.json', 'build.log', 'setup.groovy', 'verify.groovy', 'invoker.properties']
    if (!holdsIt) {
        check(file.path, file.getText('ISO-8859-1'))
        check(file.path, file.getText('UTF-8'))
    }
}
return true
