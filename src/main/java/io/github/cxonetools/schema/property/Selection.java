package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which properties of an object cross the wire, by the property that holds it: {@code @JsonIgnoreProperties} and
 * {@code @JsonIncludeProperties} at a use.
 *
 * @param ignored names that do not cross
 * @param included names that alone cross; null where all others do
 */
public record Selection(Set<String> ignored, @Nullable Set<String> included) {

    private static final Selection ALL = new Selection(Set.of(), null);

    /** @param holder null at the root */
    public static Selection of(@Nullable JacksonProperty holder, Side side) throws BindingException {
        if (holder == null) {
            return ALL;
        }
        Map<String, Object> values = holder.attributes("JsonIgnoreProperties");
        Object allowed = values.get(side == Side.INPUT ? "allowSetters" : "allowGetters");
        Set<String> ignored = values.get("value") instanceof String[] names && !Boolean.TRUE.equals(allowed)
                ? Set.of(names)
                : Set.of();
        Object only = holder.attributes("JsonIncludeProperties").get("value");
        return new Selection(ignored, only instanceof String[] names ? Set.of(names) : null);
    }

    public boolean leavesOut(String name) {
        return ignored.contains(name) || included != null && !included.contains(name);
    }
}
