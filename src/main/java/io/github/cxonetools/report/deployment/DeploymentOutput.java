package io.github.cxonetools.report.deployment;

import io.github.cxonetools.deployment.DeploymentEvents;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.report.text.ConsoleLog;

/** Prints what is planned for a tenant and what came of it. */
public record DeploymentOutput(ConsoleLog log) implements DeploymentEvents {

    @Override
    public void planned(DeploymentPlan plan) {
        DeploymentConsole.plan(plan, log.style()).forEach(log::info);
    }

    @Override
    public void rehearsed() {
        log.info("Dry run: nothing was changed");
    }

    @Override
    public void applied(DeploymentResult result) {
        DeploymentConsole.summary(result).forEach(log::info);
    }
}
