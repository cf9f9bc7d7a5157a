package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A required property that {@code @JsonIgnoreProperties} or {@code @JsonIncludeProperties} leaves out at one use of its class:
 * no object is valid at that use. */
public final class LeftOut {

    private LeftOut() {}

    /**
     * @param refused true where the validator refuses what an absent property is by its type
     * @param holder the use that leaves the property out
     */
    public static void check(
            JacksonBean bean,
            JacksonProperty property,
            ConstrainedMembers members,
            boolean refused,
            String holder,
            String place)
            throws BindingException, UnsupportedTypeException {
        boolean asked = property.isCreator() && property.isRequired();
        if (asked || refused && !isGivenByItsClass(bean, property, members)) {
            throw new UnsupportedTypeException(
                    holder,
                    place + " must be there and is left out here, by "
                            + "@JsonIgnoreProperties or @JsonIncludeProperties, so no such object is valid. Let it be read, or "
                            + "use another class here");
        }
    }

    /** Found by making an object as Jackson does: an initialiser may give a value. */
    private static boolean isGivenByItsClass(JacksonBean bean, JacksonProperty property, ConstrainedMembers members)
            throws BindingException {
        Object made = bean.jackson().readOrNull("{}", bean.type().raw());
        for (AnnotatedElement member : members.elements()) {
            Object value = made == null ? null : value(member, made);
            if (value != null && !isZero(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZero(Object value) {
        return value instanceof Number number && number.doubleValue() == 0 || Boolean.FALSE.equals(value);
    }

    private static @Nullable Object value(AnnotatedElement member, Object owner) {
        try {
            if (member instanceof AccessibleObject accessible) {
                accessible.setAccessible(true);
            }
            return member instanceof Field field ? field.get(owner) : ((Method) member).invoke(owner);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // Then nothing is known to be there.
        }
    }
}
