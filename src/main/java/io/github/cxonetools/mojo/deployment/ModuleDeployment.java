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
import io.github.cxonetools.mojo.build.DeployAtEnd;
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
    private final File schemaDirectory;
    private final Path audit;
    private final @Nullable File planFile;
    private final boolean dryRun;

    /**
     * @param schemaDirectory the parameter of this name
     * @param outputDirectory where the deployment is written down
     * @param planFile the plan that was approved, or null for whatever is planned now
     */
    public ModuleDeployment(
            GoalContext goal,
            TenantAccess access,
            PlanRules rules,
            File schemaDirectory,
            File outputDirectory,
            @Nullable File planFile,
            boolean dryRun)
            throws RejectedException {
        this.goal = goal;
        this.access = access;
        this.rules = rules.explainedBy(new GeneratedMembers(goal, schemaDirectory));
        this.schemaDirectory = schemaDirectory;
        this.audit = outputDirectory.toPath().resolve(AUDIT);
        this.planFile = planFile;
        this.dryRun = dryRun;
    }

    /** Makes a module's deployment of its goal's parameters, once it is needed. */
    @FunctionalInterface
    public interface DeploymentFactory {
        ModuleDeployment make() throws CxoneException;
    }

    /** In a build of chosen modules, deploys at its end what the others left, as {@code factory}'s would be. */
    public static void deployUnfinished(GoalContext goal, DeploymentFactory factory) {
        new DeployAtEnd(goal).deployUnfinished((module, left) -> factory.make().runLeft(module, left));
    }

    /** Deploys the module's actions now, or when the whole build has succeeded. */
    public void run(List<ActionDefinition> selected, boolean atEnd) throws CxoneException {
        forgetLast();
        List<DesiredAction> desired = new DesiredState(goal, access, schemaDirectory).of(selected);
        DeployAtEnd.Left left = dryRun ? null : () -> access.left(desired, parameters(rules));
        new DeployAtEnd(goal).act(atEnd, "deploy", selected, left, () -> run(selected, desired));
    }

    /** Deletes the last audit: what an earlier build did is no answer to what this one does. */
    private void forgetLast() throws CxoneException {
        if (!dryRun) {
            DeploymentFiles.delete(audit);
        }
    }

    /** What decides, besides the tenant's address and the actions, what is done; never a secret. */
    private SortedMap<String, String> parameters(PlanRules its) throws RejectedException {
        SortedMap<String, String> parameters = its.texts();
        if (access.name().toString().equals("local")) {
            parameters.put("tenantDirectory", access.tenantDirectory().toString());
        }
        return parameters;
    }

    private void run(List<ActionDefinition> selected, List<DesiredAction> desired) throws CxoneException {
        Tenant tenant = access.connect(selected);
        deploy(rules, tenant, desired, access.target(tenant), audit);
    }

    /** Deploys what another module left, where this goal would do with it what that module's would have done. */
    private void runLeft(MavenProject module, DeferredDeployment left) throws CxoneException {
        PlanRules its = rules.of(left.parameters());
        if (!left.baseUrl().equals(access.name()) || !left.parameters().equals(parameters(its))) {
            throw new RejectedException(left.module() + " has deferred a deployment to " + left.baseUrl() + " "
                    + left.parameters() + ", and " + goal.project().getArtifactId() + " deploys to " + access.name()
                    + " " + parameters(rules) + ". mvn cxone:deploy in that module does it");
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
