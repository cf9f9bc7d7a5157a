// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split(/(?m)^\[INFO\] Finished at: .*$/)

assert runs.length > 0
