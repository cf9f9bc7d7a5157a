package io.github.cxonetools.schema.derive;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.TypeContext;
import com.github.victools.jsonschema.generator.impl.TypeContextFactory;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Types as victools' engine resolves them, each once for all schemas of a module: nearly all fields are of a few types. */
public final class EngineTypes {

    private final TypeContext context = TypeContextFactory.createDefaultTypeContext(EngineConfiguration.plain());
    private final Map<JacksonType, ResolvedType> resolved = new ConcurrentHashMap<>();

    TypeContext context() {
        return context;
    }

    ResolvedType of(JacksonType type) throws BindingException {
        ResolvedType known = resolved.get(type);
        if (known == null) {
            known = context.resolve(JavaTypes.of(type));
            resolved.put(type, known);
        }
        return known;
    }
}
