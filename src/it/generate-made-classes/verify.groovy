// Every payload came to what its fixture says: simulate fails the build otherwise.
def log = new File(basedir, 'build.log').getText('UTF-8')
def warnings = log.readLines().findAll { it.contains('[WARNING]') && it.contains('the schema cannot say') }

def output = { module, action ->
    new groovy.json.JsonSlurper().parse(new File(basedir, "${module}/target/classes/META-INF/cxone/${action}/output.schema.json"))
}

// What can be said is said: these are warned of in nothing.
['LombokCall', 'ImmutableOrder', 'ImmutableLine', 'AutoCall', 'Order.', 'Call.', 'Call:', 'Late'].each { name ->
    def told = warnings.findAll { it.contains('[WARNING] ' + name) }
    assert told.isEmpty(): told
}

// What only code knows is warned of, with the member's name.
assert warnings.any { it.contains('Bounds: the schema cannot say what its constructor refuses') }
assert warnings.any { it.contains('GuavaTypes.range: the schema cannot say what a module on the class path makes of Range') }
assert warnings.any { it.contains('GuavaTypes.codes: the schema cannot say that no value comes twice') }
assert !warnings.any { it.contains('GuavaTypes.table') || it.contains('JodaTypes') }
assert warnings.any { it.contains('ProtobufTypes.number: the schema cannot say what a module on the class path makes of Int32Value') }

// What Lombok's code checks is never null on output, whichever Jackson writes it.
assert output('processors', 'Lombok').properties.name.type == 'string'
assert output('processors-3', 'Made3').properties.lombok.properties.name.type == 'string'
assert output('processors-3', 'Made3').properties.lombok.properties.level.type == ['integer', 'null']

// Types of Kotlin without ? are never null on output; what its value classes hold stands in their place.
['kotlin': '', 'kotlin-3': '3'].each { module, suffix ->
    def call = output(module, 'Call' + suffix).properties
    assert call.id == [type: 'string']
    assert call.parent == [type: ['string', 'null']]
    assert call.price.type == ['integer', 'null']
    assert call.level == [type: 'integer', minimum: 0, maximum: 4294967295]
    assert call.lang == [type: 'string']
    assert call.note.type == ['string', 'null']
    assert output(module, 'Late' + suffix).properties.name == [type: 'string']
}

assert !log.contains('at io.github.cxonetools')
return true
