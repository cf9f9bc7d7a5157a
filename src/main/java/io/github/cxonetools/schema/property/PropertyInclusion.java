package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import java.util.Map;

/** {@code @JsonInclude}: whether a property may be missing from what the mapper writes. */
public final class PropertyInclusion {

    private PropertyInclusion() {}

    public static boolean mayOmit(JacksonProperty property) throws BindingException {
        Map<String, Object> include = property.inclusion();
        String value = String.valueOf(include.get("value"));
        return omits(value);
    }

    /** Whether entries of a map may be missing. */
    public static boolean mayOmitContent(JacksonProperty property) throws BindingException {
        return omits(String.valueOf(property.inclusion().get("content")));
    }

    private static boolean omits(String value) {
        return !value.equals("ALWAYS") && !value.equals("USE_DEFAULTS") && !value.equals("null");
    }
}
