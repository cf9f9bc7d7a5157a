package io.github.cxonetools.action;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * JSON in lines, two spaces a level: what Jackson's pretty printer would write, without a mapper. A mapper costs half a second
 * of CPU in a fresh JVM, which a goal that writes a few files need not spend.
 */
public final class PrettyJson {

    private static final char FIRST_PLAIN = ' ';
    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder text = new StringBuilder();

    private PrettyJson() {}

    /** {@code value}, with {@code \n} at each line's end and at the last. */
    public static String of(JsonNode value) {
        PrettyJson json = new PrettyJson();
        json.value(value, 0);
        return json.text.append('\n').toString();
    }

    private void value(JsonNode value, int level) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value, level);
            case ARRAY -> array(value, level);
            case STRING -> string(value.stringValue());
            case NUMBER -> number(value);
            case BOOLEAN -> text.append(value.booleanValue());
            case NULL -> text.append("null");
            default -> text.append(Json.compact(value));
        }
    }

    private void object(JsonNode object, int level) {
        text.append('{');
        Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            line(level + 1);
            string(member.getKey());
            text.append(": ");
            value(member.getValue(), level + 1);
            text.append(members.hasNext() ? "," : "");
        }
        end(object, level, '}');
    }

    private void array(JsonNode array, int level) {
        text.append('[');
        for (int i = 0; i < array.size(); i++) {
            text.append(i == 0 ? "" : ",");
            line(level + 1);
            value(array.get(i), level + 1);
        }
        end(array, level, ']');
    }

    private void end(JsonNode container, int level, char bracket) {
        if (!container.isEmpty()) {
            line(level);
        }
        text.append(bracket);
    }

    private void line(int level) {
        text.append('\n').append("  ".repeat(level));
    }

    /** Not-a-number and the infinities are no JSON: they stand as text. */
    private void number(JsonNode number) {
        String digits = number.numberValue().toString();
        boolean finite = Character.isDigit(digits.charAt(digits.length() - 1));
        text.append(finite ? digits : '"' + digits + '"');
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> plain(c);
            }
        }
        text.append('"');
    }

    private void plain(char c) {
        if (c < FIRST_PLAIN) {
            text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        } else {
            text.append(c);
        }
    }
}
