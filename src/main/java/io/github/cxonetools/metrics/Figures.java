package io.github.cxonetools.metrics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Executions, error rate and latency of some rows, added up. What cannot be known from them is null.
 *
 * @param executions the sum of counts
 * @param errors executions that did not succeed; a fraction where it follows from rates
 * @param errorRate 0 to 1: errors ÷ executions
 * @param avgLatencyMs the count-weighted average latency, in milliseconds
 * @param measured the executions that the latency is the average of
 */
public record Figures(
        @Nullable Long executions,
        @Nullable BigDecimal errors,
        @Nullable BigDecimal errorRate,
        @Nullable BigDecimal avgLatencyMs,
        @Nullable Long measured) {

    /** The figures of several together. A latency or a rate that one of those executed does not tell is not known of all. */
    public static Figures together(List<Figures> several) {
        Tally tally = new Tally();
        several.forEach(tally::add);
        return tally.figures();
    }
}
