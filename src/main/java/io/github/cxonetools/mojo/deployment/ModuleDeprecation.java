package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.Deprecation;
import io.github.cxonetools.deployment.DeprecationMarks;
import io.github.cxonetools.deployment.VersionSelection;
import io.github.cxonetools.deployment.VersionTarget;
import io.github.cxonetools.mojo.build.DeployAtEnd;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks versions of a module's actions deprecated, or of a tenant's where there is no module, or takes it back.
 *
 * @param access the tenant that has them
 * @param actionId the tenant's id of the version; null to find it by name and {@code versions}
 * @param versions which versions, as the parameter says it
 * @param deprecated false to take it back
 * @param concurrency how many requests are in flight at once
 */
public record ModuleDeprecation(
        GoalContext goal,
        TenantAccess access,
        @Nullable String actionId,
        @Nullable String versions,
        boolean deprecated,
        int concurrency,
        boolean dryRun) {

    /**
     * Marks versions of the module's actions now, or when the whole build has succeeded.
     *
     * @param selected the module's actions
     * @param names of the tenant's actions, whose versions are marked at once where there is no module
     * @param atEnd whether to wait for the whole build
     */
    public void mark(List<ActionDefinition> selected, Set<String> names, boolean atEnd) throws CxoneException {
        if (goal.isStandalone()) {
            mark(selected, VersionTarget.of(actionId, names));
            return;
        }
        List<VersionTarget> targets = VersionTarget.of(
                actionId, selected.stream().map(ActionDefinition::name).toList());
        DeployAtEnd.Left left = dryRun ? null : () -> access.left(selected);
        new DeployAtEnd(goal).act(atEnd, "deprecate", selected, left, () -> mark(selected, targets));
    }

    private void mark(List<ActionDefinition> selected, List<VersionTarget> targets) throws CxoneException {
        VersionSelection selection = versions == null ? null : MavenVersions.selection(versions);
        Options.checked(() -> new DeprecationMarks(concurrency, dryRun, this::show))
                .mark(access.target(selected), targets, selection, deprecated);
    }

    private void show(List<Deprecation.Mark> marks) {
        DeploymentConsole.marks(marks, dryRun, goal.console().style()).forEach(goal.log()::info);
    }
}
