package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.deployment.DeferredDeployment;
import io.github.cxonetools.deployment.Deployer;
import io.github.cxonetools.deployment.DeploymentFiles;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.Receipts;
import io.github.cxonetools.mojo.build.DeferredFiles;
import io.github.cxonetools.mojo.build.EndOfBuild;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.Tenants;
import io.github.cxonetools.mojo.project.SourceCommit;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
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

    private static final String AUDIT = "deployment.json";

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

    /** Also where this module's own deployment is skipped, unless that was said on the command line. */
    @Override
    void watch() {
        super.watch();
        if (!dryRun && !isSkippedByUser()) {
            endOfBuild.settle(context(), this::deploy);
        }
    }

    private boolean isSkippedByUser() {
        Properties typed = session.getUserProperties();
        return Boolean.parseBoolean(typed.getProperty("cxone.skip"))
                || Boolean.parseBoolean(typed.getProperty("cxone.deploy.skip"));
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        Path audit = outputDirectory.toPath().resolve(AUDIT);
        if (!dryRun) {
            // What an earlier build did is no answer to what this one does.
            DeploymentFiles.delete(audit);
        }
        List<DesiredAction> desired = desired(selected);
        endOfBuild.act(
                context(), deployAtEnd, "deploy", selected, dryRun ? null : () -> left(desired, parameters()), () -> {
                    Tenant tenant = connect(selected);
                    deploy(tenant, desired, receipts(tenant), audit);
                });
    }

    /** What another module left, where this goal would do with it what that module's would have done. */
    private void deploy(MavenProject module, DeferredDeployment left) throws CxoneException {
        if (!left.baseUrl().equals(addressUri()) || !left.parameters().equals(parameters())) {
            throw new RejectedException(left.module() + " has deferred a deployment to " + left.baseUrl() + " "
                    + left.parameters() + ", and " + project.getArtifactId() + " deploys to " + addressName() + " "
                    + parameters() + ". mvn cxone:deploy in that module does it");
        }
        deploy(
                connect(List.of()),
                left.actions(),
                Receipts.open(left.receipts(), left.baseUrl()),
                DeferredFiles.folder(module).resolve(AUDIT));
    }

    private void deploy(Tenant tenant, List<DesiredAction> desired, Receipts receipts, Path audit)
            throws CxoneException {
        exclusively(receipts, dryRun, () -> planAndApply(tenant, desired, receipts, audit));
    }

    private void planAndApply(Tenant tenant, List<DesiredAction> desired, Receipts receipts, Path audit)
            throws CxoneException {
        DeploymentPlan plan = approvedPlan(tenant, desired, receipts, audit);
        if (dryRun) {
            getLog().info("Dry run: nothing was changed");
            return;
        }
        DeploymentResult result = new Deployer(
                        tenant.client(), receipts, planSettings(tenant), outcome -> {}, Clock.systemUTC())
                .apply(plan);
        DeploymentFiles.write(audit, result, project.getVersion(), SourceCommit.of(project), secrets());
        DeploymentConsole.summary(result).forEach(getLog()::info);
        adviseOnReceipts();
        result.throwIfIncomplete();
    }

    private DeploymentPlan approvedPlan(Tenant tenant, List<DesiredAction> desired, Receipts receipts, Path audit)
            throws CxoneException {
        Instant begun = Instant.now();
        DeploymentPlan plan = null;
        try {
            if (!dryRun) {
                tenant.client().require(Scope.DATA_ACTIONS_WRITE, "cxone:deploy");
            }
            plan = plan(tenant, desired, receipts);
            DeploymentConsole.plan(plan).forEach(getLog()::info);
            plan.rejectConflicts();
            if (planFile != null) {
                DeploymentFiles.requireApproved(planFile.toPath(), plan, secrets());
            }
            return plan;
        } catch (CxoneException e) {
            if (!dryRun) {
                DeploymentResult result = DeploymentResult.notBegun(tenant.client(), tenant.name(), begun, plan, e);
                DeploymentFiles.write(audit, result, project.getVersion(), SourceCommit.of(project), secrets());
            }
            throw e;
        }
    }
}
