package io.github.cxonetools.schema;

import io.github.cxonetools.schema.pattern.EcmaPattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Random payloads around what a schema takes: valid ones, ones just beyond a bound, and ones with something else in them. */
final class PayloadSampler {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "2026-02-28",
            "2026-02-29",
            "2024-02-29",
            "1900-02-29",
            "2000-02-29",
            "0000-02-29",
            "9999-12-31",
            "2026-13-01",
            "2026-04-31",
            "00:00",
            "23:59",
            "24:00",
            "23:59:60",
            "12:00:00.",
            "12:00:00.1",
            "12:00:00.123456789",
            "12:00:00.1234567890",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00Z",
            "2026-01-01T00:00:00.000+00:00",
            "2026-01-01T00:00:00+18:00",
            "2026-01-01T00:00:00+18:01",
            "2026-01-01T00:00",
            "2026-01-01T24:00:00",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59-18:00",
            "0000-01-01T00:00:00+18:00",
            "12:00+01:00",
            "12:00Z",
            "Z",
            "+01:00",
            "-18:00",
            "+18:00:01",
            "-00:00",
            "2026-01",
            "--02-29",
            "--02-30",
            "--04-31",
            "01.12.2026",
            "31.02.2026",
            "00.00.0000",
            "2026-01-01 10:00",
            "0000-01-01 10:00",
            "PT0S",
            "PT1H",
            "P1D",
            "PT-1.5S",
            "PT9999999999999999999H",
            "PT2562047788015215H30M7.999999999S",
            "PT2562047788015215H30M8S",
            "-PT1H",
            "P1Y2M3D",
            "P0D",
            "P-2147483648D",
            "P2147483648D",
            "P1W",
            "2026",
            "-1",
            "99999",
            "123e4567-e89b-12d3-a456-426614174000",
            "123E4567-E89B-12D3-A456-426614174000",
            "123e4567e89b12d3a456426614174000",
            "AAAA",
            "AAA=",
            "AA==",
            "A===",
            "AAAAA",
            "AA=A",
            "a b",
            "\u00e4",
            "http://a b/",
            "%zz",
            "http://[::g]/",
            "1",
            "01",
            "-0",
            "true",
            "RED",
            "red",
            "one",
            "circle",
            "x");

    private static final Map<String, EcmaPattern> PATTERNS = new ConcurrentHashMap<>();

    private final Random random;
    private final ScalarSamples scalars;
    private final List<String> otherNames;

    /** Whether something that does not belong there may stand anywhere. */
    private final boolean chaotic;

    /** @param otherNames names that no schema lists and that the mapper may know all the same */
    PayloadSampler(Random random, List<String> otherNames) {
        this.random = random;
        this.scalars = new ScalarSamples(random);
        this.otherNames = otherNames;
        this.chaotic = random.nextBoolean();
    }

    JsonNode sample(JsonNode schema) {
        if (chaotic && random.nextInt(25) == 0 || schema.isBoolean() || schema.isEmpty()) {
            return odd();
        }
        if (schema.has("properties")) {
            return object(schema);
        }
        for (String alternatives : List.of("anyOf", "oneOf")) {
            JsonNode branches = schema.path(alternatives);
            if (branches.isArray()) {
                return sample(branches.get(random.nextInt(branches.size())));
            }
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            JsonNode chosen =
                    schema.get("enum").get(random.nextInt(schema.get("enum").size()));
            return chosen.isIntegralNumber() ? notation(chosen.bigIntegerValue()) : chosen;
        }
        JsonNode type = schema.path("type");
        return typed(
                schema,
                type.isArray() ? type.get(random.nextInt(type.size())).stringValue() : type.stringValue("null"));
    }

    private JsonNode typed(JsonNode schema, String type) {
        return switch (type) {
            case "string" -> JSON.stringNode(text(schema));
            case "integer" -> integer(schema);
            case "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> array(schema);
            case "object" -> object(schema);
            default -> JSON.nullNode();
        };
    }

    private JsonNode odd() {
        JsonNode[] values = {
            JSON.nullNode(),
            JSON.stringNode(""),
            JSON.stringNode("x"),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(new BigDecimal("1.5")),
            JSON.booleanNode(true),
            JSON.arrayNode(),
            JSON.objectNode(),
            JSON.arrayNode().add(1),
            JSON.objectNode().put("a", 1),
            JSON.numberNode(new BigInteger("99999999999999999999")),
            JSON.arrayNode().addNull(),
            JSON.stringNode(scalars.text())
        };
        return values[random.nextInt(values.length)];
    }

    private String text(JsonNode schema) {
        String text = "";
        for (int i = 0; i < 80; i++) {
            text = random.nextInt(3) == 0 ? scalars.text() : TEXTS.get(random.nextInt(TEXTS.size()));
            if (fits(schema, text)) {
                return text;
            }
        }
        List<String> found = RegexSamples.of(candidate -> fits(schema, candidate), random);
        return found.isEmpty() ? text : found.get(0);
    }

    private static boolean fits(JsonNode schema, String text) {
        int length = text.codePointCount(0, text.length());
        boolean fits = length >= schema.path("minLength").asInt(0)
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && matches(schema.path("pattern").stringValue(""), text);
        for (JsonNode also : schema.path("allOf")) {
            fits &= matches(also.path("pattern").stringValue(""), text);
        }
        return fits;
    }

    private static boolean matches(String pattern, String text) {
        return pattern.isEmpty()
                || PATTERNS.computeIfAbsent(pattern, EcmaPattern::compile).find(text);
    }

    private BigDecimal bound(JsonNode schema) {
        List<BigDecimal> bounds = new ArrayList<>();
        for (String keyword : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
            if (schema.has(keyword)) {
                bounds.add(schema.get(keyword).decimalValue());
            }
        }
        return bounds.isEmpty()
                ? BigDecimal.valueOf(random.nextInt(20) - 10)
                : bounds.get(random.nextInt(bounds.size()));
    }

    /** Mostly inside the bounds: a payload of many numbers is else never a good one. */
    private BigDecimal within(JsonNode schema, BigDecimal value) {
        if (random.nextInt(chaotic ? 3 : 30) == 0) {
            return value;
        }
        BigDecimal low = schema.has("minimum") ? value.max(schema.get("minimum").decimalValue()) : value;
        return schema.has("maximum") ? low.min(schema.get("maximum").decimalValue()) : low;
    }

    private JsonNode integer(JsonNode schema) {
        BigDecimal value = within(schema, bound(schema).add(BigDecimal.valueOf(random.nextInt(5) - 2)));
        return notation(value.toBigInteger());
    }

    /** Now and then with a fraction of nothing: to a schema it is the same number. */
    private JsonNode notation(BigInteger value) {
        return random.nextInt(8) == 0
                ? JSON.numberNode(new BigDecimal(value).setScale(1, java.math.RoundingMode.FLOOR))
                : JSON.numberNode(value);
    }

    /** As I-JSON: what a double can hold. */
    private BigDecimal number(JsonNode schema) {
        BigDecimal bound = bound(schema);
        double value = bound.doubleValue();
        double[] near = {
            value, Math.nextUp(value), Math.nextDown(value), value + 1, value - 1, value * 2, 0.1, (float) value, 0
        };
        double chosen = near[random.nextInt(near.length)];
        boolean finite = !Double.isInfinite(chosen) && !Double.isNaN(chosen);
        return random.nextInt(4) == 0 || !finite ? new BigDecimal(bound.toString()) : BigDecimal.valueOf(chosen);
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        int min = schema.path("minItems").asInt(0);
        int size = Math.max(0, min + random.nextInt(4) - (random.nextInt(6) == 0 ? 1 : 0));
        for (int i = 0; i < size; i++) {
            JsonNode items = schema.path("items");
            array.add(sample(items.isArray() ? items.get(Math.min(i, items.size() - 1)) : items));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (random.nextInt(12) != 0) {
                object.set(property.getKey(), sample(property.getValue()));
            }
        });
        schema.path("patternProperties").properties().forEach(property -> {
            if (random.nextInt(3) == 0) {
                object.set(property.getKey().replaceAll("[\\^$]", ""), sample(property.getValue()));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            int size = schema.path("minProperties").asInt(0) + random.nextInt(3);
            for (int i = 0; i < size; i++) {
                object.set(key(schema.path("propertyNames")), sample(schema.get("additionalProperties")));
            }
        }
        if (!chaotic || random.nextInt(4) != 0) {
            combine(schema, object);
        }
        if (!otherNames.isEmpty() && random.nextInt(4) == 0) {
            object.set(otherNames.get(random.nextInt(otherNames.size())), odd());
        }
        return object;
    }

    /** Makes members stand together as one alternative of each choice says. */
    private void combine(JsonNode schema, ObjectNode object) {
        JsonNode choice = schema.path("oneOf");
        if (!choice.isEmpty()) {
            JsonNode chosen = choice.get(random.nextInt(choice.size()));
            chosen.path("properties")
                    .properties()
                    .forEach(member -> object.set(member.getKey(), sample(member.getValue())));
            chosen.path("not").path("required").forEach(name -> object.remove(name.stringValue()));
            chosen.path("not").path("anyOf").forEach(each -> each.path("required")
                    .forEach(name -> object.remove(name.stringValue())));
        }
        schema.path("allOf").forEach(part -> combine(part, object));
    }

    private String key(JsonNode names) {
        return names.has("enum")
                ? names.get("enum")
                        .get(random.nextInt(names.get("enum").size()))
                        .stringValue()
                : text(names);
    }
}
