import io.github.cxonetools.client.Fault
import io.github.cxonetools.client.FaultSecrets

def tenants = context.get('tenants')
def log = new File(basedir, 'build.log').getText('UTF-8')

// Each fault was met.
def unmet = tenants.findAll { module, it -> !module.startsWith('refused-') && it.tenant.count(it.line) == 0 }.keySet()
assert unmet.isEmpty()

// What failed, failed in words: Maven names an exception that no goal expects.
assert !log.contains('PluginExecutionException')
assert log =~ /truncated-list: Could not read the versions of truncated-list: .* answered 200, and its body could not be read/

assert log.contains('cxone:metrics cannot run: the token of client the-client lacks the scope analytics:read')
assert tenants['scope-metrics'].tenant.lines() == ['POST /oauth/token']

def forms = FaultSecrets.forms(Fault.CLIENT)
def leaks = log.readLines().findAll { line -> forms.any { line.contains(it) } }
assert leaks.isEmpty()

def files = []
new File(basedir, 'faults').eachFileRecurse(groovy.io.FileType.FILES) { files << it }
assert files.any { it.name == 'receipts.json' } && files.any { it.name == 'deployment.json' }
def leaking = files.findAll { file ->
    def text = file.getText('UTF-8')
    forms.any { text.contains(it) }
}
assert leaking.isEmpty()

tenants.values().each { it.tenant.close() }
return true
