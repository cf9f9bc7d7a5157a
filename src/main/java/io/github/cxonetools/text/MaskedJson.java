package io.github.cxonetools.text;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON without secrets. Apart from {@link Secrets}, so that a goal with nothing to write loads no JSON library. */
public final class MaskedJson {

    private MaskedJson() {}

    /** A copy in which each name and each text is masked; the same object where nothing is to be masked. */
    public static JsonNode of(JsonNode json, Secrets secrets) {
        if (json.isString()) {
            String masked = secrets.mask(json.stringValue());
            return masked.equals(json.stringValue()) ? json : JsonNodeFactory.instance.stringNode(masked);
        }
        if (json.isObject()) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            json.properties()
                    .forEach(member -> masked.set(secrets.mask(member.getKey()), of(member.getValue(), secrets)));
            return masked.equals(json) ? json : masked;
        }
        if (json.isArray()) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> masked.add(of(item, secrets)));
            return masked.equals(json) ? json : masked;
        }
        return json;
    }
}
