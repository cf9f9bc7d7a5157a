package io.github.cxonetools.schema.sample;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Alternatives that a schema leaves: of whole values, or of what an object's members may be together. */
final class SampleChoices {

    private static final Set<String> BOUNDS = Set.of(
            Keyword.MINIMUM.word(),
            Keyword.MAXIMUM.word(),
            Keyword.EXCLUSIVE_MINIMUM.word(),
            Keyword.EXCLUSIVE_MAXIMUM.word(),
            Keyword.MIN_LENGTH.word(),
            Keyword.MAX_LENGTH.word(),
            Keyword.MIN_ITEMS.word(),
            Keyword.MAX_ITEMS.word(),
            Keyword.MIN_PROPERTIES.word(),
            Keyword.MAX_PROPERTIES.word());

    /** Of scalars; what is said of members and elements is merged elsewhere. */
    private static final Set<String> ALL_HOLD = Set.of(
            Keyword.PATTERN.word(),
            Keyword.MULTIPLE_OF.word(),
            Keyword.ENUM.word(),
            Keyword.CONST.word(),
            Keyword.NOT.word());

    private SampleChoices() {}

    /**
     * The schema with the rules of its {@code allOf} beside its own. Of several choices one stands beside, and the others
     * wait for it to be made.
     */
    static JsonNode merged(JsonNode schema) {
        if (!(schema instanceof ObjectNode object) || !schema.has(Keyword.ALL_OF.word())) {
            return schema;
        }
        ObjectNode merged = object.deepCopy();
        merged.remove(Keyword.ALL_OF.word());
        for (JsonNode part : schema.path(Keyword.ALL_OF.word())) {
            JsonNode rules = merged(part);
            boolean waits = merged.has(Keyword.PROPERTIES.word())
                    && !of(merged).isEmpty()
                    && !of(rules).isEmpty();
            rules.properties().forEach(rule -> merge(rule.getKey(), rule.getValue(), merged));
            if (waits) {
                merged.withArray(Keyword.ALL_OF.word()).add(rules);
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
            merged.withArray(Keyword.ALL_OF.word()).add(Json.object().set(keyword, value));
        }
    }

    static List<JsonNode> of(JsonNode schema) {
        List<JsonNode> alternatives = new ArrayList<>();
        schema.path(Keyword.ANY_OF.word()).forEach(alternatives::add);
        schema.path(Keyword.ONE_OF.word()).forEach(alternatives::add);
        return alternatives;
    }

    /** What is left to make when {@code chosen} is taken: itself, or the object of whose members it tells. */
    static JsonNode made(JsonNode schema, JsonNode chosen) {
        if (!(schema instanceof ObjectNode object) || !schema.has(Keyword.PROPERTIES.word())) {
            return merged(chosen);
        }
        ObjectNode made = object.deepCopy();
        made.remove(List.of(Keyword.ANY_OF.word(), Keyword.ONE_OF.word()));
        ObjectNode members = made.withObjectProperty(Keyword.PROPERTIES.word());
        chosen.path(Keyword.PROPERTIES.word()).properties().forEach(member -> {
            if (members.get(member.getKey()) instanceof ObjectNode known
                    && member.getValue() instanceof ObjectNode further) {
                known.setAll(further);
            } else {
                members.set(member.getKey(), member.getValue());
            }
        });
        chosen.path(Keyword.REQUIRED.word()).forEach(made.withArray(Keyword.REQUIRED.word())::add);
        JsonNode never = chosen.path(Keyword.NOT.word());
        never.path(Keyword.REQUIRED.word()).forEach(name -> members.remove(name.asString()));
        never.path(Keyword.ANY_OF.word())
                .forEach(each -> each.path(Keyword.REQUIRED.word()).forEach(name -> members.remove(name.asString())));
        return merged(made);
    }
}
