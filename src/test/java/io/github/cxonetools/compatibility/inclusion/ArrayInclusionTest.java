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

/** Verdicts on what is said about items of arrays: each is held to all arrays of at most three of six items. */
class ArrayInclusionTest {

    private static final List<JsonNode> ITEMS =
            Json.read("[null, 1, 2, \"a\", [], [1]]").valueStream().toList();
    private static final SmallValues ARRAYS = new SmallValues(arrays(3));

    private static List<JsonNode> arrays(int most) {
        List<JsonNode> arrays = new ArrayList<>(List.of(Json.array()));
        for (int from = 0, length = 1; length <= most; length++) {
            int to = arrays.size();
            for (JsonNode shorter : List.copyOf(arrays.subList(from, to))) {
                for (JsonNode item : ITEMS) {
                    arrays.add(((ArrayNode) shorter.deepCopy()).add(item));
                }
            }
            from = to;
        }
        return arrays;
    }

    @Property(tries = 2_000)
    void noSmallArrayContradictsAVerdict(@ForAll Random random) {
        ObjectNode sub = Json.object();
        ArrayNode all = sub.putArray("allOf");
        all.add(Json.object().put("type", "array"));
        all.add(SmallValues.schema(random, 2, ArrayInclusionTest::say));
        if (random.nextBoolean()) {
            all.add(Json.object().put("maxItems", 1 + random.nextInt(3)));
        }

        ARRAYS.hold(sub, SmallValues.schema(random, 2, ArrayInclusionTest::say));
    }

    @AfterContainer
    static void fewAreUndecided() {
        ARRAYS.assertFewUndecided();
    }

    private static void say(Random random, ObjectNode schema) {
        switch (random.nextInt(9)) {
            case 0 -> schema.put("minItems", random.nextInt(4));
            case 1 -> schema.put("maxItems", random.nextInt(4));
            case 2, 3 -> schema.put("uniqueItems", true);
            case 4, 5 -> schema.set("contains", item(random));
            case 6 -> schema.set("items", item(random));
            case 7 -> {
                ArrayNode items = schema.putArray("items");
                for (int left = 1 + random.nextInt(2); left > 0; left--) {
                    items.add(item(random));
                }
                if (random.nextBoolean()) {
                    schema.set("additionalItems", item(random));
                }
            }
            default ->
                schema.putArray("enum")
                        .add(SmallValues.one(random, ARRAYS.all()))
                        .add(SmallValues.one(random, ARRAYS.all()));
        }
    }

    private static JsonNode item(Random random) {
        ObjectNode schema = Json.object();
        switch (random.nextInt(9)) {
            case 0 -> schema.put("type", "null");
            case 1 -> schema.put("type", "integer");
            case 2 -> schema.put("type", "array");
            case 3 -> schema.set("const", SmallValues.one(random, ITEMS));
            case 4 ->
                schema.putArray("enum").add(SmallValues.one(random, ITEMS)).add(SmallValues.one(random, ITEMS));
            case 5 -> schema.put("type", "integer").put("maximum", 1 + random.nextInt(2));
            case 6 -> schema.set("not", item(random));
            case 7 -> schema.put("maxItems", random.nextInt(2)).put("minimum", 2);
            default -> {
                return Json.read(String.valueOf(random.nextBoolean()));
            }
        }
        return schema;
    }
}
