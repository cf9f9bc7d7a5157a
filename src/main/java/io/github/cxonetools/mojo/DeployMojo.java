package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.AtomicFile;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.Deployer;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.PlanSettings;
import io.github.cxonetools.deployment.Planner;
import io.github.cxonetools.deployment.Receipts;
import io.github.cxonetools.report.DeploymentConsole;
import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Makes the tenant match the project: creates, updates, deprecates, or finds nothing to do.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "deploy",
        defaultPhase = LifecyclePhase.DEPLOY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class DeployMojo extends AbstractDeploymentMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.deploy.skip", defaultValue = "false")
    private boolean skipDeploy;

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

    private final EndOfBuild endOfBuild;

    @Inject
    DeployMojo(Tenants tenants, EndOfBuild endOfBuild) {
        super(tenants);
        this.endOfBuild = endOfBuild;
    }

    @Override
    boolean skipsGoal() {
        return skipDeploy;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        List<DesiredAction> desired = desired(selected);
        endOfBuild.act(this, deployAtEnd, "deploy", selected, () -> deploy(selected, desired));
    }

    private void deploy(List<ActionDefinition> selected, List<DesiredAction> desired) throws CxoneException {
        Tenant tenant = connect(selected);
        Receipts receipts = receipts(tenant);
        PlanSettings settings = planSettings(tenant);
        DeploymentPlan plan = new Planner(tenant.client(), receipts, settings).plan(desired);
        DeploymentConsole.plan(plan).forEach(getLog()::info);
        plan.rejectConflicts();
        if (dryRun) {
            getLog().info("Dry run: nothing was changed");
            return;
        }
        DeploymentResult result =
                new Deployer(tenant.client(), receipts, settings, outcome -> {}, Clock.systemUTC()).apply(plan);
        AtomicFile.write(
                outputDirectory.toPath().resolve("deployment.json"),
                result.toJson(project.getVersion(), SourceCommit.of(project)));
        DeploymentConsole.summary(result).forEach(getLog()::info);
        result.throwIfIncomplete();
    }
}
