package io.github.cxonetools.schema;

import java.time.Year;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code @JsonFormat} on a property: another shape, or a pattern of dates. Enums are {@link EnumNames}'. */
final class PropertyFormats {

    private static final Set<String> AS_IT_IS = Set.of("ANY", "NATURAL", "SCALAR", "POJO", "OBJECT");

    private PropertyFormats() {}

    /** {@code @JsonFormat(shape = STRING)} on a type of whole numbers: constraints of numbers become part of the pattern. */
    static boolean isWholeNumberAsText(Class<?> raw, JacksonProperty property) throws BindingException {
        return IntegerPatterns.isWholeNumber(raw)
                && "STRING"
                        .equals(String.valueOf(property.attributes("JsonFormat").get("shape")));
    }

    /** The schema that the format asks for; null where the type's own holds. */
    static @Nullable ObjectNode schema(Class<?> raw, @Nullable JacksonProperty property, Side side, String place)
            throws BindingException, UnsupportedTypeException {
        Map<String, Object> format = property == null || raw.isEnum() ? Map.of() : property.attributes("JsonFormat");
        if (format.isEmpty()) {
            return null;
        }
        String shape = String.valueOf(format.getOrDefault("shape", "ANY"));
        String pattern = String.valueOf(format.getOrDefault("pattern", ""));
        if (DatePatterns.format(raw) && !pattern.isEmpty()) {
            return ScalarTypes.type("string").put("pattern", DatePatterns.toEcma(raw, format, place));
        }
        if (raw == Year.class) {
            return shape.equals("STRING") ? ScalarTypes.yearAsText() : null;
        }
        ObjectNode plain = ScalarTypes.schema(raw);
        return plain == null || AS_IT_IS.contains(shape) ? null : Shapes.of(raw, shape, plain, side, place);
    }
}
