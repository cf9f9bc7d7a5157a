package io.github.cxonetools.schema.constraint;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Constraints on numbers as keywords of draft-07. */
final class NumberConstraints {

    private static final Set<Class<?>> LONGS = Set.of(long.class, Long.class);
    private static final Set<String> BOUNDS = Set.of("Min", "Max", "DecimalMin", "DecimalMax");
    private static final BigDecimal EXACT_IN_DOUBLE = BigDecimal.valueOf(1L << 53);

    private final Warnings warnings;

    NumberConstraints(Warnings warnings) {
        this.warnings = warnings;
    }

    /** @throws UnsupportedTypeException where the value stands as text on the wire */
    void apply(Constraint constraint, ObjectNode schema, Class<?> type, String place) throws UnsupportedTypeException {
        if (ConstraintKeywords.kind(schema).equals("string")) {
            throw new UnsupportedTypeException(
                    place,
                    "@" + constraint.name()
                            + " on text has no equal in JSON Schema, whose patterns cannot compare numbers. Use a number, or "
                            + "@Pattern");
        }
        warnOfRounding(constraint, type, place);
        switch (constraint.name()) {
            case "Min" -> lower(schema, type, decimal(constraint), true);
            case "Max" -> upper(schema, type, decimal(constraint), true);
            case "DecimalMin" -> lower(schema, type, decimal(constraint), inclusive(constraint));
            case "DecimalMax" -> upper(schema, type, decimal(constraint), inclusive(constraint));
            case "Positive" -> lower(schema, type, BigDecimal.ZERO, false);
            case "PositiveOrZero" -> lower(schema, type, BigDecimal.ZERO, true);
            case "Negative" -> upper(schema, type, BigDecimal.ZERO, false);
            case "NegativeOrZero" -> upper(schema, type, BigDecimal.ZERO, true);
            case "Digits" -> digits(constraint, schema, type, place);
            default -> warnings.cannotSay(place, "@" + constraint.name(), "this plugin does not know it");
        }
    }

    /** Jackson reads a {@code long} that comes with a fraction through a {@code double}. */
    private void warnOfRounding(Constraint constraint, Class<?> type, String place) {
        if (LONGS.contains(type) && BOUNDS.contains(constraint.name())) {
            BigDecimal bound = decimal(constraint).abs();
            if (bound.compareTo(EXACT_IN_DOUBLE) > 0 && bound.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0) {
                warnings.cannotSay(
                        place,
                        "that numbers around @" + constraint.name() + " may not come with .0",
                        "they are one number with those without in JSON Schema, and Jackson rounds them beyond 2^53");
            }
        }
    }

    private static BigDecimal decimal(Constraint constraint) {
        return new BigDecimal(constraint.text("value"));
    }

    private static boolean inclusive(Constraint constraint) {
        return Boolean.TRUE.equals(constraint.value("inclusive"));
    }

    private static void lower(ObjectNode schema, Class<?> type, BigDecimal bound, boolean inclusive) {
        FloatingBounds floating = FloatingBounds.of(type);
        if (floating != null && floating.needsRounding(bound, inclusive)) {
            Keywords.atLeast(schema, Keyword.MINIMUM.word(), floating.smallest(bound, inclusive));
        } else {
            Keywords.atLeast(schema, inclusive ? Keyword.MINIMUM.word() : Keyword.EXCLUSIVE_MINIMUM.word(), bound);
        }
    }

    private static void upper(ObjectNode schema, Class<?> type, BigDecimal bound, boolean inclusive) {
        FloatingBounds floating = FloatingBounds.of(type);
        if (floating != null && floating.needsRounding(bound, inclusive)) {
            Keywords.atMost(schema, Keyword.MAXIMUM.word(), floating.largest(bound, inclusive));
        } else {
            Keywords.atMost(schema, inclusive ? Keyword.MAXIMUM.word() : Keyword.EXCLUSIVE_MAXIMUM.word(), bound);
        }
    }

    private void digits(Constraint constraint, ObjectNode schema, Class<?> type, String place) {
        int integer = constraint.number("integer");
        int fraction = constraint.number("fraction");
        BigDecimal limit = new BigDecimal(BigInteger.TEN.pow(Math.min(integer, 400)));
        upper(schema, type, limit, false);
        lower(schema, type, limit.negate(), false);
        if (type == BigDecimal.class) {
            warnings.cannotSay(
                    place, "@Digits for zeros at the end", "1.50 and 1.5 are one number in JSON Schema, and two here");
        } else if (integer == 0) {
            Keywords.also(
                    schema,
                    Keyword.NOT.word(),
                    JsonNodeFactory.instance.objectNode().put(Keyword.CONST.word(), 0)); // 0 has one digit.
        }
        if (ConstraintKeywords.kind(schema).equals("number")) {
            JsonNode step = JsonNodeFactory.instance.numberNode(BigDecimal.ONE.movePointLeft(fraction));
            Keywords.also(schema, Keyword.MULTIPLE_OF.word(), step);
        }
    }
}
