// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

assert runs.size() == 11
// The handler of the second module needs a class of another.
assert runs[0].contains('First/hello  success')
assert runs[0] =~ /Second\/hello  success .*"hellohello"/
assert runs[0].contains('First 1.0.0 passed the gate')
assert runs[0].contains('Second 1.0.0 passed the gate')
assert runs[0].contains('No <actions> in needed-library')
assert !runs[0].contains('SKIPPED')

assert runs[1].contains('first: First 1.0.0 failed the gate')
assert runs[1].contains('second: Second 1.0.0 failed the gate')
assert runs[1].contains('mvn cxone:deprecate -Dcxone.action=First -Dcxone.versions=1.0.0')

assert runs[2] =~ /First 1\.0\.0 .*is marked deprecated/
assert !(runs[2] =~ /Second 1\.0\.0 .*deprecated/)

assert runs[3].contains('Second/hello  success')
assert !runs[3].contains('First/hello')

assert runs[4] =~ /Second 1\.0\.0 .*1\.0\.1/
assert !runs[4].contains('First 1.0.0')

assert runs[5].contains('First 1.0.0')
assert !runs[5].contains('Second')
assert runs[5].contains('BUILD SUCCESS')

assert runs[6].contains('cxone:metrics has nothing to do: no <actions> in needed-library. Type mvn cxone:metrics -pl :first,:second')

assert runs[7].contains('First/hello')
assert runs[7].contains('Modules of this build are found once it has compiled them: mvn process-classes cxone:execute')

assert runs[8].contains('First 1.0.0: 1 fixture passed')
assert runs[8].contains('Simulation: 1 passed (shard 2/2 of 1 fixture)    Report: first/target/cxone/simulation.html')
assert runs[8].contains('BUILD SUCCESS')
assert runs[9].contains('cxone:simulate has nothing to do: cxone.fixture: nothing matches */nothing')

assert runs[10].contains('first: First 1.0.0 is the lowest release in the tenant, so there is none to go back to.')
assert runs[10].contains('mvn cxone:deprecate -Dcxone.action=First -Dcxone.versions=1.0.0')
assert runs[10].contains('second: The tenant has no Second 1.0.0. There is 1.0.1. Say which one goes out of use: -Dcxone.newVersion=<version>')

assert io.github.cxonetools.ReportSchemas.assertAllValid(basedir.toPath()) > 0

return true
