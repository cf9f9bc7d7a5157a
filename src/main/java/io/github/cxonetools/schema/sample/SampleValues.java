package io.github.cxonetools.schema.sample;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values for a schema: a full one, a minimal one, some at random, and those that are worth a try at one place. */
final class SampleValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int TRIES_FOR_ANOTHER = 20;

    private final Random random;
    private final SampleBudget budget;
    private final SampleTexts texts;
    private final SampleMembers members = new SampleMembers(this);
    private final Map<JsonNode, PayloadValidator> validators = new HashMap<>();
    private final Map<JsonNode, List<SampleValue>> candidates = new HashMap<>();
    private final Map<JsonNode, JsonNode> fullValues = new HashMap<>();

    SampleValues(Random random, SampleBudget budget) {
        this.random = random;
        this.budget = budget;
        this.texts = new SampleTexts(random);
    }

    /** A value with every property and one element in each array. */
    JsonNode full(JsonNode given) {
        JsonNode known = fullValues.get(given);
        if (known == null) {
            known = make(SampleChoices.merged(given), true, false); // Asks for full values of what is below.
            fullValues.put(given, known);
        }
        return known;
    }

    /** A value with nothing optional. */
    JsonNode minimal(JsonNode given) {
        return make(SampleChoices.merged(given), false, false);
    }

    JsonNode random(JsonNode given) {
        return make(SampleChoices.merged(given), false, true);
    }

    private JsonNode make(JsonNode schema, boolean full, boolean chance) {
        if (!budget.spend(1)) {
            return NODES.nullNode();
        }
        List<JsonNode> alternatives = SampleChoices.of(schema);
        if (!alternatives.isEmpty()) {
            JsonNode chosen = alternatives.get(chance ? random.nextInt(alternatives.size()) : 0);
            return make(SampleChoices.made(schema, chosen), full, chance);
        }
        if (isObject(schema)) {
            return makeObject(schema, full, chance);
        }
        if (SampleTypes.allows(schema, "array")) {
            return makeArray(schema, full, chance);
        }
        List<JsonNode> valid = candidates(schema).stream()
                .map(SampleValue::value)
                .filter(value -> accepts(schema, value))
                .toList();
        return valid.isEmpty() ? NODES.nullNode() : valid.get(chance ? random.nextInt(valid.size()) : 0);
    }

    private static boolean isObject(JsonNode schema) {
        return SampleTypes.allows(schema, "object")
                && !schema.has(Keyword.ENUM.word())
                && !schema.has(Keyword.CONST.word());
    }

    private JsonNode makeObject(JsonNode schema, boolean full, boolean chance) {
        ObjectNode object = NODES.objectNode();
        Set<String> required = SampleMembers.required(schema);
        schema.path(Keyword.PROPERTIES.word()).properties().forEach(member -> {
            boolean needed = required.contains(member.getKey());
            boolean wanted = full || needed || chance && random.nextInt(5) < 3;
            if (wanted) {
                JsonNode rules = SampleChoices.merged(member.getValue());
                if (needed || hasValue(rules)) {
                    object.set(member.getKey(), make(rules, full, chance));
                }
            }
        });
        boolean more = schema.path(Keyword.ADDITIONAL_PROPERTIES.word()).isObject()
                && (full || chance && random.nextBoolean());
        return members.sized(
                schema,
                object,
                Math.max(
                        object.size() + (more ? 1 : 0),
                        schema.path(Keyword.MIN_PROPERTIES.word()).asInt(0)),
                schema.path(Keyword.MAX_PROPERTIES.word()).asInt(Integer.MAX_VALUE));
    }

    /** False where nothing of what is tried is accepted. */
    boolean hasValue(JsonNode merged) {
        return !isScalar(merged)
                || candidates(merged).stream().anyMatch(candidate -> accepts(merged, candidate.value()));
    }

    private static boolean isScalar(JsonNode merged) {
        return SampleChoices.of(merged).isEmpty() && !isObject(merged) && !SampleTypes.allows(merged, "array");
    }

    private JsonNode makeArray(JsonNode schema, boolean full, boolean chance) {
        int least = Math.max(schema.path(Keyword.MIN_ITEMS.word()).asInt(0), full ? 1 : 0);
        int most = schema.path(Keyword.MAX_ITEMS.word()).asInt(Integer.MAX_VALUE);
        int size = Math.min(most, least + (chance ? random.nextInt(4) : 0));
        return array(schema, size, chance || size > 1);
    }

    private ArrayNode array(JsonNode schema, int size, boolean varied) {
        ArrayNode array = NODES.arrayNode();
        JsonNode items = schema.path(Keyword.ITEMS.word());
        boolean distinct =
                items.isObject() && schema.path(Keyword.UNIQUE_ITEMS.word()).asBoolean(false);
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < size && budget.spend(1); i++) {
            JsonNode item = items.isObject()
                    ? make(SampleChoices.merged(items), true, varied && i > 0)
                    : NODES.stringNode("x" + i);
            for (int tries = 0; distinct && seen.contains(item) && tries < TRIES_FOR_ANOTHER; tries++) {
                item = make(SampleChoices.merged(items), true, true);
            }
            seen.add(item);
            array.add(item);
        }
        return array;
    }

    SampleMembers members() {
        return members;
    }

    /** Values that are worth a try where {@code schema} stands, whether it accepts them or not; a usual one first. */
    List<SampleValue> candidates(JsonNode schema) {
        List<SampleValue> cached = candidates.get(schema);
        if (cached == null) {
            cached = List.copyOf(makeCandidates(schema));
            candidates.put(schema, cached);
        }
        return cached;
    }

    private List<SampleValue> makeCandidates(JsonNode schema) {
        List<SampleValue> found = new ArrayList<>();
        SampleTypes.choices(schema, found);
        if (SampleTypes.allows(schema, "string")) {
            List<SampleValue> made = texts.candidates(schema);
            made.forEach(text -> budget.spendText(text.value().asString().length()));
            found.addAll(made);
        }
        if (SampleTypes.allows(schema, "number") || SampleTypes.allows(schema, "integer")) {
            found.addAll(SampleNumbers.candidates(schema));
        }
        if (SampleTypes.allows(schema, "array")
                && schema.path(Keyword.ITEMS.word()).isObject()) {
            arrays(schema, found);
        }
        if (isObject(schema)) {
            found.addAll(members.candidates(schema));
        }
        found.add(new SampleValue(NODES.nullNode(), "null", SampleRank.PRESENCE));
        found.addAll(SampleTypes.strangers(schema));
        return found;
    }

    private void arrays(JsonNode schema, List<SampleValue> found) {
        int least = schema.path(Keyword.MIN_ITEMS.word()).asInt(0);
        int most = schema.path(Keyword.MAX_ITEMS.word()).asInt(-1);
        found.add(new SampleValue(NODES.arrayNode(), "empty", SampleRank.PRESENCE));
        for (int size : new int[] {1, 2, 3, least - 1, least, least + 1, most - 1, most, most + 1}) {
            if (size > 0 && size <= 1000 && budget.spend(1)) {
                found.add(new SampleValue(array(schema, size, true), "of " + size, SampleRank.BOUNDARY));
            }
        }
        ArrayNode twins = array(schema, 1, false);
        if (!twins.isEmpty()) {
            twins.add(twins.get(0));
            found.add(new SampleValue(twins, "two equal elements", SampleRank.BOUNDARY));
        }
    }

    boolean accepts(JsonNode schema, JsonNode value) {
        PayloadValidator validator = validators.get(schema);
        if (validator == null) {
            if (!budget.spendValidator()) {
                return false;
            }
            validator = PayloadValidator.of(schema);
            validators.put(schema, validator);
        }
        return validator.validate(value).isEmpty();
    }
}
