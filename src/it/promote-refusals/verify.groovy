def tenants = context.get('tenants')
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert runs.size() == 2

// One message each, with what to type.
def says = { String... texts -> texts.each { assert runs[0].contains(it) : it } }
says 'com.example.releases:none:1.0 (central) carries no contracts in META-INF/cxone. Name the artifact of the module that has <actions>, or bind the goal generate there and release it again'
says 'META-INF/cxone/Greeting/action.json is of format 2, which a newer cxone-maven-plugin wrote; this one reads formats up to 1. Use the newer version of the plugin'
says 'com.example.releases:routing:9.9 is in none of the repositories (', '), which have 1.0. Correct the version in cxone.artifact'
says 'com.example.releases:nothing:1.0 is in none of the repositories (', '). Publish it first, or correct cxone.artifact; a repository of your own is named in a profile of settings.xml, or in the POM'
says 'com.example.releases:routing:1.0:jar:contracts is in none of the repositories (', '), which have that version, but not with extension jar and classifier contracts. Correct what follows the version in cxone.artifact'
says 'com.example.releases:routing:1.0-SNAPSHOT is a snapshot, which may be another tomorrow. Release it and promote that, or promote the snapshot with -Dcxone.allowSnapshots'
says 'cxone.artifact is com.example.releases:routing:LATEST, and what that is changes; a promotion is exact. Name the version, for example com.example:routing:1.5.0'
says 'cxone.action names Greetings, and com.example.releases:routing:1.0 has no such action. It has Greeting. Did you mean Greeting?'
says 'First has no handlerUrl in the target. Say where its handler listens there: -Dcxone.handlerUrl=https://actions.example.com/{name}, or <handlerUrls> in a POM', 'Second has no handlerUrl in the target.'
says 'Greeting: cxone.handlerUrl has {nmae}, and what is replaced is {name} and {version}. Use one like https://actions.example.com/{name}'
says "The gate's parameters are set, and nothing says in which tenant the versions ran. Set -Dcxone.sourceBaseUrl=<the tenant that has them>"
says "cxone.sourceBaseUrl and cxone.baseUrl are one tenant, ${tenants.target.url()}, and a promotion goes from one to another. Correct one of them"
says "The source ${tenants.other.url()} has Greeting 1.0 (id id-1) with other schemas than the artifact. Promote the artifact that was deployed there, or deploy this one under a higher version"
says "The source ${tenants.deprecated.url()} has Greeting 1.0 (id id-1) deprecated: it is no version to go on with."
says "The source ${tenants.absent.url()} has no Greeting 1.0. Deploy and test it there first, or correct cxone.artifact or cxone.sourceBaseUrl"
// The target has 1.0 active, with another contract.
says 'Greeting 1.0 -> 1.1, against the tenant (id id-1): needs 2.0', 'breaks callers'
assert tenants.before.deployed() == ['Greeting 1.0']
says 'com.example:refuses-own:1.0.0 is in none of the repositories ('
assert runs[0].count('MojoFailureException') >= 1
assert !runs[0].contains('MojoExecutionException') && !runs[0].contains('PluginExecutionException') && !runs[0].contains('at io.github.cxonetools')
assert tenants.target.deployed().isEmpty()
assert !tenants.target.requests().any { it.method() == 'POST' && it.path() != '/oauth/token' }

assert runs[1].contains('First and Second have one handlerUrl, https://actions.example.com/all; {name} in it would tell them apart')
assert runs[1].contains(": 2 create")
assert runs[1].contains('Dry run: nothing was changed')
assert runs[1].count('Promoting com.example.releases:two:1.0') == 1
assert new File(basedir, 'target/cxone/plan.json').text.contains('"kind": "create"')
assert tenants.target.deployed().isEmpty()
runs.each { assert !it.contains('s3cr3t') }
tenants.values().each { it.close() }
assert io.github.cxonetools.ReportSchemas.assertAllValid(basedir.toPath()) >= 2
return true
