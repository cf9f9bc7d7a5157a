// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
def acted = { run, name ->
    [/${name}\/hello  success/, /${name} 1\.0\.0 passed the gate/, /${name} 1\.0\.0 \(id \S+\) is up to date \(not deprecated\)/,
     /${name} 1\.0\.0 is up to date \(id/].collect { (run =~ it).find() }
}

assert runs.size() == 5
runs.each { assert it.contains('BUILD SUCCESS') }
def all = [true] * 4
def none = [false] * 4
assert [acted(runs[0], 'First'), acted(runs[0], 'Second')] == [all, all]
assert [acted(runs[1], 'First'), acted(runs[1], 'Second')] == [all, none]
assert [acted(runs[2], 'First'), acted(runs[2], 'Second')] == [none, all]
assert [acted(runs[3], 'First'), acted(runs[3], 'Second')] == [none, all]
assert [acted(runs[4], 'First'), acted(runs[4], 'Second')] == [all, none]

return true
