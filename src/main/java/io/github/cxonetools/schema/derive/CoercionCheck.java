package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.property.ConstrainedMembers;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A property that is read as one kind of JSON value and written, or checked, as another: what happens in between is code,
 * so neither its constraints nor what it writes say anything about what may be sent.
 */
final class CoercionCheck {

    private static final Set<String> SCALARS = Set.of("string", "number", "integer", "boolean");

    private CoercionCheck() {}

    static void check(JacksonProperty property, ConstrainedMembers members, ConstraintReader reader, String place)
            throws BindingException, UnsupportedTypeException {
        Class<?> read = property.type().raw();
        Class<?> accessed = property.writtenType();
        Class<?> written = accessed == null ? members.writtenType() : accessed;
        if (read == Object.class && members.isOfBoundVariable()) {
            throw new UnsupportedTypeException(
                    place, "its type is a variable with a bound, for which nothing is given. Give it an argument");
        }
        String kind = written == read && members.coversAllOf(read) ? null : kind(read);
        if (kind == null) {
            return;
        }
        String out = written == null || written == read ? kind : kind(written);
        boolean coerced = out != null && SCALARS.contains(kind) && SCALARS.contains(out) && !takes(kind, out);
        if (coerced) {
            throw mixed(place, read, "written as", written);
        }
        for (AnnotatedElement element : members.elements()) {
            Class<?> checked = ConstrainedMembers.type(element);
            String other = checked == read ? kind : kind(checked);
            if (other != null && !isSimilar(kind, other) && isConstrained(element, reader, place)) {
                throw mixed(place, read, "checked as", checked);
            }
        }
    }

    private static boolean isConstrained(AnnotatedElement element, ConstraintReader reader, String place) {
        return reader.read(element, place).list().stream()
                .anyMatch(constraint -> !constraint.name().equals("NotNull"));
    }

    private static boolean takes(String kind, String written) {
        return kind.equals(written) || kind.equals("number") && written.equals("integer");
    }

    private static boolean isSimilar(String kind, String other) {
        return takes(kind, other) || takes(other, kind);
    }

    /** Null where it is not known. */
    private static @Nullable String kind(Class<?> type) {
        ObjectNode scalar = ScalarTypes.schema(type);
        if (scalar != null) {
            return scalar.path(Keyword.TYPE.word()).stringValue("");
        }
        if (type.isEnum() || type == byte[].class || type == char[].class) {
            return "string";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "object";
        }
        return type.isArray() || Iterable.class.isAssignableFrom(type) ? "array" : null;
    }

    private static UnsupportedTypeException mixed(String place, Class<?> read, String how, @Nullable Class<?> other) {
        return new UnsupportedTypeException(
                place,
                "it is read as " + read.getSimpleName() + " and " + how + " "
                        + (other == null ? "nothing" : other.getSimpleName())
                        + ", and only code knows what becomes of one in the other. Give both one type");
    }
}
