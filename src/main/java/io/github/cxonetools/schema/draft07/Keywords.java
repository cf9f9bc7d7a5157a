package io.github.cxonetools.schema.draft07;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Edits to a schema that never lose what it says already. */
public final class Keywords {

    private Keywords() {}

    public static void atLeast(ObjectNode schema, String keyword, BigDecimal bound) {
        JsonNode present = schema.get(keyword);
        if (present == null || present.decimalValue().compareTo(bound) < 0) {
            schema.put(keyword, bound);
        }
    }

    public static void atMost(ObjectNode schema, String keyword, BigDecimal bound) {
        JsonNode present = schema.get(keyword);
        if (present == null || present.decimalValue().compareTo(bound) > 0) {
            schema.put(keyword, bound);
        }
    }

    /** Adds a rule of which a schema can state only one: the second one goes into {@code allOf}. */
    public static void also(ObjectNode schema, String keyword, JsonNode rule) {
        JsonNode present = schema.get(keyword);
        if (present == null) {
            schema.set(keyword, rule);
        } else if (!present.equals(rule)) {
            ArrayNode all = schema.withArray(Keyword.ALL_OF.word());
            ObjectNode other = JsonNodeFactory.instance.objectNode();
            other.set(keyword, rule);
            all.add(other);
        }
    }

    public static void alsoPattern(ObjectNode schema, String pattern) {
        also(schema, Keyword.PATTERN.word(), JsonNodeFactory.instance.stringNode(pattern));
    }

    /** Lets null pass, whatever the schema says about other values. */
    public static ObjectNode orNull(ObjectNode schema) {
        JsonNode type = schema.get(Keyword.TYPE.word());
        boolean ofText = type != null && type.isString() && !type.stringValue().equals("object");
        if (schema.has(Keyword.ANY_OF.word())
                || schema.has(Keyword.ONE_OF.word())
                || schema.has(Keyword.ALL_OF.word()) && !ofText) {
            ObjectNode either = JsonNodeFactory.instance.objectNode();
            either.putArray(Keyword.ANY_OF.word())
                    .add(JsonNodeFactory.instance.objectNode().put(Keyword.TYPE.word(), "null"))
                    .add(schema);
            return either;
        }
        if (type != null && type.isArray() && has(type, "null")) {
            return schema;
        }
        if (type != null && type.isString() && !type.stringValue().equals("null")) {
            schema.putArray(Keyword.TYPE.word()).add(type).add("null");
        } else if (type instanceof ArrayNode several) {
            several.add("null");
        }
        if (schema.get(Keyword.ENUM.word()) instanceof ArrayNode values) {
            if (!values.values().contains(JsonNodeFactory.instance.nullNode())) {
                values.addNull();
            }
        }
        JsonNode only = schema.get(Keyword.CONST.word());
        if (only != null) {
            schema.remove(Keyword.CONST.word());
            schema.putArray(Keyword.ENUM.word()).add(only).addNull();
        }
        return schema;
    }

    /** The same without null. */
    public static ObjectNode withoutNull(ObjectNode schema) {
        JsonNode none = JsonNodeFactory.instance.objectNode().put(Keyword.TYPE.word(), "null");
        if (schema.get(Keyword.TYPE.word()) instanceof ArrayNode types) {
            List<JsonNode> others =
                    types.values().stream().filter(type -> !has(type, "null")).toList();
            schema.set(Keyword.TYPE.word(), others.size() == 1 ? others.get(0) : others(others));
        }
        if (schema.get(Keyword.ENUM.word()) instanceof ArrayNode values) {
            schema.set(
                    Keyword.ENUM.word(),
                    others(values.values().stream()
                            .filter(value -> !value.isNull())
                            .toList()));
        }
        for (String keyword : List.of(Keyword.ANY_OF.word(), Keyword.ONE_OF.word())) {
            if (schema.get(keyword) instanceof ArrayNode choices) {
                List<JsonNode> others = choices.values().stream()
                        .filter(one -> !one.equals(none))
                        .toList();
                if (others.size() == 1 && choices.size() == 2 && others.get(0) instanceof ObjectNode only) {
                    schema.remove(keyword);
                    only.properties().forEach(said -> schema.set(said.getKey(), said.getValue()));
                } else {
                    schema.set(keyword, others(others));
                }
            }
        }
        notNull(schema);
        return schema;
    }

    private static ArrayNode others(List<JsonNode> values) {
        return JsonNodeFactory.instance.arrayNode().addAll(values);
    }

    /** {@return true if {@code type}, one name or several, has {@code name}} */
    public static boolean has(JsonNode type, String name) {
        for (JsonNode one : type) {
            if (has(one, name)) {
                return true;
            }
        }
        return type.isString() && type.stringValue().equals(name);
    }

    /** {@return true if values of the schema are texts, numbers or booleans, and not of several of these kinds} */
    public static boolean isOfOneKind(JsonNode schema) {
        JsonNode type = schema.path(Keyword.TYPE.word());
        return Stream.of("string", "integer", "number", "boolean")
                        .filter(kind -> has(type, kind))
                        .count()
                == 1;
    }

    /** {@return true if the schema is of integers, or enumerates some} */
    public static boolean hasWholeNumbers(ObjectNode schema) {
        for (JsonNode value : schema.path(Keyword.ENUM.word()).values()) {
            if (value.isIntegralNumber()) {
                return true;
            }
        }
        return has(schema.path(Keyword.TYPE.word()), "integer");
    }

    /** Keeps null out of a schema that takes anything. */
    public static void notNull(ObjectNode schema) {
        if (!schema.has(Keyword.TYPE.word())
                && !schema.has(Keyword.ENUM.word())
                && !schema.has(Keyword.ANY_OF.word())
                && !schema.has(Keyword.ONE_OF.word())) {
            schema.set(Keyword.NOT.word(), JsonNodeFactory.instance.objectNode().put(Keyword.TYPE.word(), "null"));
        }
    }

    /** The same schema with keywords in the documented order, at every depth; what draft-07 does not know comes last. */
    public static ObjectNode ordered(ObjectNode schema) {
        Map<Keyword, JsonNode> known = new EnumMap<>(Keyword.class);
        Map<String, JsonNode> others = Map.of();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            Keyword keyword = Keyword.of(member.getKey());
            if (keyword != null) {
                known.put(keyword, inside(keyword.value(), member.getValue()));
            } else {
                others = others.isEmpty() ? new LinkedHashMap<>() : others;
                others.put(member.getKey(), member.getValue());
            }
        }
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<Keyword, JsonNode> one : known.entrySet()) {
            sorted.set(one.getKey().word(), one.getValue());
        }
        sorted.setAll(others);
        return sorted;
    }

    private static JsonNode inside(Keyword.ValueKind kind, JsonNode value) {
        if (kind.isByName() && value.isObject()) {
            ObjectNode named = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                named.set(member.getKey(), schema(member.getValue()));
            }
            return named;
        }
        if (kind.isSchemas() && value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (JsonNode item : value) {
                list.add(schema(item));
            }
            return list;
        }
        return kind.isSchemas() ? schema(value) : value;
    }

    private static JsonNode schema(JsonNode value) {
        return value instanceof ObjectNode object ? ordered(object) : value;
    }
}
