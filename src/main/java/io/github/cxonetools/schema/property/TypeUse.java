package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JacksonType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type at one place of a class.
 *
 * @param type the type, its arguments resolved
 * @param constraints what the validator checks at this place
 * @param annotated the source's own notation of the type, for the constraints inside it; several where a field and its
 *     getters have some
 * @param place class and field, for messages
 * @param property the property whose annotations say how the value, or what is in it, is written; null at the root
 */
public record TypeUse(
        JacksonType type,
        Constraints constraints,
        List<AnnotatedType> annotated,
        String place,
        @Nullable JacksonProperty property) {

    public TypeUse(JacksonType type, Constraints constraints, String place) {
        this(type, constraints, List.of(), place, null);
    }

    public TypeUse {
        annotated = List.copyOf(annotated);
    }

    /** The same place with a type that says more. */
    public TypeUse refined(JacksonType other) {
        return new TypeUse(other, constraints, annotated, place, property);
    }

    /** An element, a map's value or what an {@code Optional} holds: {@code @Valid} on the outside reaches one level in, and not into containers there. */
    public TypeUse inside(JacksonType content, int index, ConstraintReader reader) throws BindingException {
        TypeUse element = argument(content, index, reader);
        boolean container = content.isMap() || content.isCollection() || content.isArray();
        boolean cascades = !container && (constraints.cascades() || element.constraints.cascades());
        Constraints reached = new Constraints(element.constraints.list(), cascades);
        return new TypeUse(content, reached, element.annotated, place, property);
    }

    /** {@return true if the type's notation has a key and a value} */
    public boolean isOfMap() {
        return annotated.stream()
                .anyMatch(notation -> notation instanceof AnnotatedParameterizedType parameterized
                        && parameterized.getAnnotatedActualTypeArguments().length == 2);
    }

    /** A value's own content at type argument {@code index}. The validator reads no constraints at an array's component. */
    public TypeUse argument(JacksonType content, int index, ConstraintReader reader) {
        Constraints inside = Constraints.NONE;
        List<AnnotatedType> notations = new ArrayList<>();
        for (AnnotatedType notation : annotated) {
            if (notation instanceof AnnotatedParameterizedType parameterized
                    && index < parameterized.getAnnotatedActualTypeArguments().length) {
                notations.add(parameterized.getAnnotatedActualTypeArguments()[index]);
            }
        }
        for (AnnotatedType notation : notations) {
            inside = inside.and(reader.read(notation, place));
        }
        return new TypeUse(content, inside, notations, place, property);
    }
}
