package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.text.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One deployment: planned, compared with the plan that was approved, applied, and written down whatever comes of it. */
public final class DeploymentRun {

    private final CxoneClient client;
    private final URI tenant;
    private final Deployer deployer;
    private final @Nullable Path approvedPlan;
    private final Secrets secrets;

    /** Is given a plan before it is compared with anything. */
    @FunctionalInterface
    public interface Shown {
        void show(DeploymentPlan plan) throws CxoneException;
    }

    /** Makes the plan that is applied. */
    @FunctionalInterface
    public interface Planning {
        DeploymentPlan plan() throws CxoneException;
    }

    /**
     * @param tenant as plans name it: the same in the next build
     * @param approvedPlan a {@code plan.json}: exactly that is applied; null for whatever is planned now
     * @param secrets what must not be in a file
     */
    public DeploymentRun(
            CxoneClient client, URI tenant, Deployer deployer, @Nullable Path approvedPlan, Secrets secrets) {
        this.client = client;
        this.tenant = tenant;
        this.deployer = deployer;
        this.approvedPlan = approvedPlan;
        this.secrets = secrets;
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
     * Plans, and changes nothing.
     *
     * @param shown is given the plan before it is compared with anything
     */
    public void rehearse(Planning planning, Shown shown) throws CxoneException {
        DeploymentPlan plan = planning.plan().named(tenant);
        shown.show(plan);
        approve(plan);
    }

    /**
     * Plans and applies.
     *
     * @param shown is given the plan before it is compared with anything
     * @return what came of it, failed changes included; it is written down already
     */
    public DeploymentResult apply(Planning planning, Audit audit, Shown shown) throws CxoneException {
        Instant begun = Instant.now();
        DeploymentPlan plan = null;
        try {
            client.require(Scope.DATA_ACTIONS_WRITE, deployer.goal().typed());
            plan = planning.plan().named(tenant);
            shown.show(plan);
            approve(plan);
        } catch (CxoneException e) {
            write(audit, DeploymentResult.notBegun(deployer.goal(), client, tenant, begun, plan, e));
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
