context.get('socket').close()
assert context.get('heard').empty

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('credentials from credentials.json of the local tenant')
assert log =~ /Echo 1\.0\.0 created \(id [^)]+\)/
['real-s3cr3t', 'settings-s3cr3t'].each { secret ->
    assert !log.contains(secret)
    [new File(basedir, 'target'), new File(basedir, '.cxone')].each { folder ->
        folder.eachFileRecurse(groovy.io.FileType.FILES) { file ->
            assert !file.getText('ISO-8859-1').contains(secret) : file
        }
    }
}
def own = new groovy.json.JsonSlurper().parse(new File(basedir, '.cxone/tenant/credentials.json'))
assert !log.contains(own.clientSecret)

return true
