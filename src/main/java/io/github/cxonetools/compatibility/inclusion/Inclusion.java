package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.compatibility.search.Difference;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import io.github.cxonetools.schema.sample.PayloadSample;
import io.github.cxonetools.schema.sample.PayloadSamples;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether one schema accepts every payload that another accepts.
 *
 * @param verdict what is known
 * @param witness a payload that the first accepts and the second refuses, by the validator's word; null unless it was refuted
 * @param reason why it is undecided, as a clause; null where it is decided
 */
public record Inclusion(
        Verdict verdict,
        @Nullable JsonNode witness,
        @Nullable String reason) {

    private static final int SAMPLES = 300;

    /** What is known about an inclusion. */
    public enum Verdict {
        /** Proven. */
        INCLUDED,
        /** There is a payload to show it. */
        NOT_INCLUDED,
        /** Neither proven nor refuted. */
        UNDECIDED
    }

    /** Decides whether {@code sup} accepts all that {@code sub} accepts; both draft-07, whatever {@code $schema} says. */
    public static Inclusion decide(JsonNode sub, JsonNode sup) {
        DifferingProperties differing = DifferingProperties.of(sub, sup);
        Inclusion ofThese = differing == null ? null : decide(sub, differing);
        return ofThese == null ? decideWhole(sub, sup) : ofThese;
    }

    /** Null where that cannot be told by the properties that differ. */
    private static @Nullable Inclusion decide(JsonNode sub, DifferingProperties differing) {
        Difference difference = differing.search();
        if (difference.empty()) {
            return new Inclusion(Verdict.INCLUDED, null, null);
        }
        JsonNode witness = differing.completed(difference.value());
        return witness != null && Witnesses.of(sub, differing.refusing()).confirms(witness) ? refuted(witness) : null;
    }

    /** As {@link #decide}, by a search over all that both say. */
    static Inclusion decideWhole(JsonNode sub, JsonNode sup) {
        Difference difference = Difference.of(sub, sup);
        if (difference.empty()) {
            return new Inclusion(Verdict.INCLUDED, null, null);
        }
        if (!difference.readable()) {
            return undecided(difference);
        }
        String ofSub = PatternCheck.problem(sub);
        String problem = ofSub != null ? ofSub : PatternCheck.problem(sup);
        if (problem != null) {
            return new Inclusion(Verdict.UNDECIDED, null, problem);
        }
        Witnesses witnesses = Witnesses.of(sub, sup);
        JsonNode found = difference.value();
        if (found != null && witnesses.confirms(found)) {
            return refuted(found);
        }
        return witnesses.sampled().map(Inclusion::refuted).orElseGet(() -> undecided(difference));
    }

    private static Inclusion undecided(Difference difference) {
        return new Inclusion(Verdict.UNDECIDED, null, reason(difference));
    }

    private static Inclusion refuted(JsonNode witness) {
        return new Inclusion(Verdict.NOT_INCLUDED, witness, null);
    }

    private static String reason(Difference difference) {
        String unknown = difference.unknown();
        return unknown != null ? unknown : "the validator contradicts the payload that was found";
    }

    /** The validator's word on payloads. */
    private static final class Witnesses {

        private final JsonNode sub;
        private final @Nullable PayloadValidator accepting;
        private final @Nullable PayloadValidator refusing;

        private Witnesses(JsonNode sub, @Nullable PayloadValidator accepting, @Nullable PayloadValidator refusing) {
            this.sub = sub;
            this.accepting = accepting;
            this.refusing = refusing;
        }

        static Witnesses of(JsonNode sub, JsonNode sup) {
            return new Witnesses(sub, validator(sub), validator(sup));
        }

        private static @Nullable PayloadValidator validator(JsonNode schema) {
            try {
                return PayloadValidator.ofReadable(withoutDialect(schema));
            } catch (RuntimeException | StackOverflowError e) {
                return null;
            }
        }

        private static JsonNode withoutDialect(JsonNode schema) {
            if (!(schema instanceof ObjectNode object) || !schema.has("$schema")) {
                return schema;
            }
            ObjectNode copy = object.objectNode();
            copy.setAll(object);
            copy.remove("$schema");
            return copy;
        }

        boolean confirms(JsonNode payload) {
            if (accepting == null || refusing == null) {
                return false;
            }
            try {
                return accepting.accepts(payload) && !refusing.accepts(payload);
            } catch (RuntimeException | StackOverflowError e) {
                return false;
            }
        }

        Optional<JsonNode> sampled() {
            if (accepting == null || refusing == null) {
                return Optional.empty();
            }
            try {
                return PayloadSamples.derive(withoutDialect(sub), SAMPLES, 0).stream()
                        .filter(PayloadSample::valid)
                        .map(PayloadSample::payload)
                        .filter(this::confirms)
                        .findFirst();
            } catch (RuntimeException | StackOverflowError e) {
                return Optional.empty();
            }
        }
    }
}
