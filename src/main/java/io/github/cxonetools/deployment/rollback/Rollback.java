package io.github.cxonetools.deployment.rollback;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.Deployer;
import io.github.cxonetools.deployment.DeploymentEvents;
import io.github.cxonetools.deployment.DeploymentRun;
import io.github.cxonetools.deployment.DeploymentTarget;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** The way back of releases in one tenant: planned, shown, applied, and written down whatever comes of it. */
public final class Rollback {

    private final RollbackPlanner planner;
    private final DeploymentRun run;
    private final DeploymentRun.Audit audit;
    private final DeploymentEvents events;

    /**
     * @param versionOrder Maven's order, lowest first
     * @param concurrency requests in flight
     */
    public Rollback(
            DeploymentTarget tenant,
            Comparator<String> versionOrder,
            int concurrency,
            DeploymentRun.Audit audit,
            DeploymentEvents events) {
        Deployer deployer = Deployer.ofRollback(tenant.client(), tenant.receipts(), concurrency, Clock.systemUTC());
        this.planner = new RollbackPlanner(tenant.client(), tenant.receipts(), versionOrder, concurrency);
        this.run = new DeploymentRun(tenant, deployer, null, tenant.client().secrets());
        this.audit = audit;
        this.events = events;
    }

    /**
     * Rolls back.
     *
     * @param dryRun only show what would be done
     * @throws CxoneException where an action has no way back, before anything is changed; or with what was not done
     */
    public void run(List<RollbackRequest> requests, boolean dryRun) throws CxoneException {
        run.run(() -> planner.plan(requests), dryRun, audit, events);
    }
}
