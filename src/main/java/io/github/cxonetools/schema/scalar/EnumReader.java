package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single values as constants of an enum, as the project's Jackson does with the enum's factory method. */
final class EnumReader {

    private final Jackson jackson;
    private final Class<?> type;

    /** The property that holds the value where an object is read; empty where the value itself is. */
    private final String property;

    /** What the mapper gives a text to; null where it is given something else. */
    private final @Nullable Method factory;

    EnumReader(Jackson jackson, Class<?> type, String property, @Nullable Method factory) {
        this.jackson = jackson;
        this.type = type;
        this.property = property;
        this.factory = factory;
    }

    enum ReadAs {
        CONSTANT,
        NULL,
        REFUSED
    }

    ReadAs answer(JsonNode value) {
        try {
            return constant(value) == null ? ReadAs.NULL : ReadAs.CONSTANT;
        } catch (BindingException e) {
            return ReadAs.REFUSED;
        }
    }

    /** As {@link #answer}, past the mapper, which takes long to refuse. */
    ReadAs ofText(String value) {
        if (factory == null) {
            return answer(Json.text(value));
        }
        try {
            factory.setAccessible(true);
            return factory.invoke(null, value) == null ? ReadAs.NULL : ReadAs.CONSTANT;
        } catch (InvocationTargetException e) {
            return ReadAs.REFUSED;
        } catch (IllegalAccessException e) {
            return answer(Json.text(value));
        }
    }

    /** {@return true if any of these is read as a constant} */
    boolean takesAny(Iterable<String> texts) {
        for (String text : texts) {
            if (ofText(text) == ReadAs.CONSTANT) {
                return true;
            }
        }
        return false;
    }

    /** {@return true if an object is read that lacks the value} */
    boolean takesAbsence() {
        try {
            return jackson.read("{}", type) != null;
        } catch (BindingException e) {
            return false;
        }
    }

    private @Nullable Object constant(JsonNode value) throws BindingException {
        JsonNode payload = property.isEmpty() ? value : Json.object().set(property, value);
        return jackson.read(Json.compact(payload), type);
    }
}
