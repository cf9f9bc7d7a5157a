package io.github.cxonetools.simulator;

import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a failing payload smaller as long as it is valid and fails in the same way. */
final class Shrinking {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_CALLS = 1000;

    /** So many characters of a long text are tried without. */
    private static final int MAX_STRETCHES = 100;

    /** Each costs a deadline and a new JVM. */
    private static final int MAX_DEADLY_CALLS = 8;

    private final ProbeCalls calls;
    private final FailureKind kind;
    private final PayloadValidator validator;
    private ProbeCalls.ProbeOutcome outcome;
    private int left;

    /** @param outcome what came of the payload that is to be made smaller */
    Shrinking(ProbeCalls calls, FailureKind kind, ProbeCalls.ProbeOutcome outcome, JsonNode schema) {
        this.outcome = outcome;
        this.calls = calls;
        this.kind = kind;
        this.validator = PayloadValidator.of(schema);
    }

    JsonNode shrink(JsonNode payload, boolean deadly) {
        left = deadly ? MAX_DEADLY_CALLS : MAX_CALLS;
        JsonNode smallest = payload;
        JsonNode smaller = payload;
        while (smaller != null) {
            smallest = smaller;
            smaller = firstFailing(smaller(smallest));
        }
        return smallest;
    }

    /** What came of the smallest payload. */
    ProbeCalls.ProbeOutcome outcome() {
        return outcome;
    }

    private @Nullable JsonNode firstFailing(List<JsonNode> candidates) {
        for (JsonNode candidate : candidates) {
            if (left > 0 && validator.validate(candidate).isEmpty()) {
                left--;
                ProbeCalls.ProbeOutcome came = calls.call(candidate);
                if (kind.equals(came.kind())) {
                    outcome = came;
                    return candidate;
                }
            }
        }
        return null;
    }

    /** Simpler payloads, the boldest first. */
    private static List<JsonNode> smaller(JsonNode payload) {
        List<JsonNode> found = new ArrayList<>();
        removals(payload, UnaryOperator.identity(), found::add);
        simplifications(payload, UnaryOperator.identity(), found::add);
        return found;
    }

    private static void removals(JsonNode json, UnaryOperator<JsonNode> place, Consumer<JsonNode> found) {
        if (json instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                ObjectNode without = object.deepCopy();
                without.remove(name);
                found.accept(place.apply(without));
            }
        } else if (json instanceof ArrayNode array && !array.isEmpty()) {
            found.accept(place.apply(NODES.arrayNode()));
            for (int i = 0; i < array.size() && array.size() > 1; i++) {
                ArrayNode without = array.deepCopy();
                without.remove(i);
                found.accept(place.apply(without));
            }
        }
        below(json, place, (child, childPlace) -> removals(child, childPlace, found));
    }

    private static void simplifications(JsonNode json, UnaryOperator<JsonNode> place, Consumer<JsonNode> found) {
        if (json.isString() && !json.asString().isEmpty()) {
            String text = json.asString();
            int points = text.codePointCount(0, text.length());
            for (int keep : new int[] {0, 1, points / 2}) {
                if (keep < points) {
                    found.accept(place.apply(NODES.stringNode(text.substring(0, text.offsetByCodePoints(0, keep)))));
                }
            }
            without(text, Math.max(1, points / 2), place, found);
            without(text, 1, place, found);
        } else if (json.isNumber()) {
            nearerToZero(json.decimalValue(), place, found);
        } else if (json.isBoolean() && json.booleanValue()) {
            found.accept(place.apply(NODES.booleanNode(false)));
        }
        below(json, place, (child, childPlace) -> simplifications(child, childPlace, found));
    }

    /** The text without one stretch of {@code length} code points, the last first. */
    private static void without(String text, int length, UnaryOperator<JsonNode> place, Consumer<JsonNode> found) {
        int points = text.codePointCount(0, text.length());
        for (int at = points - length; at >= 0 && at >= points - MAX_STRETCHES; at--) {
            int begin = text.offsetByCodePoints(0, at);
            int end = text.offsetByCodePoints(begin, length);
            found.accept(place.apply(NODES.stringNode(text.substring(0, begin) + text.substring(end))));
        }
    }

    /** Zero, then ever nearer to the number: so the bound from which on it fails is found in few steps. */
    private static void nearerToZero(BigDecimal number, UnaryOperator<JsonNode> place, Consumer<JsonNode> found) {
        BigInteger whole = number.toBigInteger();
        if (number.signum() != 0 && whole.signum() == 0) {
            found.accept(place.apply(NODES.numberNode(0)));
        }
        if (number.compareTo(new BigDecimal(whole)) != 0 && whole.signum() != 0) {
            found.accept(place.apply(NODES.numberNode(whole)));
        }
        for (BigInteger step = whole; step.signum() != 0; step = step.divide(BigInteger.TWO)) {
            found.accept(place.apply(NODES.numberNode(whole.subtract(step))));
        }
    }

    private static void below(JsonNode json, UnaryOperator<JsonNode> place, Visitor visitor) {
        if (json instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                visitor.visit(member.getValue(), value -> {
                    ObjectNode with = object.deepCopy();
                    with.set(member.getKey(), value);
                    return place.apply(with);
                });
            }
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                visitor.visit(array.get(i), value -> {
                    ArrayNode with = array.deepCopy();
                    with.set(index, value);
                    return place.apply(with);
                });
            }
        }
    }

    /** Goes to a value within a payload, with the way to put another in its place. */
    @FunctionalInterface
    private interface Visitor {
        void visit(JsonNode value, UnaryOperator<JsonNode> place);
    }
}
