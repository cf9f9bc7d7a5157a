package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.VersionMoves;
import io.github.cxonetools.deployment.VersionTarget;
import io.github.cxonetools.mojo.build.DeployAtEnd;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import io.github.cxonetools.report.text.ConsoleLog;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves deployed actions of a module, or of a tenant where there is no module, to other versions.
 *
 * @param access the tenant that has them
 * @param actionId the tenant's id of the version to move; null for the one that is not deprecated
 * @param newVersion the version to move to; null for the action's own
 */
public record ModuleVersions(
        GoalContext goal,
        TenantAccess access,
        @Nullable String actionId,
        @Nullable String newVersion,
        boolean dryRun) {

    /**
     * Moves the module's actions now, or when the whole build has succeeded.
     *
     * @param selected the module's actions
     * @param names of the tenant's actions, which are moved at once where there is no module
     * @param atEnd whether to wait for the whole build
     */
    public void move(List<ActionDefinition> selected, Set<String> names, boolean atEnd) throws CxoneException {
        if (goal.isStandalone()) {
            moveNamed(names);
            return;
        }
        if (actionId != null && selected.size() > 1) {
            throw new RejectedException("cxone.actionId names one version, but this module has " + selected.size()
                    + " actions. Name one with -Dcxone.action=<name>");
        }
        DeployAtEnd.Left left = dryRun ? null : () -> access.left(selected);
        new DeployAtEnd(goal).act(atEnd, "move", selected, left, () -> moves().move(
                        access.target(selected), selected, actionId, newVersion));
    }

    private void moveNamed(Set<String> names) throws CxoneException {
        if (newVersion == null) {
            throw new RejectedException("Move to which version? Without a project, set -Dcxone.newVersion=<version>");
        }
        List<VersionTarget> targets = VersionTarget.of(actionId, names);
        moves().move(access.target(List.of()), targets, newVersion);
    }

    private VersionMoves moves() {
        ConsoleLog console = goal.console();
        return new VersionMoves(dryRun, move -> DeploymentConsole.move(move, dryRun, console.style())
                .forEach(console::info));
    }
}
