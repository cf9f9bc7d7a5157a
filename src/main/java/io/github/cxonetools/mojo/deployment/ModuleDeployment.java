package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeferredDeployment;
import io.github.cxonetools.deployment.Deployer;
import io.github.cxonetools.deployment.DeploymentFiles;
import io.github.cxonetools.deployment.DeploymentRun;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.PlanSettings;
import io.github.cxonetools.deployment.Planner;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.mojo.build.DeferredFiles;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.OncePerBuild;
import io.github.cxonetools.mojo.project.SourceCommit;
import io.github.cxonetools.report.deployment.DeploymentOutput;
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
        deploy(rules, tenant, desired, access.target(tenant), audit);
    }

    /** Deploys what another module left, where this goal would do with it what that module's would have done. */
    public void runLeft(MavenProject module, DeferredDeployment left) throws CxoneException {
        PlanRules its = rules.of(left.parameters());
        if (!left.baseUrl().equals(access.name()) || !left.parameters().equals(parameters(its))) {
            throw new RejectedException(left.module() + " has deferred a deployment to " + left.baseUrl() + " "
                    + left.parameters() + ", and " + goal.project().getArtifactId() + " deploys to " + access.name()
                    + " " + parameters() + ". mvn cxone:deploy in that module does it");
        }
        Tenant tenant = access.connect(List.of());
        DeploymentTarget target = access.target(tenant, Receipts.open(left.receipts(), left.baseUrl()));
        deploy(its, tenant, left.actions(), target, DeferredFiles.folder(module).resolve(AUDIT));
    }

    private void deploy(PlanRules its, Tenant tenant, List<DesiredAction> desired, DeploymentTarget target, Path file)
            throws CxoneException {
        PlanSettings settings = its.settings(tenant);
        Planner planner = new Planner(target.client(), target.receipts(), settings);
        new DeploymentRun(
                        target,
                        new Deployer(target.client(), target.receipts(), settings, Clock.systemUTC()),
                        planFile == null ? null : planFile.toPath(),
                        goal.secrets())
                .run(
                        () -> planner.plan(desired),
                        dryRun,
                        new DeploymentRun.Audit(
                                file, goal.project().getVersion(), dryRun ? null : SourceCommit.of(goal.project())),
                        new DeploymentLog(
                                new DeploymentOutput(goal.console(), new OncePerBuild(goal)::isNews), access));
    }
}
