// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 2
assert runs[0].contains('No credentials for CXone. Set the environment variables CXONE_CLIENT_ID and CXONE_CLIENT_SECRET, ' +
        'or add to settings.xml a <server> with <id>cxone</id>')
assert runs[1].contains('settings.xml has no <server> with <id>elsewhere</id>, which cxone.serverId names')
runs.each { assert it.contains('MojoFailureException') }

assert !new File(basedir, 'build.log').text.contains('at io.github.cxonetools')

return true
