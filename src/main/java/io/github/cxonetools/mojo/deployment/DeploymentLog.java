package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.deployment.DeploymentEvents;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.mojo.build.TenantAccess;

/** Passes on what a deployment tells, and says once there are receipts what to do with them in a Git work tree. */
record DeploymentLog(DeploymentEvents output, TenantAccess access) implements DeploymentEvents {

    @Override
    public void planned(DeploymentPlan plan) {
        output.planned(plan);
    }

    @Override
    public void rehearsed() {
        output.rehearsed();
    }

    @Override
    public void applied(DeploymentResult result) {
        output.applied(result);
        access.adviseOnReceipts();
    }
}
