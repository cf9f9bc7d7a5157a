package io.github.cxonetools.schema.instance;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.sample.PayloadSamples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values of a property that holds others, in lists and maps of any depth. */
final class ContainerSamples {

    private static final int VALUES = 8;

    /** Schemas of the containers, from the outside; last that of what the innermost holds. */
    private final List<ObjectNode> schemas = new ArrayList<>();

    private final List<Boolean> maps = new ArrayList<>();

    private ContainerSamples() {}

    static ContainerSamples of(DescribedProperty property) throws BindingException {
        ContainerSamples samples = new ContainerSamples();
        JacksonType type = property.property().type();
        ObjectNode schema = property.schema();
        while (schema != null && (type.isMap() || type.isCollection() || type.isArray())) {
            ObjectNode content = content(schema, type.isMap());
            if (content == null) {
                break;
            }
            samples.schemas.add(schema);
            samples.maps.add(type.isMap());
            type = type.content();
            schema = content;
        }
        if (schema != null) {
            samples.schemas.add(schema);
        }
        return samples;
    }

    /** The schema of what a container holds; null where its schema does not say it so. */
    static @Nullable ObjectNode content(ObjectNode container, boolean map) {
        String inside = map ? Keyword.ADDITIONAL_PROPERTIES.word() : Keyword.ITEMS.word();
        ObjectNode schema = container;
        for (JsonNode choice : container.path(Keyword.ANY_OF.word()).values()) {
            if (choice instanceof ObjectNode object && object.has(inside)) {
                schema = object;
            }
        }
        return schema.get(inside) instanceof ObjectNode content ? content : null;
    }

    /** How many containers stand in each other. */
    int depth() {
        return maps.size();
    }

    /** What may stand at that depth, and is not null. */
    List<JsonNode> values(int depth) {
        return PayloadSamples.accepted(schemas.get(depth), VALUES).stream()
                .filter(sample -> !sample.isNull())
                .toList();
    }

    /** So many containers, the innermost of which holds {@code value} alone. */
    JsonNode holding(JsonNode value, int depth) {
        JsonNode held = value;
        for (int i = depth - 1; i >= 0; i--) {
            held = maps.get(i)
                    ? JsonNodeFactory.instance.objectNode().set(key(schemas.get(i)), held)
                    : JsonNodeFactory.instance.arrayNode().add(held);
        }
        return held;
    }

    private static String key(ObjectNode map) {
        if (map.get(Keyword.PROPERTY_NAMES.word()) instanceof ObjectNode names) {
            ObjectNode text = names.deepCopy();
            if (!text.has(Keyword.ENUM.word())) {
                text.put(Keyword.TYPE.word(), "string");
            }
            for (JsonNode sample : PayloadSamples.accepted(text, 2)) {
                if (sample.isString()) {
                    return sample.stringValue();
                }
            }
        }
        return "a";
    }
}
