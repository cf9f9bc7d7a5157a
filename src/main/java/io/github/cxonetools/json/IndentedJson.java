package io.github.cxonetools.json;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tree as lines indented by two spaces, {@code {}} and {@code []} where nothing is inside. Written by hand: a generator
 * and its printer are a hundred classes, which a cold JVM loads for longer than a small project's contracts take.
 */
final class IndentedJson {

    /** Line ends with what they are indented by, by depth; deeper ones are made when they are needed. */
    private static final String[] LINE_ENDS = new String[16];

    static {
        for (int depth = 0; depth < LINE_ENDS.length; depth++) {
            LINE_ENDS[depth] = lineEnd(depth);
        }
    }

    private final StringBuilder text = new StringBuilder(1 << 10);
    private int depth;

    private IndentedJson() {}

    static String of(JsonNode value) {
        IndentedJson json = new IndentedJson();
        json.write(value);
        return json.text.append('\n').toString();
    }

    private void write(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case STRING -> Json.quote(value.stringValue(), text);
            case NUMBER -> number(value);
            case BOOLEAN -> text.append(value.booleanValue());
            case NULL, MISSING -> text.append("null");
            default -> throw new IllegalArgumentException("No JSON: a node of type " + value.getNodeType());
        }
    }

    private void object(JsonNode object) {
        Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
        if (!members.hasNext()) {
            text.append("{}");
            return;
        }
        text.append('{');
        depth++;
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            newLine();
            Json.quote(member.getKey(), text);
            text.append(": ");
            write(member.getValue());
            if (members.hasNext()) {
                text.append(',');
            }
        }
        depth--;
        newLine();
        text.append('}');
    }

    private void array(JsonNode array) {
        if (array.isEmpty()) {
            text.append("[]");
            return;
        }
        text.append('[');
        depth++;
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            newLine();
            write(array.get(i));
        }
        depth--;
        newLine();
        text.append(']');
    }

    /** What JSON has no number for stands as text, as Jackson writes it. */
    private void number(JsonNode number) {
        String digits = number.numberValue().toString();
        text.append(digits.endsWith("N") || digits.endsWith("y") ? Json.quoted(digits) : digits);
    }

    private void newLine() {
        text.append(depth < LINE_ENDS.length ? LINE_ENDS[depth] : lineEnd(depth));
    }

    private static String lineEnd(int depth) {
        return "\n" + "  ".repeat(depth);
    }
}
