package io.github.cxonetools.deployment.promotion;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.ChangingGoal;
import io.github.cxonetools.deployment.Deployer;
import io.github.cxonetools.deployment.DeploymentEvents;
import io.github.cxonetools.deployment.DeploymentFiles;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentRun;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.PlanSettings;
import io.github.cxonetools.deployment.Planner;
import io.github.cxonetools.text.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Released contracts on their way to one tenant: planned, shown, applied, and written down whatever comes of it. */
public final class Promotion {

    private final URI tenant;
    private final Planner planner;
    private final DeploymentRun run;
    private final DeploymentRun.Audit audit;
    private final DeploymentEvents events;
    private final Secrets secrets;

    /** @param approvedPlan a {@code plan.json}: exactly that is applied; null for whatever is planned now */
    public Promotion(
            DeploymentTarget target,
            PlanSettings settings,
            @Nullable Path approvedPlan,
            DeploymentRun.Audit audit,
            DeploymentEvents events) {
        Deployer deployer =
                new Deployer(target.client(), target.receipts(), settings, Clock.systemUTC(), ChangingGoal.PROMOTE);
        this.tenant = target.name();
        this.secrets = target.client().secrets();
        this.planner = new Planner(target.client(), target.receipts(), settings);
        this.run = new DeploymentRun(target, deployer, approvedPlan, secrets);
        this.audit = audit;
        this.events = events;
    }

    /**
     * Promotes what is proven; or in a dry run writes {@code plan.json} beside the audit, so that exactly that can be approved.
     *
     * @param proof fails where it is not; it may take long, and keeps no other build waiting
     * @throws CxoneException where the plan has conflicts, before anything is changed; or with what was not done
     */
    public void run(List<DesiredAction> desired, DeploymentRun.Proof proof, boolean dryRun) throws CxoneException {
        run.require(proof, dryRun, audit);
        run.run(
                () -> dryRun ? written(planner.plan(desired).named(tenant)) : planner.plan(desired),
                dryRun,
                audit,
                events);
    }

    private DeploymentPlan written(DeploymentPlan plan) throws CxoneException {
        DeploymentFiles.write(audit.file().resolveSibling("plan.json"), plan, secrets);
        return plan;
    }
}
