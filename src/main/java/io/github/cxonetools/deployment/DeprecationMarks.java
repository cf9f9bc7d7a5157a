package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.settings.Scope;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Marks versions of several actions deprecated, or takes it back.
 *
 * @param concurrency requests in flight
 * @param dryRun only show what would be marked
 * @param shown is told what is done with each version of an action before it is done
 */
public record DeprecationMarks(int concurrency, boolean dryRun, Consumer<List<Deprecation.Mark>> shown) {

    /** @throws IllegalArgumentException with a message for the user */
    public DeprecationMarks {
        if (concurrency < 1) {
            throw new IllegalArgumentException("cxone.concurrency is " + concurrency + ". Use 1 or more");
        }
    }

    /**
     * @param selection which versions of each target; null for the one of its id
     * @param deprecated what they become
     */
    public void mark(
            DeploymentTarget tenant,
            List<VersionTarget> targets,
            @Nullable VersionSelection selection,
            boolean deprecated)
            throws CxoneException {
        if (!dryRun) {
            tenant.client().require(Scope.DATA_ACTIONS_WRITE, "cxone:deprecate");
        }
        Deprecation deprecation = new Deprecation(tenant.client(), tenant.receipts(), concurrency);
        tenant.exclusively(dryRun, () -> {
            for (VersionTarget target : targets) {
                List<Deprecation.Mark> marks = deprecation.plan(target, selection, deprecated);
                shown.accept(marks);
                if (!dryRun) {
                    deprecation.apply(marks);
                }
            }
        });
    }
}
