package io.github.cxonetools.json;

import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.util.RawValue;

/** Makes trees of tokens and tokens of trees. The parser's limit of nesting keeps both from overflowing the stack. */
final class JsonTrees {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTrees() {}

    /**
     * The one value of a document.
     *
     * @param distinct whether a name that stands twice in an object is refused; else the last counts, or the parser refuses it
     */
    static JsonNode readOnly(JsonParser parser, boolean distinct) {
        try {
            return onlyValue(parser, distinct);
        } catch (StreamConstraintsException e) {
            throw new StreamReadException(parser, e.getOriginalMessage(), parser.currentLocation(), e);
        }
    }

    private static JsonNode onlyValue(JsonParser parser, boolean distinct) {
        if (parser.nextToken() == null) {
            return MissingNode.getInstance();
        }
        JsonNode value = read(parser, distinct);
        JsonToken trailing = parser.nextToken();
        if (trailing != null) {
            throw new StreamReadException(
                    parser, "Something follows the end of the value", parser.currentTokenLocation());
        }
        return value;
    }

    static JsonNode read(JsonParser parser, boolean distinct) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, distinct);
            case START_ARRAY -> array(parser, distinct);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            default -> throw new StreamReadException(parser, "No value begins with " + parser.currentToken());
        };
    }

    private static JsonNode object(JsonParser parser, boolean distinct) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode before = object.replace(name, read(parser, distinct));
            if (distinct && before != null) {
                throw new StreamReadException(parser, "A name stands twice in an object");
            }
        }
        return object;
    }

    private static JsonNode array(JsonParser parser, boolean distinct) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(parser, distinct));
        }
        return array;
    }

    private static JsonNode integer(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** JSON bounds no exponent, Java does. */
    private static JsonNode decimal(JsonParser parser) {
        if (parser.isNaN()) {
            return NODES.stringNode(parser.getString());
        }
        try {
            return NODES.numberNode(parser.getDecimalValue());
        } catch (NumberFormatException e) {
            throw new StreamReadException(
                    parser, "The exponent of a number is beyond what can be read", parser.currentTokenLocation());
        }
    }

    static void write(JsonNode value, JsonGenerator json) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                json.writeStartObject();
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    json.writeName(member.getKey());
                    write(member.getValue(), json);
                }
                json.writeEndObject();
            }
            case ARRAY -> {
                json.writeStartArray();
                for (JsonNode element : value) {
                    write(element, json);
                }
                json.writeEndArray();
            }
            case STRING -> json.writeString(value.stringValue());
            case BOOLEAN -> json.writeBoolean(value.booleanValue());
            case NUMBER -> number(value, json);
            case NULL, MISSING -> json.writeNull();
            default -> raw(value, json);
        }
    }

    /** JSON that is there as text already. */
    private static void raw(JsonNode value, JsonGenerator json) {
        if (value instanceof POJONode node && node.getPojo() instanceof RawValue raw) {
            raw.serialize(json);
        } else {
            throw new IllegalArgumentException("No JSON: a node of type " + value.getNodeType());
        }
    }

    private static void number(JsonNode value, JsonGenerator json) {
        switch (value.numberType()) {
            case INT -> json.writeNumber(value.intValue());
            case LONG -> json.writeNumber(value.longValue());
            case BIG_INTEGER -> json.writeNumber(value.bigIntegerValue());
            case BIG_DECIMAL -> json.writeNumber(value.decimalValue());
            case FLOAT -> json.writeNumber(value.floatValue());
            case DOUBLE -> json.writeNumber(value.doubleValue());
        }
    }
}
