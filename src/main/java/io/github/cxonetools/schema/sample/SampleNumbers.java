package io.github.cxonetools.schema.sample;

import io.github.cxonetools.schema.draft07.Keyword;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Numbers at which handlers stumble: bounds and their neighbours, zero, and where Java's types end. */
final class SampleNumbers {

    private static final BigDecimal[] LANDMARKS = {
        BigDecimal.ONE,
        BigDecimal.ZERO,
        BigDecimal.ONE.negate(),
        BigDecimal.valueOf(2),
        BigDecimal.valueOf(100),
        BigDecimal.valueOf(Integer.MAX_VALUE),
        BigDecimal.valueOf(Integer.MIN_VALUE),
        BigDecimal.valueOf(Integer.MAX_VALUE).add(BigDecimal.ONE),
        BigDecimal.valueOf(Long.MAX_VALUE),
        BigDecimal.valueOf(Long.MIN_VALUE)
    };

    private static final int MAX_EXPONENT = 1000;

    private static final BigDecimal TINY = new BigDecimal("0.001");

    private SampleNumbers() {}

    static List<SampleValue> candidates(JsonNode schema) {
        boolean whole = !SampleTypes.allows(schema, "number");
        Map<BigDecimal, String> numbers = new LinkedHashMap<>();
        numbers.put(usual(schema), "a usual number");
        for (String bound : new String[] {
            Keyword.MINIMUM.word(),
            Keyword.MAXIMUM.word(),
            Keyword.EXCLUSIVE_MINIMUM.word(),
            Keyword.EXCLUSIVE_MAXIMUM.word(),
            Keyword.MULTIPLE_OF.word()
        }) {
            if (schema.path(bound).isNumber()) {
                neighbours(schema.path(bound).decimalValue(), bound, whole, numbers);
            }
        }
        for (BigDecimal landmark : LANDMARKS) {
            numbers.putIfAbsent(landmark, landmark.toPlainString());
        }
        if (!whole) {
            numbers.putIfAbsent(new BigDecimal("0.5"), "0.5");
            numbers.putIfAbsent(new BigDecimal("-0.5"), "-0.5");
        }
        List<SampleValue> found = new ArrayList<>();
        numbers.forEach((number, what) -> found.add(new SampleValue(node(number), what, SampleRank.BOUNDARY)));
        return found;
    }

    private static BigDecimal usual(JsonNode schema) {
        BigDecimal low = number(
                schema, Keyword.MINIMUM.word(), number(schema, Keyword.EXCLUSIVE_MINIMUM.word(), BigDecimal.ZERO));
        BigDecimal high = number(
                schema,
                Keyword.MAXIMUM.word(),
                number(schema, Keyword.EXCLUSIVE_MAXIMUM.word(), isHuge(low) ? low : low.add(BigDecimal.TEN)));
        boolean around = low.signum() <= 0 && high.compareTo(BigDecimal.ONE) >= 0;
        return around ? BigDecimal.ONE : low.max(high.min(BigDecimal.ONE));
    }

    private static BigDecimal number(JsonNode schema, String keyword, BigDecimal otherwise) {
        return schema.path(keyword).isNumber() ? schema.path(keyword).decimalValue() : otherwise;
    }

    private static void neighbours(BigDecimal bound, String what, boolean whole, Map<BigDecimal, String> numbers) {
        BigDecimal step = whole ? BigDecimal.ONE : TINY;
        numbers.putIfAbsent(bound, "at its " + what);
        if (isHuge(bound)) {
            return; // Its neighbours have as many digits as its exponent says.
        }
        numbers.putIfAbsent(bound.add(step), "just above its " + what);
        numbers.putIfAbsent(bound.subtract(step), "just below its " + what);
    }

    private static boolean isHuge(BigDecimal number) {
        return Math.abs((long) number.scale()) > MAX_EXPONENT;
    }

    private static JsonNode node(BigDecimal number) {
        if (isHuge(number)) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0
                ? JsonNodeFactory.instance.numberNode(plain.toBigInteger())
                : JsonNodeFactory.instance.numberNode(plain);
    }
}
