package io.github.cxonetools.mojo.promotion;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.deployment.rollback.Rollback;
import io.github.cxonetools.metrics.gate.GateSettings;
import io.github.cxonetools.metrics.gate.MetricsRequest;
import io.github.cxonetools.metrics.gate.MetricsRun;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Invocation;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.report.metrics.MetricsOutput;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.PageOrigin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Measures how actions of a module, or of a tenant where there is no module, are executed, and rolls back what fails.
 *
 * @param access the tenant that executes them
 * @param directory where the reports are written
 */
public record ReleaseMetrics(GoalContext goal, TenantAccess access, Path directory) {

    /** @param selected the module's actions; none where there is no module */
    public void run(MetricsRequest request, List<ActionDefinition> selected, GateSettings gate) throws CxoneException {
        PageOrigin origin = goal.origin(Instant.now());
        ConsoleLog log = goal.console();
        MetricsOutput output = new MetricsOutput(log.style(), MavenVersions.ORDER, directory, origin, log);
        DeploymentTarget tenant = access.target(selected);
        Rollback rollback = Rollbacks.of(goal, tenant, 1, directory);
        new MetricsRun(tenant, MavenVersions.ORDER, new Invocation(goal), output, rollback)
                .run(request, selected, gate);
    }
}
