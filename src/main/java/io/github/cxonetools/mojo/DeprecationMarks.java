package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.deployment.Deprecation;
import io.github.cxonetools.deployment.VersionSelection;
import io.github.cxonetools.deployment.VersionTarget;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marks versions deprecated, or takes it back, and says so on the console. */
record DeprecationMarks(GoalContext goal, TenantAccess access, int concurrency, boolean dryRun) {

    DeprecationMarks {
        if (concurrency < 1) {
            throw new IllegalArgumentException("cxone.concurrency is " + concurrency + ". Use 1 or more");
        }
    }

    /**
     * @param selection which versions of each target; null for the one of its id
     * @param deprecated what they become
     */
    void mark(Tenant tenant, List<VersionTarget> targets, @Nullable VersionSelection selection, boolean deprecated)
            throws CxoneException {
        if (!dryRun) {
            tenant.client().require(Scope.DATA_ACTIONS_WRITE, "cxone:deprecate");
        }
        Receipts receipts = access.receipts(tenant);
        Deprecation deprecation = new Deprecation(tenant.client(), receipts, concurrency);
        access.exclusively(receipts, dryRun, () -> {
            for (VersionTarget target : targets) {
                List<Deprecation.Mark> marks = deprecation.plan(target, selection, deprecated);
                DeploymentConsole.marks(marks, dryRun).forEach(goal.log()::info);
                if (!dryRun) {
                    deprecation.apply(marks);
                }
            }
        });
    }
}
