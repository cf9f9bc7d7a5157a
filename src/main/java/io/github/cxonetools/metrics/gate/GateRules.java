package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version must hold to pass. A limit that is null is not set.
 *
 * @param maxErrorRate 0 to 1
 * @param maxAvgLatencyMs in milliseconds
 * @param minExecutions below it nothing is evaluated; at least 1
 * @param maxErrorRateIncrease new minus old rate, 0 to 1
 * @param maxLatencyIncrease new ÷ old latency, for example 1.2
 */
public record GateRules(
        @Nullable BigDecimal maxErrorRate,
        @Nullable BigDecimal maxAvgLatencyMs,
        long minExecutions,
        @Nullable BigDecimal maxErrorRateIncrease,
        @Nullable BigDecimal maxLatencyIncrease) {

    private static final int MAX_SCALE = 40;
    private static final int MAX_WHOLE_DIGITS = 40;

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

    /** The limits that are set, where nothing could be held against them. An increase has no limit of its own. */
    List<RuleResult> unevaluated() {
        List<RuleResult> results = new ArrayList<>();
        unevaluated("maxErrorRate", maxErrorRate, maxErrorRate, results);
        unevaluated("maxAvgLatencyMs", maxAvgLatencyMs, maxAvgLatencyMs, results);
        unevaluated("maxErrorRateIncrease", maxErrorRateIncrease, null, results);
        unevaluated("maxLatencyIncrease", maxLatencyIncrease, null, results);
        return results;
    }

    private static void unevaluated(
            String name, @Nullable BigDecimal value, @Nullable BigDecimal limit, List<RuleResult> results) {
        if (value != null) {
            results.add(new RuleResult(name, RuleOutcome.SKIPPED, "minExecutions comes first", null, limit));
        }
    }

    private static @Nullable BigDecimal number(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            // Arithmetic on 1e-999999999 would not end.
            if (number.scale() <= MAX_SCALE && (long) number.precision() - number.scale() <= MAX_WHOLE_DIGITS) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw noLimit(parameter, text, "which is not a number", e);
        }
        throw noLimit(parameter, text, "which no figure comes near", null);
    }

    private static IllegalArgumentException noLimit(
            String parameter, String text, String problem, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "cxone." + parameter + " is \"" + text + "\", " + problem + ". Write one like 0.05", cause);
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
