package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;

/** A required property that {@code @JsonIgnoreProperties} or {@code @JsonIncludeProperties} leaves out at one use of its class:
 * no object is valid at that use. */
public final class LeftOut {

    private LeftOut() {}

    /**
     * @param refused true where the runtime refuses what the property is without a payload's value
     * @param holder the use that leaves the property out
     */
    public static void check(JacksonProperty property, boolean refused, String holder, String place)
            throws BindingException, UnsupportedTypeException {
        if (refused || property.isCreator() && property.isRequired()) {
            throw new UnsupportedTypeException(
                    holder,
                    place + " must be there and is left out here, by "
                            + "@JsonIgnoreProperties or @JsonIncludeProperties, so no such object is valid. Let it be read, or "
                            + "use another class here");
        }
    }
}
