package io.github.cxonetools.schema;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The names of an enum's constants on the wire. */
final class EnumNames {

    private final Jackson jackson;

    EnumNames(Jackson jackson) {
        this.jackson = jackson;
    }

    ObjectNode schema(Class<?> type, @Nullable JacksonProperty property, String place)
            throws BindingException, UnsupportedTypeException {
        ObjectNode schema = ScalarTypes.type("string");
        ArrayNode names = schema.putArray("enum");
        Class<? extends Annotation> renaming = jackson.annotation("JsonProperty");
        for (Field field : type.getDeclaredFields()) {
            if (field.isEnumConstant()) {
                Annotation renamed = renaming == null ? null : field.getAnnotation(renaming);
                Map<String, Object> values = renamed == null ? Map.of() : Attributes.of(renamed);
                String name = String.valueOf(values.getOrDefault("value", ""));
                names.add(name.isEmpty() ? field.getName() : name);
            }
        }
        return schema;
    }
}
