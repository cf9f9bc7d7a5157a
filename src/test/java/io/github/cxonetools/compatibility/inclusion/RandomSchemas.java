package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Schemas of all of draft-07's keywords, with few constants, so that two of them often speak of the same values. */
final class RandomSchemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] TYPES = {"null", "boolean", "integer", "number", "string", "array", "object"};
    private static final String[] NAMES = {"a", "b", "ab", "c"};
    private static final String[] PATTERNS = {
        "^a", "b$", "^[ab]*$", "^a{1,2}$", "ab|c", "^(?!a)", "^(?:a|b)+c?$", ".", "^$", "\\d", "^.{2}$", "^(?=.*b).*a"
    };
    private static final String[] NUMBERS = {"0", "1", "2", "-1", "1.0", "0.5", "3", "10"};

    private final Random random;

    RandomSchemas(Random random) {
        this.random = random;
    }

    JsonNode schema(int depth) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            return NODES.booleanNode(random.nextInt(3) > 0);
        }
        ObjectNode schema = Json.object();
        int keywords = 1 + random.nextInt(3);
        for (int i = 0; i < keywords; i++) {
            keyword(schema, depth);
        }
        return schema;
    }

    /** A schema with one keyword more, or fewer. */
    JsonNode changed(JsonNode schema, int depth) {
        if (!(schema instanceof ObjectNode object)) {
            return schema(depth);
        }
        ObjectNode copy = object.deepCopy();
        List<String> keywords = new ArrayList<>(copy.propertyNames());
        if (keywords.isEmpty() || random.nextInt(3) == 0) {
            keyword(copy, depth);
            return copy;
        }
        String keyword = keywords.get(random.nextInt(keywords.size()));
        JsonNode value = copy.get(keyword);
        if (List.of("not", "contains", "if", "then", "else", "propertyNames").contains(keyword)
                && random.nextBoolean()) {
            copy.set(keyword, changed(value, depth - 1));
        } else if (List.of("allOf", "anyOf", "oneOf").contains(keyword) && random.nextBoolean()) {
            ArrayNode list = (ArrayNode) value.deepCopy();
            list.set(0, changed(list.get(0), depth - 1));
            copy.set(keyword, list);
        } else {
            copy.remove(keyword);
        }
        return copy;
    }

    private void keyword(ObjectNode schema, int depth) {
        switch (random.nextInt(depth > 0 ? 26 : 12)) {
            case 0, 1, 2 -> schema.set("type", type());
            case 3 -> schema.set("enum", values());
            case 4 -> schema.set("const", value(2));
            case 5 -> schema.put(pick("minimum", "exclusiveMinimum"), number());
            case 6 -> schema.put(pick("maximum", "exclusiveMaximum"), number());
            case 7 -> schema.put("multipleOf", new BigDecimal(pick("1", "2", "0.5", "0.1", "3", "1.5")));
            case 8 -> schema.put(pick("minLength", "maxLength"), random.nextInt(3));
            case 9 -> schema.put("pattern", pick(PATTERNS));
            case 10 -> schema.put(pick("minItems", "maxItems", "minProperties", "maxProperties"), random.nextInt(4));
            case 11 -> {
                if (random.nextBoolean()) {
                    schema.put("uniqueItems", true);
                } else {
                    schema.set("required", names());
                }
            }
            case 12 -> schema.set("items", schema(depth - 1));
            case 13 -> schema.set("items", list(depth));
            case 14 -> schema.set("additionalItems", schema(depth - 1));
            case 15 -> schema.set("contains", schema(depth - 1));
            case 16, 17 -> schema.set("properties", named(depth, NAMES));
            case 18 -> schema.set("patternProperties", named(depth, PATTERNS));
            case 19 -> schema.set("additionalProperties", schema(depth - 1));
            case 20 -> schema.set("propertyNames", schema(depth - 1));
            case 21 -> schema.set("dependencies", dependencies(depth));
            case 22 -> schema.set("not", schema(depth - 1));
            case 23, 24 -> schema.set(pick("allOf", "anyOf", "oneOf"), list(depth));
            default -> {
                schema.set("if", schema(depth - 1));
                schema.set(pick("then", "else"), schema(depth - 1));
            }
        }
    }

    private JsonNode type() {
        if (random.nextInt(4) > 0) {
            return NODES.stringNode(pick(TYPES));
        }
        String one = pick(TYPES);
        String other = pick(TYPES);
        ArrayNode types = Json.array().add(one);
        return one.equals(other) ? types : types.add(other);
    }

    private ArrayNode values() {
        ArrayNode values = Json.array();
        for (int i = 0; i <= random.nextInt(4); i++) {
            values.add(value(1));
        }
        return values;
    }

    /** Any value, small. */
    JsonNode value(int depth) {
        switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> {
                return NODES.nullNode();
            }
            case 1 -> {
                return NODES.booleanNode(random.nextBoolean());
            }
            case 2, 3 -> {
                return NODES.numberNode(number());
            }
            case 4, 5 -> {
                return NODES.stringNode(pick("", "a", "b", "ab", "ba", "c", "1", "aab"));
            }
            case 6, 7 -> {
                ArrayNode array = Json.array();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(depth - 1));
                }
                return array;
            }
            default -> {
                ObjectNode object = Json.object();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(pick(NAMES), value(depth - 1));
                }
                return object;
            }
        }
    }

    private ArrayNode names() {
        ArrayNode names = Json.array().add(pick(NAMES));
        return random.nextBoolean() ? names : names.add("z");
    }

    private ObjectNode named(int depth, String[] names) {
        ObjectNode named = Json.object();
        for (int i = 0; i <= random.nextInt(3); i++) {
            named.set(pick(names), schema(depth - 1));
        }
        return named;
    }

    private ObjectNode dependencies(int depth) {
        ObjectNode dependencies = Json.object();
        dependencies.set(pick(NAMES), random.nextBoolean() ? names() : schema(depth - 1));
        return dependencies;
    }

    private ArrayNode list(int depth) {
        ArrayNode list = Json.array();
        for (int i = 0; i <= random.nextInt(3); i++) {
            list.add(schema(depth - 1));
        }
        return list;
    }

    private BigDecimal number() {
        return new BigDecimal(pick(NUMBERS));
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }
}
