package io.github.cxonetools.schema.instance;

import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.ConstrainedMembers;
import io.github.cxonetools.schema.property.NullHandling;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A property of a class that is read, with what is said of it so far.
 *
 * @param name its name on the wire
 * @param schema of its values; null where nothing is said of them
 * @param comes false where no payload brings it at this use of the class
 * @param constraints what the validator checks of it
 * @param neverNull those of its members that the validator refuses null at
 * @param asked true where an annotation says that it must be there
 */
public record DescribedProperty(
        JacksonProperty property,
        String name,
        @Nullable ObjectNode schema,
        boolean comes,
        ConstrainedMembers members,
        Constraints constraints,
        List<AnnotatedElement> neverNull,
        boolean asked) {

    public DescribedProperty {
        neverNull = List.copyOf(neverNull);
    }

    /**
     * The schema of what containers hold.
     *
     * @param depth 1 for elements, 2 for what these hold
     * @return null where the schema of the whole does not say it so
     */
    public static @Nullable ObjectNode inside(JacksonType whole, ObjectNode schema, int depth) throws BindingException {
        JacksonType type = whole;
        ObjectNode content = schema;
        for (int i = 0; i < depth && content != null; i++) {
            content = ContainerSamples.content(content, type.isMap());
            type = type.content();
        }
        return content;
    }

    /** {@return true if null would be refused if it stayed null} */
    public boolean isNullRefused() throws BindingException {
        return NullHandling.of(property, Side.INPUT).and(constraints).forbidsNull();
    }

    boolean isChecked() {
        return !constraints.list().isEmpty() || constraints.cascades();
    }
}
