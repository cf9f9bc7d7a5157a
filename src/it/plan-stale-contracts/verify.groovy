// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split(/(?m)^\[INFO\] Finished at: .*$/)

assert runs[0].contains('Echo: its contract is missing')
assert runs[0].contains('mvn process-classes cxone:deploy')
