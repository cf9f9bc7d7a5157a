package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.constraint.Constraint;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code @JsonSetter(nulls, contentNulls)}: what the mapper makes of null, for itself or in front of the validator. */
public final class NullHandling {

    private static final Constraints NOT_NULL =
            new Constraints(List.of(new Constraint("NotNull", true, Map.of())), false);

    private NullHandling() {}

    /** Null is refused by the mapper, or becomes a value that only code knows. */
    public static Constraints of(JacksonProperty property, Side side) throws BindingException {
        return side == Side.INPUT && "FAIL".equals(handling(property, "nulls")) ? NOT_NULL : Constraints.NONE;
    }

    /** The same value where it may not be null. */
    public static TypeUse forbidding(TypeUse use) {
        Constraints constraints = NOT_NULL.and(use.constraints());
        return new TypeUse(use.type(), constraints, use.annotated(), use.place(), use.property());
    }

    /** {@return true if Jackson refuses a payload without this property, because an absent constructor argument is null} */
    public static boolean refusesAbsence(JacksonProperty property, Side side) throws BindingException {
        return property.isCreator() && of(property, side).forbidsNull();
    }

    /** {@return true if the mapper puts something in the place of null, or passes over it} */
    public static boolean replaces(JacksonProperty property) throws BindingException {
        String handling = handling(property, "nulls");
        return handling.equals("SKIP") || handling.equals("AS_EMPTY");
    }

    /** {@return true if a container must not hold null} */
    public static boolean forbidsInside(TypeUse container, Side side)
            throws BindingException, UnsupportedTypeException {
        String handling = handling(container.property(), "contentNulls");
        if (side == Side.INPUT && handling.equals("SKIP") && isCounted(container.constraints())) {
            throw new UnsupportedTypeException(
                    container.place(),
                    "@JsonSetter(contentNulls = SKIP) leaves out what its size is counted by. Use FAIL");
        }
        return side == Side.INPUT && handling.equals("FAIL");
    }

    /** {@return true if a constraint asks for some elements} */
    public static boolean isCounted(Constraints constraints) {
        for (Constraint constraint : constraints.list()) {
            if (constraint.name().equals("NotEmpty")
                    || constraint.name().equals("Size") && constraint.number("min") > 0) {
                return true;
            }
        }
        return false;
    }

    private static String handling(@Nullable JacksonProperty property, String attribute) throws BindingException {
        return property == null
                ? ""
                : String.valueOf(property.attributes("JsonSetter").get(attribute));
    }
}
