package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JsonFormat;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code @JsonFormat(shape = ARRAY)} on a class, or on a property of it: values without names, in the mapper's order. */
final class ArrayShape {

    private ArrayShape() {}

    static boolean isOf(JacksonBean bean, TypeUse use) throws BindingException {
        JsonFormat own = JsonFormat.of(use.property());
        return (own.isOfAnyShape() ? JsonFormat.of(bean) : own).hasShape("ARRAY");
    }

    /** @param object the schema of the same class, its values with names */
    static ObjectNode of(ObjectNode object, List<JacksonProperty> properties, String place)
            throws BindingException, UnsupportedTypeException {
        JsonNode named = object.path(Keyword.PROPERTIES.word());
        boolean more = object.has(Keyword.PATTERN_PROPERTIES.word())
                || object.has(Keyword.ALL_OF.word())
                || object.has(Keyword.ONE_OF.word())
                || object.path(Keyword.ADDITIONAL_PROPERTIES.word()).isObject();
        if (more || named.size() != properties.size()) {
            throw new UnsupportedTypeException(
                    place,
                    "@JsonFormat(shape = ARRAY) leaves no place for aliases, "
                            + "unwrapped objects, type ids beside their values and other names than those of the class. Remove it");
        }
        ObjectNode schema = ScalarTypes.type("array");
        ArrayNode items = schema.putArray(Keyword.ITEMS.word());
        int fewest = 0;
        for (JacksonProperty property : properties) {
            String name = property.name();
            items.add(named.path(name));
            boolean required = object.path(Keyword.REQUIRED.word()).values().stream()
                    .anyMatch(one -> one.stringValue().equals(name));
            fewest = required ? items.size() : fewest;
        }
        if (fewest > 0) {
            schema.put(Keyword.MIN_ITEMS.word(), fewest);
        }
        return schema.put(Keyword.MAX_ITEMS.word(), items.size());
    }
}
