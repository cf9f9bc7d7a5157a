// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 11
assert runs[0].contains('No module of this build has <actions>. Add to the configuration of cxone-maven-plugin:')
assert runs[1].contains('<action> number 1 in <actions> has no <name>. Name it, for example <name>SentimentRoutingAction</name>')
assert runs[2].contains('The <actions> of generate-bad-actions are not usable (2 findings):')
assert runs[2].contains('Action name "../escape" is not allowed: use letters, digits, \'-\', \'_\' and \'.\', beginning with a letter or a digit')
assert runs[2].contains('Action name "aux" is not allowed: aux is a device on Windows, so no folder can have that name. Choose another name')
assert runs[3].contains('Two actions are named Echo and echo. Give each a name of its own; case does not make a difference')
assert runs[4].contains('Echo: handlerUrl "http://actions.example.com/echo" is plain HTTP. Use https://, or 127.0.0.1, [::1] or localhost for a local tenant')
assert runs[5].contains('Echo: timeoutMs is 60001. Use 1 to 60000')
assert runs[6].contains('cxone.action names Ecko, but this build has no such action. It has Echo')
assert runs[7].contains('Echo: timeoutMs is 5s. Use milliseconds, 1 to 60000')
assert runs[8].contains("""The configuration has names that no goal of this plugin knows (8 findings):
[ERROR]   - <handlerurl> in the <action> Echo in the <configuration> of generate-bad-actions is not an element of an action. Did you mean <handlerUrl>?
[ERROR]   - <maxErrorrate> in the <configuration> of generate-bad-actions is not a parameter of this plugin. Did you mean <maxErrorRate>?
[ERROR]   - <minExecution> in the execution gate of generate-bad-actions is not a parameter of this plugin. Did you mean <minExecutions>?
[ERROR]   - <timeout> in the <action> Echo in the <configuration> of generate-bad-actions is not an element of an action. Did you mean <timeoutMs>?
[ERROR]   - cxone.baseurl, set on the command line, is not a property of this plugin. Did you mean cxone.baseUrl?
[ERROR]   - cxone.concurency, set in the properties of generate-bad-actions, is not a property of this plugin. Did you mean cxone.concurrency?
[ERROR]   - cxone.environmentVariables, set on the command line, is not a property of this plugin. <environmentVariables> is set in the POM's <configuration> only
[ERROR]   - cxone.max-attempt, set in MAVEN_OPTS or .mvn/jvm.config, is not a property of this plugin. Did you mean cxone.maxAttempts?
""")
assert runs[9].contains('cxone.rollback.skp, set on the command line, is not a property of this plugin. Did you mean cxone.')
assert runs[10].contains('start-tenant has not started a local tenant for this module')
runs.dropRight(1).each { assert it.contains('MojoFailureException') }

assert !new File(basedir, 'build.log').text.contains('at io.github.cxonetools')

return true
