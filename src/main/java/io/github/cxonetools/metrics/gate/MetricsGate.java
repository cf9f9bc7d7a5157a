package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates one version by its metrics, whatever else the window holds. What is absent or makes no sense is never taken for
 * good: such a rule is not evaluated, and the version does not pass.
 */
public final class MetricsGate {

    static final String MIN_EXECUTIONS = "minExecutions";

    private final GateRules rules;
    private final Comparator<String> versionOrder;

    /** @param versionOrder Maven's order, lowest first */
    public MetricsGate(GateRules rules, Comparator<String> versionOrder) {
        this.rules = rules;
        this.versionOrder = versionOrder;
    }

    /** @param metrics of all ids of the action, grouped by status and version */
    public GateVerdict evaluate(String version, ExecutionMetrics metrics) {
        RuleResult enough = enough(version, metrics);
        if (enough.outcome() != RuleOutcome.PASSED) {
            List<RuleResult> results = new ArrayList<>(List.of(enough));
            results.addAll(rules.unevaluated());
            return new GateVerdict(metrics.action(), version, null, results);
        }
        VersionMetrics evaluated = metrics.find(version).orElseThrow();
        VersionMetrics previous = metrics.before(version, versionOrder).orElse(null);
        LimitRules limits = new LimitRules(rules, evaluated);
        List<RuleResult> results = new ArrayList<>();
        results.add(enough);
        limits.errorRate().ifPresent(results::add);
        limits.latency().ifPresent(results::add);
        limits.errorRateIncrease(previous).ifPresent(results::add);
        limits.latencyIncrease(previous).ifPresent(results::add);
        return new GateVerdict(metrics.action(), version, previous == null ? null : previous.version(), results);
    }

    /** How many executions of the version are known. */
    static long executions(String version, ExecutionMetrics metrics) {
        Long executions = metrics.find(version)
                .map(VersionMetrics::figures)
                .map(Figures::executions)
                .orElse(null);
        return executions == null ? 0 : executions;
    }

    private RuleResult enough(String version, ExecutionMetrics metrics) {
        BigDecimal needed = BigDecimal.valueOf(rules.minExecutions());
        Optional<String> doubt = doubt(metrics.find(version)).or(() -> nameless(metrics));
        if (doubt.isPresent()) {
            return new RuleResult(MIN_EXECUTIONS, RuleOutcome.NOT_EVALUATED, doubt.get(), null, needed);
        }
        long executions = executions(version, metrics);
        String words = executions + (executions == 1 ? " execution" : " executions") + " in "
                + metrics.query().window().label() + ", " + rules.minExecutions() + " needed";
        return new RuleResult(
                MIN_EXECUTIONS,
                executions < rules.minExecutions() ? RuleOutcome.NOT_EVALUATED : RuleOutcome.PASSED,
                words,
                BigDecimal.valueOf(executions),
                needed);
    }

    private static Optional<String> doubt(Optional<VersionMetrics> found) {
        return found.filter(version -> !version.isComplete())
                .map(version -> "the tenant's figures cannot be trusted: " + problems(version));
    }

    private static Optional<String> nameless(ExecutionMetrics metrics) {
        return metrics.versions().stream()
                .filter(version -> version.version() == null)
                .findFirst()
                .map(version -> "the tenant's rows do not all name their version");
    }

    static String problems(VersionMetrics version) {
        List<String> problems = new ArrayList<>();
        version.problems()
                .forEach((problem, rows) -> problems.add(problem + " in " + rows + (rows == 1 ? " row" : " rows")));
        return String.join(", ", problems);
    }
}
