package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.deployment.rollback.Rollback;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Measurement;
import io.github.cxonetools.metrics.MetricsWindow;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One measurement of a tenant: read, told, and evaluated where there is a gate. */
public final class MetricsRun {

    private final DeploymentTarget tenant;
    private final Comparator<String> versionOrder;
    private final GoalCommands commands;
    private final MetricsEvents events;
    private final Rollback rollback;

    /**
     * @param versionOrder Maven's order, lowest first
     * @param commands what goes back to the version before is said in
     * @param rollback of the same tenant
     */
    public MetricsRun(
            DeploymentTarget tenant,
            Comparator<String> versionOrder,
            GoalCommands commands,
            MetricsEvents events,
            Rollback rollback) {
        this.tenant = tenant;
        this.versionOrder = versionOrder;
        this.commands = commands;
        this.events = events;
        this.rollback = rollback;
    }

    /**
     * Measures, and fails where the gate does.
     *
     * @param declared the project's actions; none without a project
     */
    public void run(MetricsRequest request, List<ActionDefinition> declared, GateSettings gate) throws CxoneException {
        MetricsWindow window = MetricsWindow.parse(request.from(), request.to(), Clock.systemUTC());
        tenant.client().require(Scope.ANALYTICS_READ, "cxone:metrics");
        ReleaseEvaluation evaluation =
                new ReleaseEvaluation(tenant, window, gate, versionOrder, commands, events, rollback);
        List<ExecutionMetrics> metrics = measure(request, window);
        Map<String, String> releases = releases(metrics, declared, request.newVersion());
        events.measured(tenant, metrics, releases);
        try {
            evaluation.evaluate(releases);
        } catch (CxoneException e) {
            endAfter(e, request, window, gate, metrics);
            throw e;
        }
        events.ended(afterWait(request, window, gate, metrics));
    }

    /** A gate that fails is what ends the goal, whatever else goes wrong then. */
    private void endAfter(
            CxoneException failure,
            MetricsRequest request,
            MetricsWindow window,
            GateSettings gate,
            List<ExecutionMetrics> metrics) {
        try {
            events.ended(afterWait(request, window, gate, metrics));
        } catch (CxoneException e) {
            failure.addSuppressed(e);
        }
    }

    /** What was measured before a wait is not what the gate has seen. */
    private List<ExecutionMetrics> afterWait(
            MetricsRequest request, MetricsWindow window, GateSettings gate, List<ExecutionMetrics> before) {
        if (gate.waitFor() == null) {
            return before;
        }
        try {
            return measure(request, window.at(Time.system().now()));
        } catch (CxoneException e) {
            events.followed("The page and the files show the figures from before the wait: " + e.getMessage());
            return before;
        }
    }

    private List<ExecutionMetrics> measure(MetricsRequest request, MetricsWindow window) throws CxoneException {
        return new Measurement(tenant.client(), tenant.receipts())
                .read(request.names(), request.actionId(), window, request.interval(), request.groupBy());
    }

    /** What is measured is evaluated, and nothing else: an id may lead to an action that nobody has named. */
    private static Map<String, String> releases(
            List<ExecutionMetrics> metrics, List<ActionDefinition> declared, @Nullable String newVersion) {
        Map<String, String> versions =
                declared.stream().collect(Collectors.toMap(ActionDefinition::name, ActionDefinition::version));
        Map<String, String> releases = new LinkedHashMap<>();
        for (ExecutionMetrics each : metrics) {
            releases.put(each.action(), newVersion == null ? versions.getOrDefault(each.action(), "") : newVersion);
        }
        return releases;
    }
}
