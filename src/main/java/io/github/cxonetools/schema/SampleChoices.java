package io.github.cxonetools.schema;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Alternatives that a schema leaves: of whole values, or of what an object's members may be together. */
final class SampleChoices {

    private SampleChoices() {}

    /**
     * The schema with the rules of its {@code allOf} beside its own. Of several choices one stands beside, and the others
     * wait for it to be made.
     */
    static JsonNode merged(JsonNode schema) {
        if (!(schema instanceof ObjectNode object) || !schema.has("allOf")) {
            return schema;
        }
        ObjectNode merged = object.deepCopy();
        merged.remove("allOf");
        for (JsonNode part : schema.path("allOf")) {
            JsonNode rules = merged(part);
            boolean waits = merged.has("properties")
                    && !of(merged).isEmpty()
                    && !of(rules).isEmpty();
            rules.properties().forEach(rule -> {
                if (!merged.has(rule.getKey())) {
                    merged.set(rule.getKey(), rule.getValue());
                }
            });
            if (waits) {
                merged.withArray("allOf").add(rules);
            }
        }
        return merged;
    }

    static List<JsonNode> of(JsonNode schema) {
        List<JsonNode> alternatives = new ArrayList<>();
        schema.path("anyOf").forEach(alternatives::add);
        schema.path("oneOf").forEach(alternatives::add);
        return alternatives;
    }

    /** What is left to make when {@code chosen} is taken: itself, or the object of whose members it tells. */
    static JsonNode made(JsonNode schema, JsonNode chosen) {
        if (!(schema instanceof ObjectNode object) || !schema.has("properties")) {
            return merged(chosen);
        }
        ObjectNode made = object.deepCopy();
        made.remove(List.of("anyOf", "oneOf"));
        ObjectNode members = made.withObject("/properties");
        chosen.path("properties").properties().forEach(member -> {
            if (members.get(member.getKey()) instanceof ObjectNode known) {
                known.setAll((ObjectNode) member.getValue());
            } else {
                members.set(member.getKey(), member.getValue());
            }
        });
        chosen.path("required").forEach(made.withArray("required")::add);
        JsonNode never = chosen.path("not");
        never.path("required").forEach(name -> members.remove(name.asString()));
        never.path("anyOf").forEach(each -> each.path("required").forEach(name -> members.remove(name.asString())));
        return merged(made);
    }
}
