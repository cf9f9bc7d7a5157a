package io.github.cxonetools.schema.sample;

import io.github.cxonetools.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Alternatives that a schema leaves: of whole values, or of what an object's members may be together. */
final class SampleChoices {

    private static final Set<String> BOUNDS = Set.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties");

    /** Of scalars; what is said of members and elements is merged elsewhere. */
    private static final Set<String> ALL_HOLD = Set.of("pattern", "multipleOf", "enum", "const", "not");

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
            rules.properties().forEach(rule -> merge(rule.getKey(), rule.getValue(), merged));
            if (waits) {
                merged.withArray("allOf").add(rules);
            }
        }
        return merged;
    }

    /** The narrower of two bounds; of other rules that stand twice, the second waits in {@code allOf}. */
    private static void merge(String keyword, JsonNode value, ObjectNode merged) {
        JsonNode present = merged.get(keyword);
        if (present == null) {
            merged.set(keyword, value);
        } else if (present.isNumber() && value.isNumber() && BOUNDS.contains(keyword)) {
            boolean greater = value.decimalValue().compareTo(present.decimalValue()) > 0;
            merged.set(keyword, greater == keyword.toLowerCase(Locale.ROOT).contains("min") ? value : present);
        } else if (!present.equals(value) && ALL_HOLD.contains(keyword)) {
            merged.withArray("allOf").add(Json.object().set(keyword, value));
        }
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
            if (members.get(member.getKey()) instanceof ObjectNode known
                    && member.getValue() instanceof ObjectNode further) {
                known.setAll(further);
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
