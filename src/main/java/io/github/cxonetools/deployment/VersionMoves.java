package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.settings.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves deployed actions to other versions, one after another.
 *
 * @param dryRun only show what would move
 * @param shown is told each move before it is made
 */
public record VersionMoves(boolean dryRun, Consumer<VersionChange.Move> shown) {

    /**
     * Moves the actions of a module.
     *
     * @param actionId the one to move, or null for that of each action's name
     * @param newVersion where to, or null for each action's version
     */
    public void move(
            DeploymentTarget tenant,
            List<ActionDefinition> selected,
            @Nullable String actionId,
            @Nullable String newVersion)
            throws CxoneException {
        Map<VersionTarget, String> versions = new LinkedHashMap<>();
        for (ActionDefinition action : selected) {
            versions.put(
                    new VersionTarget(actionId, actionId == null ? action.name() : null),
                    newVersion == null ? action.version() : newVersion);
        }
        move(tenant, versions);
    }

    /** Moves actions of the tenant, without a module. */
    public void move(DeploymentTarget tenant, List<VersionTarget> targets, String newVersion) throws CxoneException {
        Map<VersionTarget, String> versions = new LinkedHashMap<>();
        targets.forEach(target -> versions.put(target, newVersion));
        move(tenant, versions);
    }

    private void move(DeploymentTarget tenant, Map<VersionTarget, String> versions) throws CxoneException {
        if (!dryRun) {
            tenant.client().require(Scope.DATA_ACTIONS_WRITE, "cxone:version");
        }
        VersionChange change = new VersionChange(tenant.client(), tenant.receipts());
        for (Map.Entry<VersionTarget, String> each : versions.entrySet()) {
            tenant.exclusively(dryRun, () -> {
                VersionChange.Move move = change.plan(each.getKey(), each.getValue());
                shown.accept(move);
                if (!dryRun) {
                    change.apply(move);
                }
            });
        }
    }
}
