package io.github.cxonetools.simulator.expectation;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.json.JsonPointers;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON written so that JsonUnit takes every name and every number as it is, and the way back. Its paths do not tell a name
 * {@code a.b} from a member {@code b} of {@code a}, so names are escaped; numbers that it must not subtract become texts.
 */
final class EscapedJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Before a number as a text. JSON texts may hold it too, and are then marked as texts. */
    private static final char NUMBER = '\uE000';

    private static final char TEXT = '\uE001';

    private static final String SPECIAL = "~/.[]\\\"";

    private EscapedJson() {}

    /** The same with escaped names, and with marked texts where they could be taken for numbers. */
    static JsonNode escaped(JsonNode json) {
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

    /** A number as a text. */
    static JsonNode number(JsonNode number) {
        return NODES.stringNode(NUMBER + number.decimalValue().toString());
    }

    /** A text that is one. */
    static JsonNode marked(JsonNode text) {
        return NODES.stringNode(TEXT + text.stringValue());
    }

    private static boolean isMarked(String text) {
        return !text.isEmpty() && (text.charAt(0) == NUMBER || text.charAt(0) == TEXT);
    }

    /** What JsonUnit's paths are made of is written as {@code ~} and a digit; so is a name that is empty. */
    static String escapedName(String name) {
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

    /** The step of a JSON pointer to a member. */
    static String below(String name) {
        return "/" + JsonPointers.escaped(name);
    }
}
