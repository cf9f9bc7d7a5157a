package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.build.LocalTenants;
import io.github.cxonetools.mojo.handlers.HandlerVariables;
import io.github.cxonetools.tenant.TenantSettings;
import java.io.File;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs the local tenant, and the project's handlers on their loopback {@code handlerUrl}s, until it is stopped.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "tenant",
        aggregator = true,
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class TenantMojo extends AbstractCxoneMojo {

    private static final int DEFAULT_PORT = 8787;

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.tenant.skip", defaultValue = "false")
    private boolean skipTenant;

    /**
     * The port that the local tenant listens on.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.tenantPort", defaultValue = "" + DEFAULT_PORT)
    private int tenantPort;

    /**
     * Environment variables of the handlers' JVM, besides Maven's own; {@code CXONE_…} never reach a handler.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> environmentVariables;

    /**
     * System properties of the handlers' JVM. One of the same name on the command line comes first.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> systemPropertyVariables;

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

    @Override
    boolean skipsGoal() {
        return skipTenant;
    }

    @Override
    void run() throws CxoneException {
        TenantSettings settings = LocalTenants.settings(context(), tenantDirectory, keepExecutions, tenantPort);
        HandlerVariables variables =
                HandlerVariables.of(environmentVariables, systemPropertyVariables, session, getLog());
        new ForegroundTenant(context(), variables)
                .run(context().parameters().isSet("tenantPort") ? settings : settings.orAnyPort());
    }
}
