// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 7
assert runs[0].contains('No module of this build has <actions>. Add to the configuration of cxone-maven-plugin:')
assert runs[1].contains('<action> number 1 in <actions> has no <name>. Name it, for example <name>SentimentRoutingAction</name>')
assert runs[2].contains('The <actions> of generate-bad-actions are not usable (2 findings):')
assert runs[2].contains('Action name "../escape" is not allowed: use letters, digits, \'-\', \'_\' and \'.\', beginning with a letter or a digit')
assert runs[2].contains('Action name "aux" is not allowed: aux is a device on Windows, so no folder can have that name. Choose another name')
assert runs[3].contains('Two actions are named Echo and echo. Give each a name of its own; case does not make a difference')
assert runs[4].contains('Echo: handlerUrl "http://actions.example.com/echo" is plain HTTP. Use https://, or 127.0.0.1, [::1] or localhost for a local tenant')
assert runs[5].contains('Echo: timeoutMs is 60001. Use 1 to 60000')
assert runs[6].contains('cxone.action names Ecko, but this build has no such action. It has Echo')
runs.each { assert it.contains('MojoFailureException') }

assert !new File(basedir, 'build.log').text.contains('at io.github.cxonetools')

return true
