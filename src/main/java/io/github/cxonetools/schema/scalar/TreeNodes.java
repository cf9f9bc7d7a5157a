package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.draft07.Keyword;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Nodes of Jackson's tree model that are of one kind of JSON value each. */
public final class TreeNodes {

    private TreeNodes() {}

    /** The schema of {@code type}; null where it is none of these. */
    public static @Nullable ObjectNode schema(Class<?> type) {
        return switch (name(type)) {
            case "ObjectNode" -> ScalarTypes.type("object");
            case "ArrayNode" -> ScalarTypes.type("array");
            case "TextNode", "StringNode" -> ScalarTypes.type("string");
            case "BooleanNode" -> ScalarTypes.type("boolean");
            case "NumericNode" -> ScalarTypes.type("number");
            default -> null;
        };
    }

    /** {@return true if null is read as a node of another class, which no member of this type takes} */
    public static boolean refusesNull(Class<?> type) {
        ObjectNode schema = schema(type);
        String kind = schema == null ? "" : schema.path(Keyword.TYPE.word()).stringValue("");
        return !kind.isEmpty() && !kind.equals("object") && !kind.equals("array");
    }

    private static String name(Class<?> type) {
        String full = type.getName();
        boolean node = full.startsWith("com.fasterxml.jackson.databind.node.")
                || full.startsWith("tools.jackson.databind.node.");
        return node ? type.getSimpleName() : "";
    }
}
