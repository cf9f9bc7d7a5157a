package io.github.cxonetools.schema.sample;

import io.github.cxonetools.schema.draft07.Keyword;
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
        JsonNode types = schema.path(Keyword.TYPE.word());
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
            case "object" -> schema.has(Keyword.PROPERTIES.word());
            case "array" -> schema.has(Keyword.ITEMS.word());
            case "string" ->
                isFree(schema)
                        || schema.has(Keyword.PATTERN.word())
                        || schema.has(Keyword.MAX_LENGTH.word())
                        || schema.has(Keyword.MIN_LENGTH.word());
            default -> false;
        };
    }

    private static boolean isFree(JsonNode schema) {
        return !schema.has(Keyword.PROPERTIES.word())
                && !schema.has(Keyword.ITEMS.word())
                && !schema.has(Keyword.ENUM.word())
                && !schema.has(Keyword.CONST.word())
                && !schema.has(Keyword.ANY_OF.word())
                && !schema.has(Keyword.ONE_OF.word());
    }

    /** Each value that the schema lists, and some that it does not. */
    static void choices(JsonNode schema, List<SampleValue> found) {
        schema.path(Keyword.ENUM.word())
                .forEach(value -> found.add(new SampleValue(value, value.toString(), SampleRank.CHOICE)));
        if (schema.has(Keyword.CONST.word())) {
            found.add(new SampleValue(schema.path(Keyword.CONST.word()), "the constant", SampleRank.CHOICE));
        }
        if (schema.has(Keyword.ENUM.word()) || schema.has(Keyword.CONST.word())) {
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
        if (schema.has(Keyword.TYPE.word())) {
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
