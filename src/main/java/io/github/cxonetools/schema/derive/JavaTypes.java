package io.github.cxonetools.schema.derive;

import com.fasterxml.classmate.ResolvedType;
import io.github.cxonetools.schema.classes.Generics;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** Types as Java's reflection has them, from what the project's Jackson or the engine's classmate has resolved. */
final class JavaTypes {

    private JavaTypes() {}

    static Type of(JacksonType type) throws BindingException {
        if (type.isArray()) {
            return arrayOf(of(type.content()));
        }
        List<Type> arguments = new ArrayList<>();
        for (JacksonType argument : type.arguments()) {
            arguments.add(of(argument));
        }
        return parameterized(type.raw(), arguments);
    }

    static Type of(ResolvedType type) {
        if (type.isArray()) {
            return arrayOf(of(type.getArrayElementType()));
        }
        return parameterized(
                type.getErasedType(),
                type.getTypeParameters().stream().map(JavaTypes::of).toList());
    }

    private static Type arrayOf(Type component) {
        return component instanceof Class<?> plain ? plain.arrayType() : new Generics.ArrayOf(component);
    }

    private static Type parameterized(Class<?> raw, List<Type> arguments) {
        boolean complete = !arguments.isEmpty() && raw.getTypeParameters().length == arguments.size();
        return complete ? new Generics.Parameterized(raw, arguments) : raw;
    }
}
