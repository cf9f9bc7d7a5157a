package io.github.cxonetools.schema;

import java.util.Map;

/** {@code @JsonInclude}: whether a property may be missing from what the mapper writes. */
final class Inclusion {

    private Inclusion() {}

    static boolean mayOmit(JacksonProperty property) throws BindingException {
        Map<String, Object> include = property.inclusion();
        String value = String.valueOf(include.get("value"));
        return omits(value);
    }

    /** Whether entries of a map may be missing. */
    static boolean mayOmitContent(JacksonProperty property) throws BindingException {
        return omits(String.valueOf(property.inclusion().get("content")));
    }

    private static boolean omits(String value) {
        return !value.equals("ALWAYS") && !value.equals("USE_DEFAULTS") && !value.equals("null");
    }
}
