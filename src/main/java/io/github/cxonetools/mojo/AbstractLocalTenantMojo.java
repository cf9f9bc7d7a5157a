package io.github.cxonetools.mojo;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.tenant.TenantSettings;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that may need the local tenant. */
abstract class AbstractLocalTenantMojo extends AbstractActionsMojo {

    /**
     * Where the local tenant keeps its database and its credentials.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.tenantDirectory", defaultValue = "${user.home}/.cxone/tenant", required = true)
    private File tenantDirectory;

    /**
     * How long the local tenant keeps the payloads of executions: an ISO-8601 period.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.keepExecutions", defaultValue = "P30D")
    private String keepExecutions;

    /**
     * @param port the port to listen on; 0 for any free one
     */
    final TenantSettings tenantSettings(int port) throws RejectedException {
        return new TenantSettings(
                tenantDirectory.toPath().toAbsolutePath().normalize(),
                port,
                Options.period("keepExecutions", keepExecutions),
                pluginVersion());
    }
}
