package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts on what is said about members of objects: each is held to all objects of at most two members, of few names and values. */
class ObjectInclusionTest {

    private static final List<String> NAMES = List.of("", "a", "b", "aa", "ab", "c", "ca");
    private static final List<String> PATTERNS = List.of("^a", "c", "^.$", "^(?:a|b)+c?$", "^.{2}$", "b$", "^a$");
    private static final List<JsonNode> VALUES = Json.read("[null, \"\", \"x\", \"xx\", 1, {}, {\"a\": null}]")
            .valueStream()
            .toList();

    private static final SmallValues OBJECTS = new SmallValues(objects());

    private static List<JsonNode> objects() {
        List<JsonNode> objects = new ArrayList<>(List.of(Json.object()));
        for (int i = 0; i < NAMES.size(); i++) {
            for (JsonNode value : VALUES) {
                objects.add(object(NAMES.get(i), value));
                for (String other : NAMES.subList(i + 1, NAMES.size())) {
                    for (JsonNode second : VALUES) {
                        ObjectNode both = object(NAMES.get(i), value);
                        both.set(other, second);
                        objects.add(both);
                    }
                }
            }
        }
        return objects;
    }

    private static ObjectNode object(String name, JsonNode value) {
        ObjectNode object = Json.object();
        object.set(name, value);
        return object;
    }

    @Property(tries = 2_000)
    void noSmallObjectContradictsAVerdict(@ForAll Random random) {
        OBJECTS.hold(sub(random), SmallValues.schema(random, 2, ObjectInclusionTest::say));
    }

    /** The same pairs in each build. */
    @Property(tries = 2_000, seed = "20261130")
    void eachOfThesePairsIsDecided(@ForAll Random random) {
        OBJECTS.holdDecided(sub(random), SmallValues.schema(random, 2, ObjectInclusionTest::say));
    }

    private static ObjectNode sub(Random random) {
        ObjectNode sub = Json.object();
        ArrayNode all = sub.putArray("allOf");
        all.add(Json.object().put("type", "object"));
        all.add(SmallValues.schema(random, 2, ObjectInclusionTest::say));
        if (random.nextBoolean()) {
            all.add(Json.object().put("maxProperties", 1 + random.nextInt(2)));
        }
        return sub;
    }

    @AfterContainer
    static void fewAreUndecided() {
        OBJECTS.assertFewUndecided();
    }

    private static void say(Random random, ObjectNode schema) {
        switch (random.nextInt(8)) {
            case 0 -> schema.put("minProperties", random.nextInt(3));
            case 1 -> schema.put("maxProperties", random.nextInt(3));
            case 2 -> schema.putArray("required").add(SmallValues.one(random, NAMES));
            case 3 -> schema.set("patternProperties", values(random, PATTERNS));
            case 4 -> schema.set("propertyNames", names(random));
            case 5 -> schema.set("additionalProperties", value(random));
            case 6 -> schema.set("properties", values(random, NAMES));
            default ->
                schema.putObject("dependencies")
                        .putArray(SmallValues.one(random, NAMES))
                        .add(SmallValues.one(random, NAMES));
        }
    }

    private static JsonNode values(Random random, List<String> names) {
        ObjectNode values = Json.object();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            values.set(SmallValues.one(random, names), value(random));
        }
        return values;
    }

    private static JsonNode value(Random random) {
        ObjectNode schema = Json.object();
        switch (random.nextInt(6)) {
            case 0 -> schema.put("type", "null");
            case 1 -> schema.put("type", "string");
            case 2 -> schema.put("maxLength", random.nextInt(2));
            case 3 -> schema.put("type", "string").put("minLength", 1);
            case 4 -> schema.putArray("enum").add("").add(1);
            default -> {
                return Json.read(String.valueOf(random.nextBoolean()));
            }
        }
        return schema;
    }

    private static JsonNode names(Random random) {
        ObjectNode pattern = Json.object().put("pattern", SmallValues.one(random, PATTERNS));
        return switch (random.nextInt(4)) {
            case 0 -> Json.object().put("maxLength", random.nextInt(3));
            case 1 -> pattern;
            case 2 -> object("not", pattern);
            default -> {
                ObjectNode list = Json.object();
                list.putArray("enum").add(SmallValues.one(random, NAMES)).add(SmallValues.one(random, NAMES));
                yield list;
            }
        };
    }
}
