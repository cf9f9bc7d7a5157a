package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.gate.GateOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleResult;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.report.text.PageShell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page shows of the gate: its verdict, each rule with what was measured and its limit, and the way back. */
final class GateView {

    private GateView() {}

    static Map<String, Object> of(GateOutcome outcome) {
        GateVerdict verdict = outcome.verdict();
        List<Map<String, Object>> rules = new ArrayList<>();
        verdict.rules().forEach(rule -> rules.add(rule(rule, verdict.previous())));
        return Map.of(
                "tone", tone(GateJson.outcome(verdict)),
                "sign", sign(GateJson.outcome(verdict)),
                "headline", headline(verdict),
                "summary", summary(verdict),
                "rules", rules,
                "followed", outcome.followed(),
                "leadsBack", !outcome.wayBack().isEmpty(),
                "wayBack", String.join("\n", outcome.wayBack()));
    }

    /** {@code 1.1.0 failed the gate}. */
    static String headline(GateVerdict verdict) {
        String words =
                switch (GateJson.outcome(verdict)) {
                    case PASSED -> " passed the gate";
                    case FAILED -> " failed the gate";
                    default -> " was not evaluated by the gate";
                };
        return verdict.version() + words;
    }

    /** What the bar of the page says of all gates. */
    static PageShell.Badge verdict(List<GateOutcome> gates) {
        if (gates.isEmpty()) {
            return PageShell.Badge.NONE;
        }
        RuleOutcome worst = worst(gates);
        String text = gates.size() == 1
                ? headline(gates.get(0).verdict())
                : count(gates, worst) + " of " + gates.size()
                        + switch (worst) {
                            case PASSED -> " passed the gate";
                            case FAILED -> " failed the gate";
                            default -> " were not evaluated";
                        };
        return new PageShell.Badge(sign(worst) + " " + text, tone(worst));
    }

    private static RuleOutcome worst(List<GateOutcome> gates) {
        for (RuleOutcome outcome : List.of(RuleOutcome.FAILED, RuleOutcome.NOT_EVALUATED)) {
            if (count(gates, outcome) > 0) {
                return outcome;
            }
        }
        return RuleOutcome.PASSED;
    }

    private static long count(List<GateOutcome> gates, RuleOutcome outcome) {
        return gates.stream()
                .filter(gate -> GateJson.outcome(gate.verdict()) == outcome)
                .count();
    }

    private static String summary(GateVerdict verdict) {
        long failed = verdict.rules().stream()
                .filter(rule -> rule.outcome() == RuleOutcome.FAILED)
                .count();
        return failed > 0 ? failed + " of " + NumberText.count(verdict.rules().size(), "rule") + " broken" : "";
    }

    private static Map<String, Object> rule(RuleResult rule, @Nullable String previous) {
        return Map.of(
                "name", name(rule, previous),
                "parameter", rule.name(),
                "measured", figure(rule, rule.measured()),
                "limit", rule.limit() == null ? "" : bound(rule) + figure(rule, rule.limit()),
                "tone", tone(rule.outcome()),
                "outcome", sign(rule.outcome()) + " " + rule.outcome(),
                "words", reason(rule));
    }

    /** By how much a limit was missed; or why there is nothing to say of it. */
    private static String reason(RuleResult rule) {
        if (rule.outcome() == RuleOutcome.FAILED && rule.measured() != null && rule.limit() != null) {
            return difference(rule, rule.measured().subtract(rule.limit())) + " too much";
        }
        return rule.measured() == null || rule.limit() == null ? rule.words() : "";
    }

    private static String difference(RuleResult rule, BigDecimal excess) {
        return isRate(rule)
                ? NumberText.threeDigits(excess.doubleValue() * 100) + " points"
                : FigureWords.duration(excess);
    }

    private static String bound(RuleResult rule) {
        return isCount(rule) ? "needs ≥ " : "limit ≤ ";
    }

    private static String figure(RuleResult rule, @Nullable BigDecimal value) {
        if (value == null) {
            return FigureWords.ABSENT;
        }
        if (isCount(rule)) {
            return NumberText.count(value.longValue());
        }
        return isRate(rule) ? FigureWords.percent(value) : FigureWords.duration(value);
    }

    private static boolean isCount(RuleResult rule) {
        return rule.name().equals("minExecutions");
    }

    private static boolean isRate(RuleResult rule) {
        return rule.name().startsWith("maxErrorRate");
    }

    private static String name(RuleResult rule, @Nullable String previous) {
        String beside = previous == null ? " beside the version before" : " beside " + previous;
        return switch (rule.name()) {
            case "minExecutions" -> "Executions";
            case "maxErrorRate" -> "Error rate";
            case "maxAvgLatencyMs" -> "Latency";
            case "maxErrorRateIncrease" -> "Error rate" + beside;
            case "maxLatencyIncrease" -> "Latency" + beside;
            default -> rule.name();
        };
    }

    static String tone(RuleOutcome outcome) {
        return switch (outcome) {
            case PASSED -> "good";
            case FAILED -> "bad";
            case NOT_EVALUATED -> "warn";
            case SKIPPED -> "";
        };
    }

    private static String sign(RuleOutcome outcome) {
        return switch (outcome) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case NOT_EVALUATED -> "?";
            case SKIPPED -> "–";
        };
    }
}
