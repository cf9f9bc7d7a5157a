package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code @JsonFormat(with = …)}: what changes how a list, or a name, stands on the wire. */
public record ElementFeatures(Set<String> names) {

    public static ElementFeatures of(@Nullable JacksonProperty property) throws BindingException {
        return of(property == null ? null : property.attributes("JsonFormat").get("with"));
    }

    public static ElementFeatures of(@Nullable Object with) {
        Set<String> names = new HashSet<>();
        if (with instanceof Object[] features) {
            for (Object feature : features) {
                names.add(feature.toString());
            }
        }
        return new ElementFeatures(Set.copyOf(names));
    }

    public boolean ignoresCase() {
        return names.contains("ACCEPT_CASE_INSENSITIVE_PROPERTIES");
    }

    /** A list of one may be written as that one; who writes so and reads so, reads what was written. */
    public boolean unwraps(ObjectNode list, Side side) {
        boolean unwraps = names.contains("WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED")
                && (side == Side.OUTPUT || names.contains("ACCEPT_SINGLE_VALUE_AS_ARRAY"));
        return unwraps
                && list.path("type").stringValue("").equals("array")
                && list.path("minItems").asInt(0) <= 1
                && list.path("maxItems").asInt(1) >= 1
                && list.path("items").isObject();
    }
}
