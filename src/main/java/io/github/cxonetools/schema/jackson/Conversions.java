package io.github.cxonetools.schema.jackson;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code @JsonSerialize} and {@code @JsonDeserialize}: where they name code, and where they name a more exact type. */
final class Conversions {

    static final List<String> VALUE = List.of("using", "converter", "nullsUsing");
    static final List<String> CONTENT = List.of("contentUsing", "contentConverter");
    static final List<String> KEY = List.of("keyUsing");
    static final List<String> TYPES = List.of("as", "contentAs", "keyAs");

    private Conversions() {}

    /** {@return true if a type of the annotation's takes the place of the declared one} */
    static boolean refine(Map<String, Object> values) {
        return named(values, TYPES) != null;
    }

    static @Nullable Class<?> named(Map<String, Object> values, List<String> attributes) {
        for (String attribute : attributes) {
            if (values.get(attribute) instanceof Class<?> type && !isDefault(type)) {
                return type;
            }
        }
        return null;
    }

    /** An annotation cannot hold null: these stand for it. */
    private static boolean isDefault(Class<?> type) {
        return type == Void.class
                || type.getSimpleName().equals("None")
                || type.getName().contains(".databind.") && type.getName().contains("annotation.NoClass")
                || type.getName().endsWith(".util.Converter$None");
    }
}
