package io.github.cxonetools.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Figures of a row as a tenant writes them, as numbers or as text; null for what cannot be one. */
final class RowNumbers {

    /** Sums of millions of rows stay within a {@code long}. */
    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(1_000_000_000_000L);

    private static final BigDecimal MAX_LATENCY = BigDecimal.valueOf(1_000_000_000_000L);

    /** Of a number below both. */
    private static final int WHOLE_DIGITS = 12;

    private static final int PLAIN_DIGITS = MathContext.DECIMAL64.getPrecision();

    /** Digits after the point beyond which a figure is nothing; arithmetic on {@code 1e-999999999} would not end. */
    private static final int MAX_SCALE = 40;

    private RowNumbers() {}

    /** How many executions: whole, not negative, and at most 10¹². */
    static @Nullable Long count(Object value) {
        if (value instanceof Long whole && whole >= 0 && whole <= MAX_COUNT.longValue()) {
            return whole;
        }
        BigDecimal number = number(value, MAX_COUNT, WHOLE_DIGITS);
        return number == null || number.stripTrailingZeros().scale() > 0 ? null : number.longValueExact();
    }

    /** Milliseconds: not negative, and at most 10¹². */
    static @Nullable BigDecimal latency(Object value) {
        return number(value, MAX_LATENCY, WHOLE_DIGITS);
    }

    /** A rate: 0 to 1. */
    static @Nullable BigDecimal rate(Object value) {
        return number(value, BigDecimal.ONE, 0);
    }

    private static @Nullable BigDecimal number(Object value, BigDecimal max, int wholeDigits) {
        BigDecimal number = decimal(value);
        if (number != null && isPlain(number, wholeDigits)) {
            return number;
        }
        if (number == null || number.signum() < 0 || number.compareTo(max) > 0) {
            return null;
        }
        if ((long) number.scale() - number.precision() > MAX_SCALE) {
            return BigDecimal.ZERO;
        }
        return number.precision() > MathContext.DECIMAL64.getPrecision() ? number.round(MathContext.DECIMAL64) : number;
    }

    /** Not negative, below any limit, and short, as nearly all are; the others are looked at more closely. */
    private static boolean isPlain(BigDecimal number, int wholeDigits) {
        int digits = number.precision();
        int scale = number.scale();
        return number.signum() >= 0
                && scale >= 0
                && scale <= PLAIN_DIGITS
                && digits <= PLAIN_DIGITS
                && digits - scale <= wholeDigits;
    }

    /** A number, or a text that is one. */
    static @Nullable BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        try {
            return value instanceof String text ? new BigDecimal(text.strip()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
