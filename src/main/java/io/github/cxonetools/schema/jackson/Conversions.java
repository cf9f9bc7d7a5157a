package io.github.cxonetools.schema.jackson;

import java.util.List;
import java.util.Map;

/** {@code @JsonSerialize} and {@code @JsonDeserialize}, where they put code of the project between a type and the wire. */
public final class Conversions {

    private static final List<String> CODE = List.of(
            "using",
            "contentUsing",
            "keyUsing",
            "nullsUsing",
            "converter",
            "contentConverter",
            "as",
            "contentAs",
            "keyAs");

    private Conversions() {}

    public static boolean isConversion(Map<String, Object> values) {
        return CODE.stream().anyMatch(name -> values.get(name) instanceof Class<?> type && !isDefault(type));
    }

    /** An annotation cannot hold null: these stand for it. */
    private static boolean isDefault(Class<?> type) {
        return type == Void.class
                || type.getSimpleName().equals("None")
                || type.getName().contains(".databind.") && type.getName().contains("annotation.NoClass")
                || type.getName().endsWith(".util.Converter$None");
    }
}
