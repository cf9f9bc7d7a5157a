// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split(/(?m)^\[INFO\] Finished at: .*$/)

context.get('server').stop(0)
assert runs[0].contains('answered 401')
