package io.github.cxonetools.report.metrics;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.receipts.Receipt;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.gate.GateOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the metrics files and page tell.
 *
 * @param tenant where the figures come from: its base URL
 * @param actions one element an action
 * @param deployments when versions were deployed, as far as receipts know
 * @param releases the version of each action that is being released, as far as that is known
 * @param gates what the gate says, one element an action; none without a gate
 */
public record MetricsReport(
        String tenant,
        List<ExecutionMetrics> actions,
        List<Deployment> deployments,
        Map<String, String> releases,
        List<GateOutcome> gates) {

    public MetricsReport {
        actions = List.copyOf(actions);
        deployments = List.copyOf(deployments);
        releases = Map.copyOf(releases);
        gates = List.copyOf(gates);
    }

    /** Without anything that is judged. */
    public MetricsReport(String tenant, List<ExecutionMetrics> actions, List<Deployment> deployments) {
        this(tenant, actions, deployments, Map.of(), List.of());
    }

    /**
     * The report of {@code actions}, with what {@code receipts} know of their deployments.
     *
     * @param tenant where the figures come from: its base URL, or {@code local}
     */
    public static MetricsReport of(
            String tenant, List<ExecutionMetrics> actions, Receipts receipts, Map<String, String> releases)
            throws CxoneException {
        List<Deployment> deployments = new ArrayList<>();
        for (ExecutionMetrics each : actions) {
            for (Receipt receipt : receipts.of(each.action())) {
                if (receipt.deployedAt() != null) {
                    deployments.add(new Deployment(each.action(), receipt.version(), receipt.deployedAt()));
                }
            }
        }
        Map<String, String> known = new HashMap<>(releases);
        known.values().removeIf(String::isEmpty);
        return new MetricsReport(tenant, actions, deployments, known, List.of());
    }

    /** The same actions with other figures, and with what the gate says. */
    MetricsReport with(List<ExecutionMetrics> figures, List<GateOutcome> outcomes) {
        return new MetricsReport(tenant, figures, deployments, releases, outcomes);
    }

    /** What the gate says of one action. */
    Optional<GateOutcome> gateOf(String action) {
        return gates.stream()
                .filter(gate -> gate.verdict().action().equals(action))
                .findFirst();
    }

    /** A version was deployed. */
    public record Deployment(String action, String version, Instant at) {}

    /** The deployments of one action, in the order in which they happened. */
    List<Deployment> deploymentsOf(String action) {
        List<Deployment> wanted = new ArrayList<>();
        for (Deployment deployment : deployments) {
            if (deployment.action().equals(action)) {
                wanted.add(deployment);
            }
        }
        if (wanted.size() > 1) {
            wanted.sort(Comparator.comparing(Deployment::at).thenComparing(Deployment::version));
        }
        return wanted;
    }
}
