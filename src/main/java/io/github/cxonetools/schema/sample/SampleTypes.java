package io.github.cxonetools.schema.sample;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which types a schema allows, and one value of each that it does not. */
final class SampleTypes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SampleTypes() {}

    /** {@return true if {@code type} is named; a schema that names none is taken for what its rules are about} */
    static boolean allows(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        if (types.isArray()) {
            for (JsonNode each : types) {
                if (each.asString().equals(type)) {
                    return true;
                }
            }
            return false;
        }
        if (types.isString()) {
            return types.asString().equals(type);
        }
        return switch (type) {
            case "object" -> schema.has("properties");
            case "array" -> schema.has("items");
            case "string" ->
                isFree(schema) || schema.has("pattern") || schema.has("maxLength") || schema.has("minLength");
            default -> false;
        };
    }

    private static boolean isFree(JsonNode schema) {
        return !schema.has("properties")
                && !schema.has("items")
                && !schema.has("enum")
                && !schema.has("const")
                && !schema.has("anyOf")
                && !schema.has("oneOf");
    }

    /** Each value that the schema lists, and some that it does not. */
    static void choices(JsonNode schema, List<SampleValue> found) {
        schema.path("enum").forEach(value -> found.add(new SampleValue(value, value.toString(), SampleRank.CHOICE)));
        if (schema.has("const")) {
            found.add(new SampleValue(schema.path("const"), "the constant", SampleRank.CHOICE));
        }
        if (schema.has("enum") || schema.has("const")) {
            found.add(new SampleValue(NODES.stringNode("no such value"), "another text", SampleRank.BROKEN));
            found.add(new SampleValue(NODES.numberNode(170_141), "another number", SampleRank.BROKEN));
        }
        if (allows(schema, "boolean")) {
            found.add(new SampleValue(NODES.booleanNode(true), "true", SampleRank.CHOICE));
            found.add(new SampleValue(NODES.booleanNode(false), "false", SampleRank.CHOICE));
        }
    }

    static List<SampleValue> strangers(JsonNode schema) {
        List<SampleValue> found = new ArrayList<>();
        if (schema.has("type")) {
            found.add(new SampleValue(NODES.stringNode("no such type"), "a string", SampleRank.BROKEN));
            found.add(new SampleValue(NODES.numberNode(17), "a number", SampleRank.BROKEN));
            found.add(new SampleValue(NODES.objectNode(), "an object", SampleRank.BROKEN));
            found.removeIf(each -> allows(schema, typeOf(each.value())));
        }
        return found;
    }

    private static String typeOf(JsonNode value) {
        return value.isString() ? "string" : value.isNumber() ? "number" : "object";
    }
}
