package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.deployment.rollback.RollbackRequest;
import io.github.cxonetools.mojo.project.ReceiptsPath;
import io.github.cxonetools.mojo.promotion.Rollbacks;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Takes a release out of use: the version before becomes active again, and then what is above it is deprecated, so that at no
 * moment none is active.
 *
 * @since 0.1.0
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public class RollbackMojo extends AbstractRemoteMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.rollback.skip", defaultValue = "false")
    private boolean skipRollback;

    /**
     * The version that goes out of use; the action's version, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.newVersion")
    private @Nullable String newVersion;

    /**
     * The version that becomes active; the highest release below, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.toVersion")
    private @Nullable String toVersion;

    /**
     * Where {@code deployment.json} is written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.outputDirectory", defaultValue = "${project.build.directory}/cxone", required = true)
    private File outputDirectory;

    /**
     * How many requests may be in flight.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.concurrency", defaultValue = "4")
    private int concurrency;

    /**
     * Shows what would change, and changes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    boolean skipsGoal() {
        return skipRollback;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        List<RollbackRequest> requests = new ArrayList<>();
        for (ActionDefinition action : selected) {
            requests.add(
                    new RollbackRequest(action.name(), newVersion == null ? action.version() : newVersion, toVersion));
        }
        roll(selected, requests);
    }

    @Override
    void runStandalone(Set<String> names) throws CxoneException {
        if (names.isEmpty()) {
            throw new RejectedException(
                    "Which action? Without a project, name actions of the tenant: -Dcxone.action=<name>");
        }
        roll(List.of(), Rollbacks.requests(names, newVersion, toVersion));
    }

    private void roll(List<ActionDefinition> selected, List<RollbackRequest> requests) throws CxoneException {
        DeploymentTarget tenant = tenant().target(selected);
        Path directory = context().parameters().path("outputDirectory", outputDirectory, "cxone");
        Rollbacks.of(context(), tenant, concurrency, directory).run(requests, dryRun);
        ReceiptsPath.advise(context(), tenant.receipts().file());
    }
}
