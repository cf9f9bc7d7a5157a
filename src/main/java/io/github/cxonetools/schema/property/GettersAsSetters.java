package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.classes.ClassFile;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import java.lang.reflect.Method;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collections and maps that Jackson 2 fills through their getter: one that gives its field is filled; what another one
 * makes may refuse to be, so only nothing is safe to add.
 */
public final class GettersAsSetters {

    private GettersAsSetters() {}

    public static void limit(ObjectNode schema, JacksonProperty property, Side side) throws BindingException {
        Method getter = property.getter();
        if (side == Side.INPUT && property.isSetterless() && getter != null && ClassFile.givenField(getter) == null) {
            schema.put(property.type().isMap() ? Keyword.MAX_PROPERTIES.word() : Keyword.MAX_ITEMS.word(), 0);
        }
    }
}
