package io.github.cxonetools.schema.constraint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of {@code float} and {@code double} places. A number on the wire is rounded when it is bound, and only then
 * compared: a bound moves inwards to the next value that the type has and the validator takes.
 */
final class FloatingBounds {

    private final boolean single;

    private FloatingBounds(boolean single) {
        this.single = single;
    }

    /** Null where {@code type} does not round. */
    static @Nullable FloatingBounds of(Class<?> type) {
        return switch (type.getName()) {
            case "float", "java.lang.Float" -> new FloatingBounds(true);
            case "double", "java.lang.Double", "java.util.OptionalDouble", "java.lang.Number" ->
                new FloatingBounds(false);
            default -> null;
        };
    }

    /** False where the bound as it stands lets nothing through that rounding would push over it. */
    boolean needsRounding(BigDecimal bound, boolean inclusive) {
        boolean exact = decimal(nearest(bound)).compareTo(bound) == 0;
        return !exact || single && !inclusive;
    }

    /** The smallest number that may stand on the wire. */
    BigDecimal smallest(BigDecimal bound, boolean inclusive) {
        double value = nearest(bound);
        while (!isAbove(value, bound, inclusive)) {
            value = up(value);
        }
        while (isAbove(-up(-value), bound, inclusive)) {
            value = -up(-value);
        }
        return text(value).min(new BigDecimal(value));
    }

    /** The largest number that may stand on the wire. */
    BigDecimal largest(BigDecimal bound, boolean inclusive) {
        return smallest(bound.negate(), inclusive).negate();
    }

    private double nearest(BigDecimal bound) {
        double value = single ? bound.floatValue() : bound.doubleValue();
        double max = single ? Float.MAX_VALUE : Double.MAX_VALUE;
        return Math.max(-max, Math.min(max, value));
    }

    private double up(double value) {
        return single ? Math.nextUp((float) value) : Math.nextUp(value);
    }

    /** As Hibernate Validator compares: a float is widened first. */
    private static boolean isAbove(double value, BigDecimal bound, boolean inclusive) {
        if (Double.isInfinite(value)) {
            return value > 0;
        }
        int order = decimal(value).compareTo(bound);
        return order > 0 || inclusive && order == 0;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    private BigDecimal text(double value) {
        return new BigDecimal(single ? Float.toString((float) value) : Double.toString(value));
    }
}
