package io.github.cxonetools.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Whether a version is clearly worse than the one before: by so much that it matters, and on so many executions that chance does
 * not explain it.
 */
public final class Worsening {

    /** A fifth more. */
    private static final BigDecimal MATTERS = new BigDecimal("1.2");

    private static final double CHANCE = 0.01;

    /** The average of fewer executions says little. */
    private static final long ENOUGH_FOR_AN_AVERAGE = 20;

    private Worsening() {}

    /** An error rate a fifth above the other, which chance explains in less than one case in a hundred (Fisher's exact test). */
    public static boolean ofErrorRate(Figures now, @Nullable Figures before) {
        if (before == null
                || isEmpty(now)
                || isEmpty(before)
                || now.errorRate() == null
                || before.errorRate() == null) {
            return false;
        }
        return now.errorRate().compareTo(before.errorRate().multiply(MATTERS)) > 0
                && ExactTest.probability(errors(now), executions(now), errors(before), executions(before)) < CHANCE;
    }

    /** A latency a fifth above the other, on 20 executions or more of each. */
    public static boolean ofLatency(Figures now, @Nullable Figures before) {
        if (before == null || now.avgLatencyMs() == null || before.avgLatencyMs() == null) {
            return false;
        }
        return isEnough(now.measured())
                && isEnough(before.measured())
                && now.avgLatencyMs().compareTo(before.avgLatencyMs().multiply(MATTERS)) > 0;
    }

    private static boolean isEmpty(Figures figures) {
        return executions(figures) == 0;
    }

    private static boolean isEnough(@Nullable Long measured) {
        return measured != null && measured >= ENOUGH_FOR_AN_AVERAGE;
    }

    private static long executions(Figures figures) {
        return figures.executions() == null ? 0 : figures.executions();
    }

    private static long errors(Figures figures) {
        return figures.errors() == null
                ? 0
                : figures.errors().setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
