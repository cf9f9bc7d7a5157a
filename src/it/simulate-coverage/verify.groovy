// The handlers' JVM sees no credentials, runs where the build runs, goes on after an exit, and ends so that JaCoCo writes.
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /Surroundings 1\.0\.0: 2 fixtures passed/
assert !log.contains('it-secret')

def lines = new File(basedir, 'target/site/jacoco/jacoco.csv').readLines()
def header = lines[0].split(',').toList()
def covered = lines.find { it.contains(',Surroundings,') }.split(',')[header.indexOf('LINE_COVERED')].toInteger()
assert covered >= 5

return true
