package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.MapperCode;
import io.github.cxonetools.schema.jackson.Side;
import org.jspecify.annotations.Nullable;

/** The code that stands between a value at one place and the wire: a serializer, a deserializer or a converter. */
public final class CodeAtUse {

    private CodeAtUse() {}

    /** What annotations name for the value; null where they name none, or what its type has anyway. */
    public static @Nullable Class<?> named(TypeUse use, Side side) throws BindingException {
        JacksonProperty property = use.property();
        if (property == null) {
            return null;
        }
        JacksonType whole = property.type();
        Class<?> named = whole.equals(use.type())
                ? property.code().ofValue(side)
                : holds(whole, use.type()) ? property.code().ofContent(side) : null;
        return named == null || isOfType(named, use.type().raw()) ? null : named;
    }

    /** What annotations name for the value, or a module has for its type; null where there is none. */
    public static @Nullable Class<?> of(TypeUse use, Side side, Jackson jackson) throws BindingException {
        Class<?> named = named(use, side);
        return named == null ? jackson.code().ofValue(use.type(), side) : named;
    }

    /** As {@link #of}, of a key of a map. */
    public static @Nullable Class<?> ofKey(TypeUse use, Side side, Jackson jackson) throws BindingException {
        JacksonProperty property = use.property();
        Class<?> named = property != null
                        && property.type().isMap()
                        && property.type().key().equals(use.type())
                ? property.code().ofKeys(side)
                : null;
        return named == null ? jackson.code().ofKey(use.type(), side) : named;
    }

    private static boolean holds(JacksonType whole, JacksonType content) throws BindingException {
        boolean container = whole.isCollection() || whole.isMap() || whole.isArray() || whole.isReference();
        return container && whole.content().equals(content);
    }

    /** Jackson's own for a type of {@code java.time}, which a property may name because its mapper has none. */
    private static boolean isOfType(Class<?> code, Class<?> type) {
        return MapperCode.isOfJavaTime(code) && code.getSimpleName().matches(type.getSimpleName() + "(Des|S)erializer");
    }
}
