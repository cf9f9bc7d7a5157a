package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeploymentFiles;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.mojo.build.PublishedModules;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.OncePerBuild;
import io.github.cxonetools.report.deployment.DeploymentOutput;
import io.github.cxonetools.report.text.PageLinks;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * Plans what deploying a module's actions would change, writes and shows it, and changes nothing.
 *
 * @param access the tenant that would be changed
 * @param schemaDirectory the parameter of this name
 */
public record ModulePlan(GoalContext goal, TenantAccess access, PlanRules rules, File schemaDirectory) {

    /**
     * @param directory where {@code plan.json} is written
     * @param failOnChanges whether a difference between tenant and project fails the build
     */
    public void run(List<ActionDefinition> selected, Path directory, boolean failOnChanges) throws CxoneException {
        PlanRules explained = rules.explainedBy(new GeneratedMembers(goal, schemaDirectory));
        List<DesiredAction> desired = new DesiredState(goal, access, schemaDirectory).of(selected);
        Tenant tenant = access.connect(selected);
        DeploymentPlan plan =
                explained.planner(tenant, access.receipts(tenant)).plan(desired).named(tenant.name());
        DeploymentFiles.write(directory.resolve("plan.json"), plan, goal.secrets());
        PageLinks.refresh(directory);
        new DeploymentOutput(goal.console(), new OncePerBuild(goal)::isNews).planned(plan);
        new PublishedModules(goal.session(), goal.project()).rejectConflicts(plan, goal.log());
        if (failOnChanges && !plan.isDriftFree()) {
            throw new RejectedException("Tenant and project differ, and cxone.failOnChanges is set. "
                    + "mvn cxone:deploy makes the tenant match; target/cxone/plan.json lists the differences");
        }
    }
}
