package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts on what is said about texts: each is held to all texts of at most four of four characters. */
class TextInclusionTest {

    private static final List<String> CHARACTERS = List.of("a", "b", "\n", "😀");
    private static final List<String> PATTERNS = List.of(
            "^a",
            "b$",
            "a.b",
            "^[^a]*$",
            "^(?:a|b)*$",
            "\\bb",
            "(?=a)\\w",
            "^(?!a)",
            "\\s",
            "^.{2,3}$",
            "^$",
            "a{2}",
            "[^\\w]",
            "^(?:ab)+$",
            "(?:^|a)b");
    private static final SmallValues TEXTS = new SmallValues(texts(4));

    private static List<JsonNode> texts(int most) {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int from = 0, length = 1; length <= most; length++) {
            int to = texts.size();
            for (String shorter : List.copyOf(texts.subList(from, to))) {
                CHARACTERS.forEach(character -> texts.add(shorter + character));
            }
            from = to;
        }
        return texts.stream().map(text -> Json.object().put("", text).get("")).toList();
    }

    @Property(tries = 2_000)
    void noSmallTextContradictsAVerdict(@ForAll Random random) {
        ObjectNode sub = Json.object();
        sub.putArray("allOf")
                .add(Json.object().put("type", "string"))
                .add(SmallValues.schema(random, 2, TextInclusionTest::say));

        TEXTS.hold(sub, SmallValues.schema(random, 2, TextInclusionTest::say));
    }

    @AfterContainer
    static void fewAreUndecided() {
        TEXTS.assertFewUndecided();
    }

    private static void say(Random random, ObjectNode schema) {
        switch (random.nextInt(6)) {
            case 0 -> schema.put("minLength", random.nextInt(4));
            case 1 -> schema.put("maxLength", random.nextInt(5));
            case 2, 3, 4 -> schema.put("pattern", SmallValues.one(random, PATTERNS));
            default ->
                schema.putArray("enum")
                        .add(SmallValues.one(random, TEXTS.all()))
                        .add(SmallValues.one(random, TEXTS.all()));
        }
    }
}
