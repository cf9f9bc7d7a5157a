package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds verdicts to all of some values, and combines what a test says of them. */
final class SmallValues {

    private final List<JsonNode> values;
    private final List<String> undecided = new ArrayList<>();
    private int pairs;

    SmallValues(List<JsonNode> values) {
        this.values = values;
    }

    List<JsonNode> all() {
        return values;
    }

    /** Fails where the witness, or a value, contradicts the verdict. */
    void hold(JsonNode sub, JsonNode sup) {
        pairs++;
        Inclusion inclusion = Inclusion.decide(sub, sup);
        PayloadValidator accepting = PayloadValidator.of(sub);
        PayloadValidator refusing = PayloadValidator.of(sup);
        switch (inclusion.verdict()) {
            case INCLUDED ->
                assertThat(values.stream().filter(value -> accepting.accepts(value) && !refusing.accepts(value)))
                        .as(sub + " in " + sup)
                        .isEmpty();
            case NOT_INCLUDED ->
                assertThat(accepting.accepts(inclusion.witness()) && !refusing.accepts(inclusion.witness()))
                        .as(inclusion.witness() + " of " + sub + " in " + sup)
                        .isTrue();
            case UNDECIDED -> undecided.add(sub + " in " + sup);
        }
    }

    /** As {@link #hold}, and fails where nothing is decided. */
    void holdDecided(JsonNode sub, JsonNode sup) {
        int before = undecided.size();
        hold(sub, sup);
        assertThat(undecided).hasSize(before);
    }

    /** Some of a hundred thousand pairs take too many steps. */
    void assertFewUndecided() {
        assertThat(undecided).hasSizeLessThanOrEqualTo(pairs / 1000);
    }

    /** A schema of one to three keywords, each of {@code say} or, while {@code depth} lasts, one that combines such schemas. */
    static ObjectNode schema(Random random, int depth, BiConsumer<Random, ObjectNode> say) {
        ObjectNode schema = Json.object();
        for (int keywords = 1 + random.nextInt(3); keywords > 0; keywords--) {
            if (depth > 0 && random.nextInt(3) == 0) {
                combine(random, schema, depth - 1, say);
            } else {
                say.accept(random, schema);
            }
        }
        return schema;
    }

    private static void combine(Random random, ObjectNode schema, int depth, BiConsumer<Random, ObjectNode> say) {
        switch (random.nextInt(4)) {
            case 0, 1 -> schema.set("not", schema(random, depth, say));
            case 2 ->
                schema.putArray(random.nextBoolean() ? "anyOf" : "oneOf")
                        .add(schema(random, depth, say))
                        .add(schema(random, depth, say));
            default -> {
                schema.set("if", schema(random, depth, say));
                schema.set(random.nextBoolean() ? "then" : "else", schema(random, depth, say));
            }
        }
    }

    static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
