package io.github.cxonetools.mojo.promotion;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeploymentRun;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.deployment.rollback.Rollback;
import io.github.cxonetools.deployment.rollback.RollbackRequest;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.mojo.project.SourceCommit;
import io.github.cxonetools.report.deployment.DeploymentOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way back of a module's releases, or of a tenant's where there is no module. */
public final class Rollbacks {

    private Rollbacks() {}

    /**
     * What is asked for where there is no module.
     *
     * @param names of the tenant's actions
     */
    public static List<RollbackRequest> requests(
            Set<String> names, @Nullable String newVersion, @Nullable String toVersion) throws RejectedException {
        List<RollbackRequest> requests = new ArrayList<>();
        for (String name : names) {
            requests.add(Options.checked(() -> new RollbackRequest(name, newVersion, toVersion)));
        }
        return requests;
    }

    /**
     * For one goal and one tenant.
     *
     * @param concurrency the parameter of this name
     * @param outputDirectory where {@code deployment.json} is written
     */
    public static Rollback of(GoalContext goal, DeploymentTarget tenant, int concurrency, Path outputDirectory)
            throws RejectedException {
        if (concurrency < 1) {
            throw new RejectedException("cxone.concurrency is " + concurrency + ". Use 1 or more");
        }
        Path file = outputDirectory.resolve("deployment.json");
        DeploymentRun.Audit audit = goal.isStandalone()
                ? new DeploymentRun.Audit(file, null, null)
                : new DeploymentRun.Audit(file, goal.project().getVersion(), SourceCommit.of(goal.project()));
        return new Rollback(tenant, MavenVersions.ORDER, concurrency, audit, new DeploymentOutput(goal.console()));
    }
}
