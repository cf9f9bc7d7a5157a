package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeferredDeployment;
import io.github.cxonetools.deployment.Deployer;
import io.github.cxonetools.deployment.DeploymentFiles;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.deployment.DeploymentRun;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.Planner;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.mojo.build.DeferredFiles;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.SourceCommit;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Deploys a module's actions, or what another module has left, and says on the console what is planned and done. */
public final class ModuleDeployment {

    private static final String AUDIT = "deployment.json";

    private final GoalContext goal;
    private final TenantAccess access;
    private final PlanRules rules;
    private final @Nullable File planFile;
    private final boolean dryRun;
    private final Path audit;

    /**
     * @param planFile the parameter of this name
     * @param dryRun the parameter of this name
     * @param outputDirectory the parameter of this name
     */
    public ModuleDeployment(
            GoalContext goal,
            TenantAccess access,
            PlanRules rules,
            @Nullable File planFile,
            boolean dryRun,
            File outputDirectory) {
        this.goal = goal;
        this.access = access;
        this.rules = rules;
        this.planFile = planFile;
        this.dryRun = dryRun;
        this.audit = outputDirectory.toPath().resolve(AUDIT);
    }

    /** Deletes the last audit: what an earlier build did is no answer to what this one does. */
    public void forgetLast() throws CxoneException {
        if (!dryRun) {
            DeploymentFiles.delete(audit);
        }
    }

    /** What decides, besides the tenant's address and the actions, what is done; never a secret. */
    public SortedMap<String, String> parameters() throws RejectedException {
        return parameters(rules);
    }

    private SortedMap<String, String> parameters(PlanRules its) throws RejectedException {
        SortedMap<String, String> parameters = its.texts();
        if (access.name().toString().equals("local")) {
            parameters.put("tenantDirectory", access.tenantDirectory().toString());
        }
        return parameters;
    }

    /** Deploys the module's own. */
    public void run(List<ActionDefinition> selected, List<DesiredAction> desired) throws CxoneException {
        Tenant tenant = access.connect(selected);
        deploy(rules, tenant, desired, access.receipts(tenant), audit);
    }

    /** Deploys what another module left, where this goal would do with it what that module's would have done. */
    public void runLeft(MavenProject module, DeferredDeployment left) throws CxoneException {
        PlanRules its = rules.of(left.parameters());
        if (!left.baseUrl().equals(access.name()) || !left.parameters().equals(parameters(its))) {
            throw new RejectedException(left.module() + " has deferred a deployment to " + left.baseUrl() + " "
                    + left.parameters() + ", and " + goal.project().getArtifactId() + " deploys to " + access.name()
                    + " " + parameters() + ". mvn cxone:deploy in that module does it");
        }
        deploy(
                its,
                access.connect(List.of()),
                left.actions(),
                Receipts.open(left.receipts(), left.baseUrl()),
                DeferredFiles.folder(module).resolve(AUDIT));
    }

    private void deploy(PlanRules its, Tenant tenant, List<DesiredAction> desired, Receipts receipts, Path file)
            throws CxoneException {
        DeploymentRun run = new DeploymentRun(
                tenant.client(),
                tenant.name(),
                new Deployer(tenant.client(), receipts, its.settings(tenant), Clock.systemUTC()),
                planFile == null ? null : planFile.toPath(),
                goal.secrets());
        Planner planner = its.planner(tenant, receipts);
        access.exclusively(receipts, dryRun, () -> {
            if (dryRun) {
                run.rehearse(() -> planner.plan(desired), this::show);
                goal.log().info("Dry run: nothing was changed");
            } else {
                apply(run, () -> planner.plan(desired), file);
            }
        });
    }

    private void apply(DeploymentRun run, DeploymentRun.Planning planning, Path file) throws CxoneException {
        DeploymentRun.Audit written =
                new DeploymentRun.Audit(file, goal.project().getVersion(), SourceCommit.of(goal.project()));
        DeploymentResult result = run.apply(planning, written, this::show);
        DeploymentConsole.summary(result).forEach(goal.log()::info);
        access.adviseOnReceipts();
        result.throwIfIncomplete();
    }

    private void show(DeploymentPlan plan) {
        DeploymentConsole.plan(plan).forEach(goal.log()::info);
    }
}
