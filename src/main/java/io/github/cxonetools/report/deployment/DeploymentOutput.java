package io.github.cxonetools.report.deployment;

import io.github.cxonetools.deployment.DeploymentEvents;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.report.text.ConsoleLog;
import java.util.List;
import java.util.function.Predicate;

/**
 * Prints what is planned for a tenant and what came of it.
 *
 * @param isNews says of a plan whether nobody has printed it before; one that was printed is told by its total alone
 */
public record DeploymentOutput(ConsoleLog log, Predicate<String> isNews) implements DeploymentEvents {

    /** Prints each plan in full. */
    public DeploymentOutput(ConsoleLog log) {
        this(log, plan -> true);
    }

    @Override
    public void planned(DeploymentPlan plan) {
        List<String> lines = DeploymentConsole.plan(plan, log.style());
        int told = isNews.test(String.join("\n", lines)) ? 0 : lines.size() - 1;
        lines.subList(told, lines.size()).forEach(log::info);
    }

    @Override
    public void rehearsed() {
        log.info(log.style().yellow("Dry run: nothing was changed"));
    }

    @Override
    public void applied(DeploymentResult result) {
        DeploymentConsole.summary(result, log.style()).forEach(log::info);
    }
}
