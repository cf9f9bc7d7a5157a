package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JsonFormat;
import io.github.cxonetools.schema.jackson.Side;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code @JsonFormat(with = …)}: what changes how a list, or a name, stands on the wire. */
public record ElementFeatures(Set<String> names) {

    public static ElementFeatures of(@Nullable JacksonProperty property) throws BindingException {
        return of(JsonFormat.of(property));
    }

    public static ElementFeatures of(JsonFormat format) {
        return new ElementFeatures(format.features());
    }

    public boolean ignoresCase() {
        return names.contains("ACCEPT_CASE_INSENSITIVE_PROPERTIES");
    }

    /** A list of one may be written as that one; who writes so and reads so, reads what was written. */
    public boolean unwraps(ObjectNode list, Side side) {
        boolean unwraps = names.contains("WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED")
                && (side == Side.OUTPUT || names.contains("ACCEPT_SINGLE_VALUE_AS_ARRAY"));
        return unwraps
                && list.path(Keyword.TYPE.word()).stringValue("").equals("array")
                && list.path(Keyword.MIN_ITEMS.word()).asInt(0) <= 1
                && list.path(Keyword.MAX_ITEMS.word()).asInt(1) >= 1
                && list.path(Keyword.ITEMS.word()).isObject();
    }
}
