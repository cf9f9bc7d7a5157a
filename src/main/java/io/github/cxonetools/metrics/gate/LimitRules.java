package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.metrics.FigureText;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the figures of one version against the limits that are set. */
final class LimitRules {

    private static final String NO_PREVIOUS = "no lower version was executed in the window";

    private static final int MOST_NAMED = 5;

    /** A terminal must not obey what a tenant says. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final GateRules rules;
    private final VersionMetrics version;
    private final Figures figures;

    LimitRules(GateRules rules, VersionMetrics version) {
        this.rules = rules;
        this.version = version;
        this.figures = version.figures();
    }

    Optional<RuleResult> errorRate() {
        BigDecimal max = rules.maxErrorRate();
        if (max == null) {
            return Optional.empty();
        }
        BigDecimal rate = figures.errorRate();
        if (rate == null) {
            return notEvaluated("maxErrorRate", unknownErrors(), null, max);
        }
        String words = "error rate " + FigureText.percent(rate) + " of " + counted(figures.executions()) + ", "
                + FigureText.percent(max) + " allowed";
        return against("maxErrorRate", rate.subtract(max), words, points(rate.subtract(max)), rate, max);
    }

    private String unknownErrors() {
        List<String> unknown = version.unknownStatuses();
        if (unknown.isEmpty()) {
            return "the tenant's rows tell neither status nor errorRate";
        }
        String statuses = unknown.stream()
                .limit(MOST_NAMED)
                .map(status -> "\"" + UNPRINTABLE.matcher(status).replaceAll("?") + "\"")
                .collect(Collectors.joining(", "));
        return "the tenant's rows tell no errorRate, and of the status " + statuses
                + " it is not known whether it is an error";
    }

    Optional<RuleResult> latency() {
        BigDecimal max = rules.maxAvgLatencyMs();
        if (max == null) {
            return Optional.empty();
        }
        BigDecimal latency = figures.avgLatencyMs();
        if (latency == null) {
            return notEvaluated("maxAvgLatencyMs", "the tenant's rows do not all tell avgLatencyMs", null, max);
        }
        String words = "average latency " + FigureText.milliseconds(latency) + " of " + counted(figures.measured())
                + ", " + FigureText.milliseconds(max) + " allowed";
        BigDecimal excess = latency.subtract(max);
        return against("maxAvgLatencyMs", excess, words, FigureText.milliseconds(excess), latency, max);
    }

    Optional<RuleResult> errorRateIncrease(@Nullable VersionMetrics previous) {
        String name = "maxErrorRateIncrease";
        BigDecimal max = rules.maxErrorRateIncrease();
        if (max == null) {
            return Optional.empty();
        }
        if (previous == null) {
            return skipped(name, figures.errorRate());
        }
        BigDecimal rate = figures.errorRate();
        BigDecimal before = previous.figures().errorRate();
        if (rate == null || before == null || !previous.isComplete()) {
            return notEvaluated(
                    name,
                    "the error rates cannot be compared with " + previous.version() + doubts(previous),
                    rate,
                    null);
        }
        String words = "error rate " + FigureText.percent(rate) + " after " + FigureText.percent(before) + " of "
                + previous.version() + ", " + points(max) + " more allowed";
        BigDecimal excess = rate.subtract(before).subtract(max);
        return against(name, excess, words, points(excess), rate, before.add(max));
    }

    Optional<RuleResult> latencyIncrease(@Nullable VersionMetrics previous) {
        String name = "maxLatencyIncrease";
        BigDecimal max = rules.maxLatencyIncrease();
        if (max == null) {
            return Optional.empty();
        }
        if (previous == null) {
            return skipped(name, figures.avgLatencyMs());
        }
        BigDecimal latency = figures.avgLatencyMs();
        BigDecimal before = previous.figures().avgLatencyMs();
        if (latency == null || before == null || before.signum() == 0 || !previous.isComplete()) {
            return notEvaluated(
                    name,
                    "the latencies cannot be compared with " + previous.version() + doubts(previous),
                    latency,
                    null);
        }
        BigDecimal factor = latency.divide(before, MathContext.DECIMAL64);
        String words = "average latency " + FigureText.milliseconds(latency) + " is " + FigureText.rounded(factor)
                + " times the " + FigureText.milliseconds(before) + " of " + previous.version() + ", "
                + FigureText.rounded(max) + " times allowed";
        BigDecimal excess = factor.subtract(max);
        return against(name, excess, words, FigureText.rounded(excess), latency, before.multiply(max));
    }

    private static Optional<RuleResult> against(
            String name, BigDecimal excess, String words, String byHowMuch, BigDecimal measured, BigDecimal limit) {
        return Optional.of(
                excess.signum() > 0
                        ? new RuleResult(
                                name, RuleOutcome.FAILED, words + ", exceeded by " + byHowMuch, measured, limit)
                        : new RuleResult(name, RuleOutcome.PASSED, words, measured, limit));
    }

    private static Optional<RuleResult> notEvaluated(
            String name, String words, @Nullable BigDecimal measured, @Nullable BigDecimal limit) {
        return Optional.of(new RuleResult(name, RuleOutcome.NOT_EVALUATED, words, measured, limit));
    }

    private static Optional<RuleResult> skipped(String name, @Nullable BigDecimal measured) {
        return Optional.of(new RuleResult(name, RuleOutcome.SKIPPED, NO_PREVIOUS, measured, null));
    }

    private static String doubts(VersionMetrics previous) {
        return previous.problems().isEmpty() ? "" : ": " + MetricsGate.problems(previous);
    }

    private static String points(BigDecimal difference) {
        return FigureText.rounded(difference.movePointRight(2)) + " percentage points";
    }

    private static String counted(@Nullable Long executions) {
        return executions + (Long.valueOf(1).equals(executions) ? " execution" : " executions");
    }
}
