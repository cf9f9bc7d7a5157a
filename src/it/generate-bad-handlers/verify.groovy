// One text for each invocation, in order.
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)

def log = runs[0]
assert log.contains('The contracts cannot be generated (8 findings):')
assert log.contains('Missing: handler com.example.Missing is not on the class path. Check <handler>, and that the module compiles it')
assert log.contains('Abstract: handler com.example.AbstractHandler is abstract. Name a class that can be instantiated')
assert !log.contains('NoConstructor: ')
assert log.contains('InTests: handler com.example.InTests is in test sources (')
assert log.contains('Hidden: handler com.example.Hidden is package-private, so it is not public. Make it public')
assert log.contains('Later: handler com.example.Later gives java.util.concurrent.Future<com.example.Request>, and CXone waits for one JSON value. Return the result itself')
assert log.contains('NoFunction: handler com.example.NoFunction is not a java.util.function.Function. Implement Function<Input, Output>, or name a method with one parameter as com.example.NoFunction#method')
assert log.contains('NoMethod: handler com.example.NoFunction has no public method absent. Check <handler>')
assert log.contains('Nothing: neither <handler> nor both <input> and <output> are set. Set <handler> to a class that is a java.util.function.Function, or to Class#method')
assert log.contains('MojoFailureException')
// Nothing half done: no contract was written.
assert !log.contains(': wrote ')
assert new File(basedir, 'target/classes/META-INF/cxone').list() as List == ['NoConstructor']

// What only its application can create has a contract, and is simulated over HTTP.
assert runs[1].contains('NoConstructor: wrote ')
assert runs[1].contains('NoConstructor: handler com.example.NoConstructor has no public constructor without parameters, so only its application can create it')
assert runs[1].contains('simulate over HTTP: -Dcxone.endpoint=')
assert new File(basedir, 'target/classes/META-INF/cxone/NoConstructor/input.schema.json').exists()

assert !new File(basedir, 'build.log').text.contains('at io.github.cxonetools')

return true
