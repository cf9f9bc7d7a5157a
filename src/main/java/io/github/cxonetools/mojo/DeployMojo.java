package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Json;
import io.github.cxonetools.client.Scope;
import io.github.cxonetools.deployment.DeferredDeployment;
import io.github.cxonetools.deployment.Deployer;
import io.github.cxonetools.deployment.DeploymentFiles;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.Receipts;
import io.github.cxonetools.report.DeploymentConsole;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

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

    /**
     * A {@code plan.json} that was approved: exactly that is applied, or nothing where the tenant or a contract has moved
     * since.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.planFile")
    private @Nullable File planFile;

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
    void run() throws CxoneException {
        if (deployAtEnd && !dryRun) {
            endOfBuild.settle(this, left -> deploy(connect(List.of()), left.actions(), receipts(left)));
        }
        super.run();
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        List<DesiredAction> desired = desired(selected);
        Path file = LeftBehind.file(project);
        if (endOfBuild.isLater(this, deployAtEnd) && !dryRun) {
            new DeferredDeployment(
                            "deploy",
                            project.getArtifactId(),
                            URI.create(addressName()),
                            receiptsFile(),
                            desired,
                            Json.MAPPER.createObjectNode())
                    .write(file);
        }
        endOfBuild.act(this, deployAtEnd, "deploy", selected, () -> {
            Tenant tenant = connect(selected);
            deploy(tenant, desired, receipts(tenant));
            if (!dryRun) {
                DeferredDeployment.delete(file);
            }
        });
    }

    private static Receipts receipts(DeferredDeployment left) {
        return Receipts.open(left.receipts(), left.baseUrl());
    }

    private void deploy(Tenant tenant, List<DesiredAction> desired, Receipts receipts) throws CxoneException {
        if (!dryRun) {
            tenant.client().require(Scope.DATA_ACTIONS_WRITE, "cxone:deploy");
        }
        DeploymentPlan plan = plan(tenant, desired, receipts);
        DeploymentConsole.plan(plan).forEach(getLog()::info);
        plan.rejectConflicts();
        if (planFile != null) {
            DeploymentFiles.requireApproved(planFile.toPath(), plan);
        }
        if (dryRun) {
            getLog().info("Dry run: nothing was changed");
            return;
        }
        DeploymentResult result = new Deployer(
                        tenant.client(), receipts, planSettings(tenant), outcome -> {}, Clock.systemUTC())
                .apply(plan);
        DeploymentFiles.write(
                outputDirectory.toPath().resolve("deployment.json"),
                result,
                project.getVersion(),
                SourceCommit.of(project));
        DeploymentConsole.summary(result).forEach(getLog()::info);
        result.throwIfIncomplete();
    }
}
