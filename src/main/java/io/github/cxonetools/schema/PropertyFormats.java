package io.github.cxonetools.schema;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code @JsonFormat} on a property: another shape, or a pattern of dates. Enums are {@link EnumNames}'. */
final class PropertyFormats {

    private static final Set<String> AS_IT_IS = Set.of("ANY", "NATURAL", "SCALAR", "POJO", "OBJECT");

    private PropertyFormats() {}

    /** The schema that the format asks for; null where the type's own holds. */
    static @Nullable ObjectNode schema(Class<?> raw, @Nullable JacksonProperty property, String place)
            throws BindingException, UnsupportedTypeException {
        if (property == null || raw.isEnum()) {
            return null;
        }
        Map<String, Object> format = property.attributes("JsonFormat");
        String shape = String.valueOf(format.getOrDefault("shape", "ANY"));
        String pattern = String.valueOf(format.getOrDefault("pattern", ""));
        if (raw.getName().startsWith("java.time.") && !pattern.isEmpty()) {
            return ScalarTypes.type("string").put("pattern", DatePatterns.toEcma(raw, pattern, place));
        }
        ObjectNode scalar = ScalarTypes.schema(raw);
        if (scalar == null || AS_IT_IS.contains(shape)) {
            return null;
        }
        boolean text = scalar.path("type").stringValue("").equals("string");
        if (shape.equals("STRING") && text) {
            return null;
        }
        String integers = shape.equals("STRING") ? IntegerPatterns.of(raw) : null;
        if (integers != null) {
            return ScalarTypes.type("string").put("pattern", integers);
        }
        throw new UnsupportedTypeException(place + ": @JsonFormat(shape = " + shape + ") on " + raw.getSimpleName()
                + " has no schema that is true for every value. Remove it, or use a String");
    }
}
