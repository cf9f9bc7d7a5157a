// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 3
assert runs[0] =~ /SentimentRoutingAction 1\.0\.0: 10 fixtures passed/
assert runs[0] =~ /SentimentRoutingAction 1\.0\.0 created \(id [^)]+\)/
assert runs[1] =~ /SentimentRoutingAction 1\.0\.0 is up to date \(id [^)]+\)/
assert runs[2].contains('Executed 10 fixtures: 8 success, 2 error')
assert runs[2] =~ /1\.0\.0 +10 +20\.00 %/
assert runs[2] =~ /success +8 /
assert runs[2] =~ /error +2 /

def json = new groovy.json.JsonSlurper()
def input = json.parse(new File(basedir, 'target/classes/META-INF/cxone/SentimentRoutingAction/input.schema.json'))
assert input.'$schema' == 'http://json-schema.org/draft-07/schema#'
assert input.required == ['interaction_id', 'channel_type']
assert input.properties.keySet() as List == ['interaction_id', 'channel_type', 'customer_phone', 'sentiment_score', 'tags']
assert input.properties.interaction_id.description == "The interaction's unique identifier"
assert input.properties.channel_type.pattern == '^(voice|chat|email|sms)$'
assert input.properties.sentiment_score.minimum == -1.0 && input.properties.sentiment_score.maximum == 1.0
def output = json.parse(new File(basedir, 'target/classes/META-INF/cxone/SentimentRoutingAction/output.schema.json'))
assert 'processed_at' in output.required
assert output.properties.routing_recommendation.default == 'default-queue'

def report = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-cxone.SentimentRoutingAction.xml'))
assert report.@tests == '10' && report.@failures == '0' && report.@errors == '0'
def simulation = json.parse(new File(basedir, 'target/cxone/simulation.json'))
assert simulation != null
def jar = new java.util.jar.JarFile(new File(basedir, 'target/sentiment-routing-1.0.0.jar'))
assert jar.getEntry('META-INF/cxone/SentimentRoutingAction/input.schema.json') != null
jar.close()

return true
