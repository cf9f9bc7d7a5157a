package io.github.cxonetools.metrics.gate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of one version.
 *
 * @param action the action's name
 * @param version the version that was evaluated
 * @param previous the version that it was compared with; null where there was none to compare with
 * @param rules one line a rule
 */
public record GateVerdict(
        String action, String version, @Nullable String previous, List<RuleResult> rules) {

    public GateVerdict {
        rules = List.copyOf(rules);
    }

    /** What came of a rule. */
    public enum RuleOutcome {
        PASSED("passed"),
        FAILED("failed"),
        NOT_EVALUATED("not evaluated"),
        SKIPPED("skipped");

        private final String words;

        RuleOutcome(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * One rule.
     *
     * @param name the parameter that sets it
     * @param words the figure, the limit, and by how much it was missed; or why it could not be evaluated
     * @param measured the version's figure: executions, a rate from 0 to 1, or milliseconds; null where it is not known
     * @param limit what the figure is held against, in the same unit: an increase is added to the figure of the version
     *     before; null where there is no such version
     */
    public record RuleResult(
            String name,
            RuleOutcome outcome,
            String words,
            @Nullable BigDecimal measured,
            @Nullable BigDecimal limit) {

        /** {@code maxErrorRate failed: …}. */
        public String line() {
            return name + " " + outcome + ": " + words;
        }
    }

    /** A version passes where no rule failed and none that applies was left without evaluation. */
    public boolean passed() {
        return rules.stream()
                .noneMatch(rule -> rule.outcome() == RuleOutcome.FAILED || rule.outcome() == RuleOutcome.NOT_EVALUATED);
    }

    /** Whether a rule is broken, not merely without evaluation. */
    public boolean failed() {
        return rules.stream().anyMatch(rule -> rule.outcome() == RuleOutcome.FAILED);
    }

    /** {@code Sentiment 1.1.0 failed the gate}. */
    public String headline() {
        String outcome = passed() ? "passed" : failed() ? "failed" : "was not evaluated by";
        return action + " " + version + " " + outcome + " the gate";
    }

    /** Why it does not pass, in few words: {@code Sentiment 1.1.0 failed the gate: maxErrorRate, maxLatencyIncrease}. */
    public String refusal() {
        RuleOutcome reason = failed() ? RuleOutcome.FAILED : RuleOutcome.NOT_EVALUATED;
        return headline()
                + rules.stream()
                        .filter(rule -> rule.outcome() == reason)
                        .map(RuleResult::name)
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    /** The outcome in one line, then a line a rule. */
    public List<String> lines() {
        return Stream.concat(Stream.of(headline()), rules.stream().map(rule -> "  " + rule.line()))
                .toList();
    }
}
