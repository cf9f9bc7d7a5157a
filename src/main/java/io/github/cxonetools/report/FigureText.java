package io.github.cxonetools.report;

import io.github.cxonetools.metrics.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Figures in words; what is absent is a dash, never 0. */
final class FigureText {

    static final String ABSENT = "-";

    private FigureText() {}

    static String executions(Figures figures) {
        return figures.executions() == null ? ABSENT : Long.toString(figures.executions());
    }

    /** Two digits after the point, but never {@code 0.00 %} where there was an error. */
    static String percent(@Nullable BigDecimal rate) {
        if (rate == null) {
            return ABSENT;
        }
        BigDecimal percent = rate.movePointRight(2);
        boolean vanishes = rate.signum() > 0 && percent.compareTo(new BigDecimal("0.005")) < 0;
        return vanishes ? "<0.01 %" : percent.setScale(2, RoundingMode.HALF_UP) + " %";
    }

    static String milliseconds(@Nullable BigDecimal latency) {
        return latency == null ? ABSENT : latency.setScale(2, RoundingMode.HALF_UP) + " ms";
    }
}
