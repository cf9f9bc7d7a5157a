// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 2
assert runs[0] =~ /SentimentRoutingAction 1\.0\.0: 10 fixtures passed/
assert runs[0] =~ /SentimentRoutingAction 1\.0\.0 created \(id [^)]+\)/
assert runs[1] =~ /SentimentRoutingAction 1\.0\.0 is up to date \(id [^)]+\)/
assert runs[0].contains('Executed 10 fixtures: 8 success, 2 error')
assert runs[0] =~ /1\.0\.0 +10 +20\.0 %/
assert runs[0] =~ /success +8 /
assert runs[0] =~ /error +2 /

// README.md shows what the first invocation prints of this plugin's goals, line by line. A line that is an ellipsis stands for
// any lines, and an ellipsis at a line's end for the rest of that line. Only what differs from run to run is made equal:
def equalInEachRun = { String line ->
    line.replace(basedir.canonicalPath, '…').replace(basedir.path, '…')
            .replaceAll(/--- (cxone-maven-plugin|cxone):[^:]+:/, '--- cxone:<version>:')
            .replaceAll(/127\.0\.0\.1:(?!8788)\d+/, '127.0.0.1:<port>')
            .replaceAll(/client local-[\w-]+/, 'client local-<id>')
            .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '<id>')
            .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/, '<moment>')
            .replaceAll(/ *\b\d[\d,]*(\.\d+)? [mµu]?s\b/, ' <duration>')
            .replaceAll(/<duration> +[#█] *$/, '<duration> #') // The column of the day.
            .replaceAll(/  \d.*, daily, local$/, '  <days>, daily, local')
            .stripTrailing()
}
def shown = (new File(basedir, '../../../README.md').getText('UTF-8') =~ /(?s)## What you see\n\n```\n(.*?)\n```/)[0][1].readLines()
assert shown[0] == '$ mvn deploy cxone:execute cxone:metrics'
shown = shown.drop(1).collect(equalInEachRun)
// A busy machine tells how far a simulation is. Maven 4 warns between the goals of POMs that it attaches again, and of lists that a repository does not give.
def printed = []
def ours = false
runs[0].readLines().each { line ->
    if (line =~ /\[INFO\] ---/) {
        ours = line =~ /--- cxone(-maven-plugin)?:/
    }
    if (ours && !(line =~ /^\[INFO\]\s*$|\d+ of \d+ fixtures played|Download(ing|ed) from|already attached, replacing|Could not transfer metadata \/.meta/)) {
        printed << equalInEachRun(line)
    }
}
def next = 0
def skips = false
shown.each { line ->
    if (line == '…') {
        skips = true
        return
    }
    def fits = { String other -> line.endsWith('…') ? other.startsWith(line[0..-2]) : other == line }
    def found = skips ? (next..<printed.size()).find { fits(printed[it]) } : next
    assert found != null && found < printed.size() && fits(printed[found]): "README.md shows\n$line\nand printed is\n${printed.drop(next).join('\n')}"
    next = found + 1
    skips = false
}
assert next == printed.size(): "README.md does not show\n${printed.drop(next).join('\n')}"

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

assert io.github.cxonetools.ReportSchemas.assertAllValid(basedir.toPath()) > 0

return true
