package io.github.cxonetools.schema.sample;

import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Derives payloads from a schema: each optional left out, null where allowed, each enum value, every boundary and its
 * neighbours, strings of a pattern, empty and full arrays, then combinations at random; and payloads that break one rule.
 * What is valid is not assumed but asked of {@link PayloadValidator}.
 */
public final class PayloadSamples {

    /** In a row: then the schema has no more to give. */
    private static final int TRIES_FOR_ANOTHER = 200;

    private final JsonNode schema;
    private final PayloadValidator validator;
    private final SampleBudget budget;
    private final SampleValues values;
    private final Set<JsonNode> seen = new HashSet<>();
    private final List<RankedSample> found = new ArrayList<>();

    /** The nodes of the full payload, which are copied for each candidate. */
    private int size = 1;

    private PayloadSamples(JsonNode schema, int count, long seed) {
        this.schema = schema;
        this.validator = PayloadValidator.of(schema);
        this.budget = new SampleBudget(count);
        this.values = new SampleValues(new Random(seed), budget);
    }

    /**
     * Derives up to {@code count} payloads, valid ones first.
     *
     * @param seed the same seed gives the same payloads
     */
    public static List<PayloadSample> derive(JsonNode schema, int count, long seed) {
        PayloadSamples samples = new PayloadSamples(schema, count, seed);
        JsonNode everything = samples.values.full(schema);
        samples.add(everything, "everything", SampleRank.TYPICAL);
        samples.budget.beginValue();
        samples.add(samples.values.minimal(schema), "only what is required", SampleRank.TYPICAL);
        samples.size = nodes(everything);
        samples.walk(schema, "", UnaryOperator.identity());
        samples.found.sort(Comparator.comparing(each -> each.sample().valid() ? each.rank() : SampleRank.BROKEN));
        for (int tries = TRIES_FOR_ANOTHER;
                samples.found.size() < count && tries > 0 && !samples.budget.isSpent();
                tries--) {
            int before = samples.found.size();
            samples.budget.beginValue();
            samples.add(samples.values.random(schema), "a combination", SampleRank.TYPICAL);
            tries = samples.found.size() > before ? TRIES_FOR_ANOTHER : tries;
        }
        return samples.found.stream().limit(count).map(RankedSample::sample).toList();
    }

    /** Values that {@code schema} accepts, each a usual one: up to {@code count}, the fullest first; none where none is found. */
    public static List<JsonNode> accepted(JsonNode schema, int count) {
        SampleBudget budget = new SampleBudget(count);
        SampleValues values = new SampleValues(new Random(0), budget);
        Set<JsonNode> found = new LinkedHashSet<>();
        JsonNode full = values.full(schema);
        if (values.accepts(schema, full)) {
            found.add(full);
        }
        for (int tries = 0; found.size() < count && tries < 2 * count; tries++) {
            budget.beginValue();
            JsonNode other = values.random(schema);
            if (values.accepts(schema, other)) {
                found.add(other);
            }
        }
        return List.copyOf(found).subList(0, Math.min(count, found.size()));
    }

    /**
     * JSON pointers of properties for which no value can be derived: payloads leave them out, and where they are required,
     * there is no payload. {@code /0} stands for each element of an array.
     */
    public static List<String> underivable(JsonNode schema) {
        List<String> pointers = new ArrayList<>();
        SampleBudget budget = new SampleBudget(0);
        underivable(new SampleValues(new Random(0), budget), budget, schema, "", pointers);
        return pointers;
    }

    private static void underivable(
            SampleValues values, SampleBudget budget, JsonNode given, String pointer, List<String> pointers) {
        budget.beginValue();
        JsonNode merged = SampleChoices.merged(given);
        if (!values.hasValue(merged) && !budget.isSpent()) {
            pointers.add(pointer.isEmpty() ? "/" : pointer);
        }
        for (JsonNode alternative : SampleChoices.of(merged)) {
            underivable(values, budget, alternative, pointer, pointers);
        }
        merged.path(Keyword.PROPERTIES.word())
                .properties()
                .forEach(member ->
                        underivable(values, budget, member.getValue(), below(pointer, member.getKey()), pointers));
        if (merged.path(Keyword.ITEMS.word()).isObject()) {
            underivable(values, budget, merged.path(Keyword.ITEMS.word()), pointer + "/0", pointers);
        }
    }

    private static String below(String pointer, String name) {
        return pointer + "/" + JsonPointers.escaped(name);
    }

    private static int nodes(JsonNode value) {
        int nodes = 1;
        for (JsonNode each : value) {
            nodes += nodes(each);
        }
        return nodes;
    }

    private void add(JsonNode payload, String what, SampleRank rank) {
        if (seen.add(payload)) {
            int broken = validator.validate(payload).size();
            if (broken <= 1) {
                found.add(new RankedSample(new PayloadSample(payload, broken == 0, what), rank));
            }
        }
    }

    /** Tries everything at one place of an otherwise full payload, then goes down. */
    private void walk(JsonNode given, String pointer, UnaryOperator<JsonNode> place) {
        JsonNode merged = SampleChoices.merged(given);
        budget.beginValue();
        for (SampleValue candidate : values.candidates(merged)) {
            if (!budget.spendCopy(size)) {
                return;
            }
            add(place.apply(candidate.value()), at(pointer) + candidate.what(), candidate.rank());
        }
        for (JsonNode alternative : SampleChoices.of(merged)) {
            walk(SampleChoices.made(merged, alternative), pointer, place);
        }
        JsonNode full = values.full(merged);
        if (full instanceof ObjectNode object) {
            walkMembers(merged, object, pointer, place);
        }
        JsonNode items = merged.path(Keyword.ITEMS.word());
        if (full instanceof ArrayNode array && !array.isEmpty() && items.isObject()) {
            walk(items, pointer + "/0", value -> {
                ArrayNode with = array.deepCopy();
                with.set(0, value);
                return place.apply(with);
            });
        }
    }

    private void walkMembers(JsonNode merged, ObjectNode full, String pointer, UnaryOperator<JsonNode> place) {
        merged.path(Keyword.PROPERTIES.word()).properties().forEach(member -> {
            if (!budget.spendCopy(size)) {
                return;
            }
            String name = member.getKey();
            String below = below(pointer, name);
            ObjectNode without = full.deepCopy();
            without.remove(name);
            add(place.apply(without), at(below) + "left out", SampleRank.PRESENCE);
            walk(member.getValue(), below, value -> {
                ObjectNode with = full.deepCopy();
                with.set(name, value);
                return place.apply(with);
            });
        });
        if (merged.path(Keyword.ADDITIONAL_PROPERTIES.word()).isObject()) {
            walkOthers(merged, full, pointer, place);
        }
        ObjectNode more = full.deepCopy();
        more.set("unexpected member", values.members().value(merged));
        add(place.apply(more), at(pointer) + "one member more", SampleRank.TEXT);
    }

    private void walkOthers(JsonNode merged, ObjectNode full, String pointer, UnaryOperator<JsonNode> place) {
        String name = values.members().name(merged, 0);
        walk(merged.path(Keyword.ADDITIONAL_PROPERTIES.word()), pointer + "/" + name, value -> {
            ObjectNode with = full.deepCopy();
            with.set(name, value);
            return place.apply(with);
        });
    }

    private static String at(String pointer) {
        return (pointer.isEmpty() ? "/" : pointer) + ": ";
    }

    private record RankedSample(PayloadSample sample, SampleRank rank) {}
}
