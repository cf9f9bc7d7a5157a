package io.github.cxonetools.report.metrics;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.receipts.Receipt;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.metrics.ExecutionMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that the metrics files and page tell.
 *
 * @param tenant where the figures come from: its base URL
 * @param actions one element an action
 * @param deployments when versions were deployed, as far as receipts know
 */
public record MetricsReport(String tenant, List<ExecutionMetrics> actions, List<Deployment> deployments) {

    public MetricsReport {
        actions = List.copyOf(actions);
        deployments = List.copyOf(deployments);
    }

    /**
     * The report of {@code actions}, with what {@code receipts} know of their deployments.
     *
     * @param tenant where the figures come from: its base URL, or {@code local}
     */
    public static MetricsReport of(String tenant, List<ExecutionMetrics> actions, Receipts receipts)
            throws CxoneException {
        List<Deployment> deployments = new ArrayList<>();
        for (ExecutionMetrics each : actions) {
            for (Receipt receipt : receipts.of(each.action())) {
                if (receipt.deployedAt() != null) {
                    deployments.add(new Deployment(each.action(), receipt.version(), receipt.deployedAt()));
                }
            }
        }
        return new MetricsReport(tenant, actions, deployments);
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
