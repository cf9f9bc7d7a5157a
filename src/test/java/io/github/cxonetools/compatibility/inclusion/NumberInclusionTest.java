package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts on what is said about numbers: each is held to the multiples of a quarter from -4 to 8. */
class NumberInclusionTest {

    private static final List<BigDecimal> BOUNDS = Stream.of("-1.5", "-1", "0", "0.25", "1", "2.5", "3", "6")
            .map(BigDecimal::new)
            .toList();
    private static final List<BigDecimal> DIVISORS = Stream.of("0.25", "0.5", "0.75", "1", "1.5", "2", "3")
            .map(BigDecimal::new)
            .toList();
    private static final List<String> TYPES = List.of("integer", "number", "string", "null");
    private static final SmallValues NUMBERS = new SmallValues(IntStream.rangeClosed(-16, 32)
            .mapToObj(quarters -> Json.read(
                    new BigDecimal(quarters).multiply(new BigDecimal("0.25")).toPlainString()))
            .toList());

    @Property(tries = 2_000)
    void noSmallNumberContradictsAVerdict(@ForAll Random random) {
        ObjectNode sub = Json.object();
        sub.putArray("allOf")
                .add(Json.object().put("type", random.nextBoolean() ? "number" : "integer"))
                .add(SmallValues.schema(random, 2, NumberInclusionTest::say));

        NUMBERS.hold(sub, SmallValues.schema(random, 2, NumberInclusionTest::say));
    }

    @AfterContainer
    static void fewAreUndecided() {
        NUMBERS.assertFewUndecided();
    }

    private static void say(Random random, ObjectNode schema) {
        switch (random.nextInt(8)) {
            case 0 -> schema.put("minimum", SmallValues.one(random, BOUNDS));
            case 1 -> schema.put("maximum", SmallValues.one(random, BOUNDS));
            case 2 -> schema.put("exclusiveMinimum", SmallValues.one(random, BOUNDS));
            case 3 -> schema.put("exclusiveMaximum", SmallValues.one(random, BOUNDS));
            case 4, 5 -> schema.put("multipleOf", SmallValues.one(random, DIVISORS));
            case 6 -> schema.put("type", SmallValues.one(random, TYPES));
            default ->
                schema.putArray("enum")
                        .add(SmallValues.one(random, NUMBERS.all()))
                        .add(SmallValues.one(random, NUMBERS.all()));
        }
    }
}
