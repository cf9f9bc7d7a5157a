import io.github.cxonetools.client.Fault
import io.github.cxonetools.client.FaultSecrets
import io.github.cxonetools.client.WireTenant
import tools.jackson.databind.json.JsonMapper

// The faults of FaultTableTest, each against each call: one module and one tenant for every pair.
def actions = '/api/v2/data-actions'
def calls = [
        token: [line: 'POST /oauth/token', goal: 'deploy'],
        list: [line: "GET ${actions}" as String, goal: 'deploy'],
        create: [line: "POST ${actions}" as String, goal: 'deploy'],
        patch: [line: "PATCH ${actions}/id-1" as String, goal: 'deprecate'],
        metrics: [line: 'POST /api/v2/analytics/data-actions/details/query', goal: 'metrics']]
def existing = new JsonMapper().readTree('{"name":"Existing","version":"1.0.0","isDeprecated":false,'
        + '"inputSchema":{},"outputSchema":{},"handlerUrl":"https://a.example.com/","timeoutMs":5000}')

def tenants = [:]
def modules = new File(basedir, 'faults')
def add = { String module, call, tenant, timeout ->
    tenant.add(existing)
    tenants[module] = [tenant: tenant, line: call.line]
    def folder = new File(modules, module)
    folder.mkdirs()
    new File(folder, 'pom.xml').text = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>com.example</groupId>
    <artifactId>deploy-faults</artifactId>
    <version>1.0.0</version>
    <relativePath>../..</relativePath>
  </parent>
  <artifactId>${module}</artifactId>
  <packaging>pom</packaging>
  <properties>
    <cxone.${call.goal}.skip>false</cxone.${call.goal}.skip>
    <cxone.baseUrl>${tenant.url()}</cxone.baseUrl>
    <cxone.requestTimeout>${timeout}</cxone.requestTimeout>
    ${call.goal == 'deploy' ? '' : '<cxone.actionId>id-1</cxone.actionId>'}
  </properties>
  <build>
    <plugins>
      <plugin>
        <groupId>io.github.cxonetools</groupId>
        <artifactId>cxone-maven-plugin</artifactId>
        <configuration>
          <actions>
            <action>
              <name>${module}</name>
              <input>java.lang.String</input>
              <output>java.lang.String</output>
              <handlerUrl>https://actions.example.com/</handlerUrl>
            </action>
          </actions>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
"""
}
Fault.all().forEach { fault ->
    calls.each { name, call ->
        def tenant = new WireTenant()
        tenant.tokenAnswer = FaultSecrets.tokenAnswer()
        def hits = new java.util.concurrent.atomic.AtomicInteger()
        tenant.script = { request ->
            request.line() == call.line && hits.incrementAndGet() <= fault.times()
                    ? fault.behaviour()
                    : WireTenant.Behaviour.NORMAL
        } as WireTenant.Script
        if (fault.isRefused()) {
            tenant.refuse()
        }
        add("${fault.name()}-${name}", call, tenant, fault.isSlow() ? 'PT2S' : 'PT20S')
    }
}
// A token that says what it allows, and that is not enough.
def scoped = new WireTenant()
scoped.tokenAnswer = FaultSecrets.tokenAnswer().replace('}', ',"scope":"data-actions:read data-actions:write"}')
add('scope-metrics', [line: calls.token.line, goal: 'metrics'], scoped, 'PT20S')
new File(modules, 'pom.xml').text = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>com.example</groupId>
    <artifactId>deploy-faults</artifactId>
    <version>1.0.0</version>
  </parent>
  <artifactId>faults</artifactId>
  <packaging>pom</packaging>
  <modules>
    ${tenants.keySet().collect { "<module>${it}</module>" }.join('\n    ')}
  </modules>
</project>
"""
new File(basedir, 'secret.txt').text = FaultSecrets.CLIENT_SECRET
context.put('tenants', tenants)
return true
