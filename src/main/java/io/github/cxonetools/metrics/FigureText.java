package io.github.cxonetools.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Figures in words; what is absent is a dash, never 0. */
public final class FigureText {

    /** Stands for a figure that is not known. */
    public static final String ABSENT = "-";

    private static final BigDecimal ROUNDED_AWAY = new BigDecimal("0.005");

    private FigureText() {}

    /** A number of executions. */
    public static String executions(@Nullable Long executions) {
        return executions == null ? ABSENT : Long.toString(executions);
    }

    /** A rate from 0 to 1 as {@code 12.50 %}, but never {@code 0.00 %} where there was an error. */
    public static String percent(@Nullable BigDecimal rate) {
        return rate == null ? ABSENT : rounded(rate.movePointRight(2)) + " %";
    }

    /** {@code 41.50 ms}. */
    public static String milliseconds(@Nullable BigDecimal latency) {
        return latency == null ? ABSENT : rounded(latency) + " ms";
    }

    /** Two digits after the point; {@code <0.01} for a positive number that they would hide. */
    public static String rounded(BigDecimal number) {
        boolean vanishes = number.signum() > 0 && number.compareTo(ROUNDED_AWAY) < 0;
        return vanishes ? "<0.01" : number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
