package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.TenantAddress;
import io.github.cxonetools.mojo.build.TenantConnector;
import io.github.cxonetools.mojo.handlers.HandlerJvm;
import io.github.cxonetools.mojo.handlers.HandlerVariables;
import io.github.cxonetools.mojo.handlers.ServedHandlers;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.simulator.FixtureExecutions;
import io.github.cxonetools.tenant.TenantSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends fixtures to a local tenant, which executes them, and serves the module's handlers meanwhile.
 *
 * @param localSettings of the local tenant
 * @param fixtures the directory of the fixtures
 * @param fixture which of them; null for all
 * @param actionId the tenant's id of what is executed where there is no module
 */
record FixtureRun(
        GoalContext goal,
        TenantAddress address,
        TenantSettings localSettings,
        Path fixtures,
        @Nullable String fixture,
        @Nullable String actionId) {

    /** Executes the fixtures of the module's actions; where there is no module, those of {@code actionId}. */
    void run(List<ActionDefinition> selected, HandlerVariables variables) throws CxoneException {
        Tenant tenant = new TenantConnector(goal).connectLocal(address, localSettings, selected);
        FixtureExecutions executions =
                new FixtureExecutions(tenant.client(), fixtures, fixture, actionId, new ExecutionLog(goal));
        if (goal.isStandalone()) {
            executions.runById();
            return;
        }
        ServedHandlers served = ServedHandlers.ofCaller(
                new HandlerJvm(goal.maven().toolchains()),
                goal.session(),
                goal.project(),
                selected,
                variables,
                goal.typed(),
                goal.log());
        try {
            executions.run(selected);
        } finally {
            served.close();
        }
    }
}
