package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.VersionMoves;
import io.github.cxonetools.deployment.VersionTarget;
import io.github.cxonetools.mojo.build.DeployAtEnd;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.build.TenantConnector;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import io.github.cxonetools.report.text.ConsoleLog;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Moves a deployed action to another version: its id and schemas stay, its old label disappears.
 *
 * @since 0.1.0
 */
@Mojo(name = "version", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public class VersionMojo extends AbstractRemoteMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.version.skip", defaultValue = "false")
    private boolean skipVersion;

    /**
     * The tenant's id of the version to move. By name, if not set: then exactly one version may be not deprecated.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.actionId")
    private @Nullable String actionId;

    /**
     * The version to move to; the action's version, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.newVersion")
    private @Nullable String newVersion;

    /**
     * Shows what would change, and changes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Acts when the whole build has succeeded. In a build of one module, in the goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.deployAtEnd", defaultValue = "true")
    private boolean deployAtEnd;

    private final DeployAtEnd endOfBuild;

    @Inject
    VersionMojo(TenantConnector tenants, DeployAtEnd endOfBuild) {
        super(tenants);
        this.endOfBuild = endOfBuild;
    }

    @Override
    boolean skipsGoal() {
        return skipVersion;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        if (actionId != null && selected.size() > 1) {
            throw new RejectedException("cxone.actionId names one version, but this module has " + selected.size()
                    + " actions. Name one with -Dcxone.action=<name>");
        }
        TenantAccess access = tenant();
        DeployAtEnd.Left left = dryRun ? null : () -> access.left(selected);
        endOfBuild.act(context(), deployAtEnd, "move", selected, left, () -> moves().move(
                        access.target(selected), selected, actionId, newVersion));
    }

    @Override
    void runStandalone(Set<String> names) throws CxoneException {
        if (newVersion == null) {
            throw new RejectedException("Move to which version? Without a project, set -Dcxone.newVersion=<version>");
        }
        List<VersionTarget> targets = VersionTarget.of(actionId, names);
        moves().move(tenant().target(List.of()), targets, newVersion);
    }

    private VersionMoves moves() {
        ConsoleLog console = context().console();
        return new VersionMoves(dryRun, move -> DeploymentConsole.move(move, dryRun, console.style())
                .forEach(console::info));
    }
}
