package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.tenant.TenantSettings;
import java.io.File;
import java.time.Period;

/** The local tenant, as the parameters of a goal describe it. */
public final class LocalTenants {

    private LocalTenants() {}

    /**
     * @param tenantDirectory the parameter of this name
     * @param keepExecutions the parameter of this name
     * @param port the port to listen on; 0 for any free one
     */
    public static TenantSettings settings(GoalContext goal, File tenantDirectory, String keepExecutions, int port)
            throws RejectedException {
        Period kept = Options.period("keepExecutions", keepExecutions);
        return Options.checked(() -> new TenantSettings(
                tenantDirectory.toPath().toAbsolutePath().normalize(), port, kept, goal.pluginVersion()));
    }
}
