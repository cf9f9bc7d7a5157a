package io.github.cxonetools.metrics;

import io.github.cxonetools.action.RejectedException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a version must hold to pass. A limit that is null is not set.
 *
 * @param maxErrorRate 0 to 1
 * @param maxAvgLatencyMs in milliseconds
 * @param minExecutions below it nothing is judged; at least 1
 * @param maxErrorRateIncrease new minus old rate, 0 to 1
 * @param maxLatencyIncrease new ÷ old latency, for example 1.2
 */
public record GateRules(
        @Nullable BigDecimal maxErrorRate,
        @Nullable BigDecimal maxAvgLatencyMs,
        long minExecutions,
        @Nullable BigDecimal maxErrorRateIncrease,
        @Nullable BigDecimal maxLatencyIncrease) {

    /** @throws IllegalArgumentException with a message for the user */
    public GateRules {
        checkRate("maxErrorRate", maxErrorRate);
        checkRate("maxErrorRateIncrease", maxErrorRateIncrease);
        checkPositive("maxAvgLatencyMs", maxAvgLatencyMs, "milliseconds above 0");
        checkPositive("maxLatencyIncrease", maxLatencyIncrease, "a factor above 0; 1.2 allows 20 % more");
        if (minExecutions < 1) {
            throw new IllegalArgumentException("cxone.minExecutions is " + minExecutions + ". Use 1 or more");
        }
    }

    /** Reads the limits as users write them; null is not set. */
    public static GateRules parse(
            @Nullable String maxErrorRate,
            @Nullable String maxAvgLatencyMs,
            long minExecutions,
            @Nullable String maxErrorRateIncrease,
            @Nullable String maxLatencyIncrease)
            throws RejectedException {
        try {
            return new GateRules(
                    number("maxErrorRate", maxErrorRate),
                    number("maxAvgLatencyMs", maxAvgLatencyMs),
                    minExecutions,
                    number("maxErrorRateIncrease", maxErrorRateIncrease),
                    number("maxLatencyIncrease", maxLatencyIncrease));
        } catch (IllegalArgumentException e) {
            throw new RejectedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether any limit is set. */
    public boolean hasLimits() {
        return maxErrorRate != null
                || maxAvgLatencyMs != null
                || maxErrorRateIncrease != null
                || maxLatencyIncrease != null;
    }

    private static @Nullable BigDecimal number(String parameter, @Nullable String text) {
        try {
            return text == null ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "cxone." + parameter + " is \"" + text + "\", which is no number. Write one like 0.05", e);
        }
    }

    private static void checkRate(String parameter, @Nullable BigDecimal rate) {
        if (rate != null && (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException(
                    "cxone." + parameter + " is " + rate + ". Use a rate from 0 to 1; 0.05 is 5 %");
        }
    }

    private static void checkPositive(String parameter, @Nullable BigDecimal value, String allowed) {
        if (value != null && value.signum() <= 0) {
            throw new IllegalArgumentException("cxone." + parameter + " is " + value + ". Use " + allowed);
        }
    }
}
