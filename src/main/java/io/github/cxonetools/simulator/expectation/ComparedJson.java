package io.github.cxonetools.simulator.expectation;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.schema.pattern.BoundedPattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An expected and an actual document, written so that JsonUnit compares them exactly and in bounded time, and the way back.
 * JsonUnit's paths do not tell a name {@code a.b} from a member {@code b} of {@code a}, so names are escaped; it subtracts
 * numbers that differ, which takes minutes where their exponents do, so those become texts; it matches regular expressions
 * without a limit, so they are matched here.
 */
final class ComparedJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Numbers within it are subtracted in microseconds. */
    private static final int MAX_EXPONENT = 1000;

    private static final Pattern REGEX = Pattern.compile("[$#]\\{json-unit.regex}(.*)");

    private final List<ExecutionFinding> problems = new ArrayList<>();
    private final JsonNode expected;
    private final @Nullable JsonNode actual;

    ComparedJson(JsonNode expected, @Nullable JsonNode actual) {
        Pair pair = pair("", expected, actual);
        this.expected = pair.expected;
        this.actual = pair.actual;
    }

    JsonNode expected() {
        return expected;
    }

    @Nullable
    JsonNode actual() {
        return actual;
    }

    /** What cannot be compared. */
    List<ExecutionFinding> problems() {
        return problems;
    }

    private Pair pair(String pointer, JsonNode expected, @Nullable JsonNode actual) {
        if (actual == null) {
            return new Pair(EscapedJson.escaped(expected), null);
        }
        if (expected.isObject() && actual.isObject()) {
            return objects(pointer, expected, actual);
        }
        if (expected.isArray() && actual.isArray()) {
            return arrays(pointer, expected, actual);
        }
        boolean distant = expected.isNumber()
                && actual.isNumber()
                && (isHuge(expected.decimalValue()) || isHuge(actual.decimalValue()))
                && expected.decimalValue().compareTo(actual.decimalValue()) != 0;
        if (distant) {
            return new Pair(EscapedJson.number(expected), EscapedJson.number(actual));
        }
        String regex = regex(expected);
        if (regex != null && actual.isString()) {
            return new Pair(
                    matches(pointer, regex, actual.stringValue())
                            ? EscapedJson.marked(actual)
                            : EscapedJson.marked(expected),
                    EscapedJson.marked(actual));
        }
        return new Pair(EscapedJson.escaped(expected), EscapedJson.escaped(actual));
    }

    private boolean matches(String pointer, String regex, String text) {
        try {
            return BoundedPattern.of(Pattern.compile(regex)).matches(text);
        } catch (PatternSyntaxException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            problems.add(ExecutionFinding.quoting(
                    ExecutionFinding.Rule.SCHEMA,
                    "/output" + pointer,
                    String.valueOf(e.getMessage()),
                    "is not what is expected"));
            return true;
        }
    }

    private Pair objects(String pointer, JsonNode expected, JsonNode actual) {
        ObjectNode left = NODES.objectNode();
        ObjectNode right = NODES.objectNode();
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            String name = EscapedJson.escapedName(member.getKey());
            JsonNode other = actual.get(member.getKey());
            Pair pair = pair(pointer + EscapedJson.below(member.getKey()), member.getValue(), other);
            left.set(name, pair.expected);
            if (pair.actual != null) {
                right.set(name, pair.actual);
            }
        }
        return new Pair(left, right); // Further members of the actual object do not count.
    }

    private Pair arrays(String pointer, JsonNode expected, JsonNode actual) {
        ArrayNode left = NODES.arrayNode();
        ArrayNode right = NODES.arrayNode();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            if (i >= expected.size()) {
                right.add(EscapedJson.escaped(actual.get(i)));
            } else {
                Pair pair = pair(pointer + "/" + i, expected.get(i), actual.get(i));
                left.add(pair.expected);
                if (pair.actual != null) {
                    right.add(pair.actual);
                }
            }
        }
        return new Pair(left, right);
    }

    private static boolean isHuge(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT
                || Math.abs((long) number.scale()) > MAX_EXPONENT;
    }

    /** The regular expression of JsonUnit's {@code ${json-unit.regex}…}, or null where {@code expected} is something else. */
    private static @Nullable String regex(JsonNode expected) {
        Matcher placeholder = REGEX.matcher(expected.isString() ? expected.stringValue() : "");
        return placeholder.matches() ? placeholder.group(1) : null;
    }

    private record Pair(JsonNode expected, @Nullable JsonNode actual) {}
}
