package io.github.cxonetools.schema;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code @JsonFormat} on a property: another shape, or a pattern of dates. Enums are {@link EnumNames}'. */
final class PropertyFormats {

    private static final Set<String> AS_IT_IS = Set.of("ANY", "NATURAL", "SCALAR", "POJO", "OBJECT");

    private static final Set<String> DECIMALS = Set.of(
            "double", "java.lang.Double", "float", "java.lang.Float", "java.math.BigDecimal", "java.math.BigInteger");

    private PropertyFormats() {}

    /** {@code @JsonFormat(shape = STRING)} on a type of whole numbers: constraints of numbers become part of the pattern. */
    static boolean isWholeNumberAsText(Class<?> raw, JacksonProperty property) throws BindingException {
        return IntegerPatterns.isWholeNumber(raw)
                && "STRING"
                        .equals(String.valueOf(property.attributes("JsonFormat").get("shape")));
    }

    /** The schema that the format asks for; null where the type's own holds. */
    static @Nullable ObjectNode schema(Class<?> raw, @Nullable JacksonProperty property, String place)
            throws BindingException, UnsupportedTypeException {
        if (property == null || raw.isEnum()) {
            return null;
        }
        Map<String, Object> format = property.attributes("JsonFormat");
        String shape = String.valueOf(format.getOrDefault("shape", "ANY"));
        String pattern = String.valueOf(format.getOrDefault("pattern", ""));
        if (DatePatterns.format(raw) && !pattern.isEmpty()) {
            return ScalarTypes.type("string").put("pattern", DatePatterns.toEcma(raw, format, place));
        }
        ObjectNode scalar = ScalarTypes.schema(raw);
        if (scalar == null || AS_IT_IS.contains(shape)) {
            return null;
        }
        boolean text = scalar.path("type").stringValue("").equals("string");
        if (shape.equals("STRING") && text) {
            return null;
        }
        if (shape.equals("STRING") && DECIMALS.contains(raw.getName())) {
            return ScalarTypes.type("string").put("pattern", TextPatterns.DECIMAL);
        }
        throw new UnsupportedTypeException(place + ": @JsonFormat(shape = " + shape + ") on " + raw.getSimpleName()
                + " has no schema that is true for every value. Remove it, or use a String");
    }
}
