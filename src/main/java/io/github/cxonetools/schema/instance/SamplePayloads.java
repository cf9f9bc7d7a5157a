package io.github.cxonetools.schema.instance;

import io.github.cxonetools.schema.sample.PayloadSamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Payloads of one class, from the schemas of its properties. */
final class SamplePayloads {

    private static final int VALUES = 8;
    private static final int TRIES = 24;

    private final Map<String, List<JsonNode>> values = new LinkedHashMap<>();

    /** @param unwrapped schemas of what else stands in its objects, by name */
    SamplePayloads(List<DescribedProperty> properties, Map<String, ObjectNode> unwrapped) {
        for (DescribedProperty property : properties) {
            ObjectNode schema = property.schema();
            if (schema != null && property.comes()) {
                values.put(property.name(), PayloadSamples.accepted(schema, VALUES));
            }
        }
        unwrapped.forEach((name, schema) -> values.put(name, PayloadSamples.accepted(schema, VALUES)));
        values.values().removeIf(List::isEmpty);
    }

    /** One with everything, an empty one, and combinations. */
    List<ObjectNode> payloads() {
        List<ObjectNode> payloads = new ArrayList<>();
        payloads.add(payload(0));
        for (int i = 1; i < TRIES; i++) {
            payloads.add(payload(i));
        }
        payloads.add(JsonNodeFactory.instance.objectNode());
        return payloads;
    }

    private ObjectNode payload(int number) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        int place = 1;
        for (Map.Entry<String, List<JsonNode>> one : values.entrySet()) {
            List<JsonNode> choices = one.getValue();
            payload.set(one.getKey(), choices.get(number * place % choices.size()));
            place++;
        }
        return payload;
    }
}
