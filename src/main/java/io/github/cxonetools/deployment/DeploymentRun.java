package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.text.Secrets;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One deployment: planned, compared with the plan that was approved, applied, and written down whatever comes of it. */
public final class DeploymentRun {

    private final DeploymentTarget target;
    private final Deployer deployer;
    private final @Nullable Path approvedPlan;
    private final Secrets secrets;

    /** Makes the plan that is applied. */
    @FunctionalInterface
    public interface Planning {
        DeploymentPlan plan() throws CxoneException;
    }

    /**
     * @param approvedPlan a {@code plan.json}: exactly that is applied; null for whatever is planned now
     * @param secrets what must not be in a file
     */
    public DeploymentRun(DeploymentTarget target, Deployer deployer, @Nullable Path approvedPlan, Secrets secrets) {
        this.target = target;
        this.deployer = deployer;
        this.approvedPlan = approvedPlan;
        this.secrets = secrets;
    }

    /** Fails where nothing may be changed. */
    @FunctionalInterface
    public interface Proof {
        void require() throws CxoneException;
    }

    /**
     * Where and as what a deployment is written down.
     *
     * @param file usually {@code deployment.json}
     * @param projectVersion of the project that is deployed, or null where there is none
     * @param commit of its sources, or null where it is unknown
     */
    public record Audit(
            Path file,
            @Nullable String projectVersion,
            @Nullable String commit) {}

    /**
     * Plans, and in a dry run no more; else applies, while no other build of this checkout does.
     *
     * @throws CxoneException where the plan has conflicts or is not the approved one, before anything is changed; or with
     *     what was not done
     */
    public void run(Planning planning, boolean dryRun, Audit audit, DeploymentEvents events) throws CxoneException {
        target.exclusively(dryRun, () -> {
            if (dryRun) {
                approve(shown(planning, events));
                events.rehearsed();
            } else {
                DeploymentResult result = apply(planning, audit, events);
                events.applied(result);
                result.throwIfIncomplete();
            }
        });
    }

    /** Does what must succeed before anything is planned; where it does not, that is written down, but in a dry run. */
    public void require(Proof proof, boolean dryRun, Audit audit) throws CxoneException {
        Instant begun = Instant.now();
        try {
            proof.require();
        } catch (CxoneException e) {
            if (!dryRun) {
                write(
                        audit,
                        DeploymentResult.notBegun(deployer.goal(), target.client(), target.name(), begun, null, e));
            }
            throw e;
        }
    }

    private DeploymentPlan shown(Planning planning, DeploymentEvents events) throws CxoneException {
        DeploymentPlan plan = planning.plan().named(target.name());
        events.planned(plan);
        return plan;
    }

    private DeploymentResult apply(Planning planning, Audit audit, DeploymentEvents events) throws CxoneException {
        Instant begun = Instant.now();
        DeploymentPlan plan = null;
        try {
            target.client().require(Scope.DATA_ACTIONS_WRITE, deployer.goal().typed());
            plan = shown(planning, events);
            approve(plan);
        } catch (CxoneException e) {
            write(audit, DeploymentResult.notBegun(deployer.goal(), target.client(), target.name(), begun, plan, e));
            throw e;
        }
        DeploymentResult result = deployer.apply(plan);
        write(audit, result);
        return result;
    }

    private void approve(DeploymentPlan plan) throws CxoneException {
        plan.rejectConflicts();
        if (approvedPlan != null) {
            DeploymentFiles.requireApproved(approvedPlan, plan, secrets, deployer.goal());
        }
    }

    private void write(Audit audit, DeploymentResult result) throws CxoneException {
        DeploymentFiles.write(audit.file(), result, audit.projectVersion(), audit.commit(), secrets);
    }
}
