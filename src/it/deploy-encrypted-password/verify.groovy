context.get('server').stop(0)
def seen = context.get('seen')
assert seen.count { it.path == '/oauth/token' } == 1
assert seen.count { it.method == 'POST' && it.path == '/api/v2/data-actions' } == 1

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /password of <server> cxone in settings\.xml cannot be decrypted|<password> of the <server> cxone in settings\.xml could not be decrypted/
assert log.contains('mvn --encrypt-password')
assert log.contains('credentials from <server> cxone in settings.xml')
assert log.contains('Echo 1.0.0 created (id it-id)')

def plain = ['it s3cr3t/+&=%', 'it-t0ken/with+signs=']
def forms = plain + plain.collect { URLEncoder.encode(it, 'UTF-8') } +
        plain.collect { URLEncoder.encode(it, 'UTF-8').replace('+', '%20') } +
        plain.collect { it.getBytes('UTF-8').encodeBase64().toString() } +
        plain.collect { ('it-client:' + it).getBytes('UTF-8').encodeBase64().toString() }
forms.each { secret -> assert !log.contains(secret) }
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def text = file.getText('ISO-8859-1')
    forms.each { secret -> assert !text.contains(secret) : file }
}
forms.each { secret -> assert !new File(basedir, '.cxone/receipts.json').getText('UTF-8').contains(secret) }

return true
