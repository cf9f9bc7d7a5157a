package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.deployment.VersionChange;
import io.github.cxonetools.deployment.VersionTarget;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moves deployed actions to other versions, one after another, and says so on the console. */
record VersionMoves(GoalContext goal, TenantAccess access, boolean dryRun) {

    /**
     * Moves the actions of a module.
     *
     * @param actionId the one to move, or null for that of each action's name
     * @param newVersion where to, or null for each action's version
     */
    void move(List<ActionDefinition> selected, @Nullable String actionId, @Nullable String newVersion)
            throws CxoneException {
        Map<VersionTarget, String> versions = new LinkedHashMap<>();
        for (ActionDefinition action : selected) {
            versions.put(
                    new VersionTarget(actionId, actionId == null ? action.name() : null),
                    newVersion == null ? action.version() : newVersion);
        }
        move(access.connect(selected), versions);
    }

    /** Moves actions of the tenant, without a module. */
    void move(List<VersionTarget> targets, String newVersion) throws CxoneException {
        Map<VersionTarget, String> versions = new LinkedHashMap<>();
        targets.forEach(target -> versions.put(target, newVersion));
        move(access.connect(List.of()), versions);
    }

    private void move(Tenant tenant, Map<VersionTarget, String> versions) throws CxoneException {
        if (!dryRun) {
            tenant.client().require(Scope.DATA_ACTIONS_WRITE, "cxone:version");
        }
        Receipts receipts = access.receipts(tenant);
        VersionChange change = new VersionChange(tenant.client(), receipts);
        for (Map.Entry<VersionTarget, String> each : versions.entrySet()) {
            access.exclusively(receipts, dryRun, () -> {
                VersionChange.Move move = change.plan(each.getKey(), each.getValue());
                DeploymentConsole.move(move, dryRun).forEach(goal.log()::info);
                if (!dryRun) {
                    change.apply(move);
                }
            });
        }
    }
}
