package io.github.cxonetools.simulator.expectation;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.json.JsonPointers;
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

    /** Before a number as a text. JSON texts may hold it too, and are then marked as texts. */
    private static final char NUMBER = '\uE000';

    private static final char TEXT = '\uE001';

    /** Numbers within it are subtracted in microseconds. */
    private static final int MAX_EXPONENT = 1000;

    private static final Pattern REGEX = Pattern.compile("[$#]\\{json-unit.regex}(.*)");

    private static final String SPECIAL = "~/.[]\\\"";

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
            return new Pair(escaped(expected), null);
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
            return new Pair(number(expected), number(actual));
        }
        String regex = regex(expected);
        if (regex != null && actual.isString()) {
            return new Pair(
                    matches(pointer, regex, actual.stringValue()) ? marked(actual) : marked(expected), marked(actual));
        }
        return new Pair(escaped(expected), escaped(actual));
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
            String name = escapedName(member.getKey());
            JsonNode other = actual.get(member.getKey());
            Pair pair = pair(pointer + below(member.getKey()), member.getValue(), other);
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
                right.add(escaped(actual.get(i)));
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

    private static JsonNode escaped(JsonNode json) {
        if (json.isObject()) {
            ObjectNode copy = NODES.objectNode();
            json.properties().forEach(member -> copy.set(escapedName(member.getKey()), escaped(member.getValue())));
            return copy;
        }
        if (json.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            json.forEach(element -> copy.add(escaped(element)));
            return copy;
        }
        return json.isString() && isMarked(json.stringValue()) ? marked(json) : json;
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

    private static JsonNode number(JsonNode number) {
        return NODES.stringNode(NUMBER + number.decimalValue().toString());
    }

    private static JsonNode marked(JsonNode text) {
        return NODES.stringNode(TEXT + text.stringValue());
    }

    private static boolean isMarked(String text) {
        return !text.isEmpty() && (text.charAt(0) == NUMBER || text.charAt(0) == TEXT);
    }

    /** What JsonUnit's paths are made of is written as {@code ~} and a digit; so is a name that is empty. */
    private static String escapedName(String name) {
        if (name.isEmpty()) {
            return "~~";
        }
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            int special = SPECIAL.indexOf(name.charAt(i));
            escaped.append(special < 0 ? String.valueOf(name.charAt(i)) : "~" + special);
        }
        return escaped.toString();
    }

    private static String originalName(String escaped) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '~') {
                name.append(c);
            } else if (escaped.charAt(++i) != '~') {
                name.append(SPECIAL.charAt(escaped.charAt(i) - '0'));
            }
        }
        return name.toString();
    }

    /** The value that a difference of JsonUnit tells, as it was. */
    static JsonNode original(@Nullable Object value) {
        return restored(Json.mapper().valueToTree(value));
    }

    private static JsonNode restored(JsonNode json) {
        if (json.isObject()) {
            ObjectNode copy = NODES.objectNode();
            json.properties().forEach(member -> copy.set(originalName(member.getKey()), restored(member.getValue())));
            return copy;
        }
        if (json.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            json.forEach(element -> copy.add(restored(element)));
            return copy;
        }
        if (!json.isString() || !isMarked(json.stringValue())) {
            return json;
        }
        String text = json.stringValue().substring(1);
        return json.stringValue().charAt(0) == TEXT ? NODES.stringNode(text) : NODES.numberNode(new BigDecimal(text));
    }

    /** The JSON pointer of a path of JsonUnit's, {@code a.b[0]}, whose names are escaped. */
    static String pointer(String path) {
        StringBuilder pointer = new StringBuilder();
        for (String segment : path.replace("[", ".").replace("]", "").split("\\.")) {
            if (!segment.isEmpty()) {
                pointer.append(below(originalName(segment)));
            }
        }
        return pointer.toString();
    }

    private static String below(String name) {
        return "/" + JsonPointers.escaped(name);
    }

    private record Pair(JsonNode expected, @Nullable JsonNode actual) {}
}
