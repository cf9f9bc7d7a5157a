package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeploymentFiles;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.mojo.build.PublishedModules;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.Tenants;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows what {@code deploy} would change in the tenant, and why. A conflict fails it, before {@code maven-deploy-plugin} has
 * published anything of this module.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "plan",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class PlanMojo extends AbstractDeploymentMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.plan.skip", defaultValue = "false")
    private boolean skipPlan;

    /**
     * Fails on any difference between project and tenant.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.failOnChanges", defaultValue = "false")
    private boolean failOnChanges;

    @Inject
    PlanMojo(Tenants tenants) {
        super(tenants);
    }

    @Override
    boolean skipsGoal() {
        return skipPlan;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        List<DesiredAction> desired = desired(selected);
        Tenant tenant = connect(selected);
        DeploymentPlan plan = plan(tenant, desired, receipts(tenant));
        DeploymentFiles.write(outputDirectory.toPath().resolve("plan.json"), plan, secrets());
        DeploymentConsole.plan(plan).forEach(getLog()::info);
        rejectConflicts(plan);
        if (failOnChanges && !plan.isDriftFree()) {
            throw new RejectedException("Tenant and project differ, and cxone.failOnChanges is set. "
                    + "mvn cxone:deploy makes the tenant match; target/cxone/plan.json lists the differences");
        }
    }

    private void rejectConflicts(DeploymentPlan plan) throws RejectedException {
        PublishedModules published = new PublishedModules(session, project);
        try {
            plan.rejectConflicts();
        } catch (RejectedException e) {
            throw published.isPossible() ? new RejectedException(e.getMessage() + "\n" + PublishedModules.advice()) : e;
        }
        if (published.isPossible() && published.isPublishing()) {
            getLog().info(PublishedModules.advice());
        }
    }
}
