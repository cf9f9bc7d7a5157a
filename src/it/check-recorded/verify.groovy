// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert runs.size() == 4

def recorded = new File(basedir, 'src/main/cxone/baseline/Echo')
assert runs[0].contains('Echo: recorded in src/main/cxone/baseline')
assert runs[0].contains('BUILD SUCCESS')
assert new File(recorded, 'action.json').text.contains('"version" : "1.0.0"') || new File(recorded, 'action.json').text.contains('"version": "1.0.0"')
assert new File(recorded, 'input.schema.json').text.contains('"string"')

assert runs[1].contains('Echo 1.0.0 -> 1.0.0, against src/main/cxone/baseline: unchanged')
assert runs[1].contains('Echo 1.0.0 -> 1.0.0, against local: unchanged')

assert runs[2].contains('Echo 1.0.0 -> 1.1.0, against src/main/cxone/baseline: needs 2.0.0')
assert runs[2].contains('Echo 1.0.0 -> 1.1.0, against local: needs 2.0.0')
assert runs[2].contains('(2 findings)')
assert new File(recorded, 'input.schema.json').text.contains('"string"')

assert runs[3].contains('Run: mvn process-classes cxone:check')

assert io.github.cxonetools.ReportSchemas.assertAllValid(basedir.toPath()) > 0

return true
