package io.github.cxonetools.json;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a tree takes as {@link Json#pretty} writes it, without writing it.
 *
 * @param bytes at least so many, where it stands at the left margin
 * @param lineEnds within it
 */
public record PrettySize(long bytes, long lineEnds) {

    private static final int INDENT = 2;

    /** Of a text that needs no escapes, of ASCII, this is exact; others take more. */
    public static PrettySize of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case STRING -> line(2L + value.stringValue().length());
            case BOOLEAN -> line(value.booleanValue() ? 4 : 5);
            case NUMBER -> line(value.numberValue().toString().length());
            default -> line(4);
        };
    }

    /** What it takes where its first line is indented so many times. */
    public long at(int depth) {
        return bytes + INDENT * depth * lineEnds;
    }

    private static PrettySize line(long bytes) {
        return new PrettySize(bytes, 0);
    }

    private static PrettySize object(JsonNode object) {
        long bytes = 2;
        long lineEnds = 0;
        Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            PrettySize value = of(member.getValue());
            int around = 1 + INDENT + 2 + member.getKey().length() + 2 + 1; // Line end, quotes, colon and space, comma.
            bytes += around + value.at(1);
            lineEnds += 1 + value.lineEnds;
        }
        return new PrettySize(bytes, lineEnds == 0 ? 0 : lineEnds + 1); // A line end in place of the last comma.
    }

    private static PrettySize array(JsonNode array) {
        long bytes = 2;
        long lineEnds = 0;
        for (JsonNode item : array) {
            PrettySize value = of(item);
            bytes += 1 + INDENT + value.at(1) + 1;
            lineEnds += 1 + value.lineEnds;
        }
        return new PrettySize(bytes, lineEnds == 0 ? 0 : lineEnds + 1);
    }
}
