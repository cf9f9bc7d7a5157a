package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.build.LocalTenants;
import io.github.cxonetools.mojo.build.StartedTenant;
import io.github.cxonetools.mojo.handlers.HandlerVariables;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Starts the local tenant, and the project's handlers on their loopback {@code handlerUrl}s, for integration tests. Until
 * {@code stop-tenant}, every goal of this plugin in the module acts at once and speaks to this tenant, with its own
 * credentials. Tests find it by the project properties {@code cxone.tenant.url}, {@code cxone.tenant.port} and
 * {@code cxone.tenant.credentialsFile}.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "start-tenant",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class StartTenantMojo extends AbstractActionsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.start-tenant.skip", defaultValue = "false")
    private boolean skipStartTenant;

    /**
     * The port that the local tenant listens on. Any free one, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.tenantPort")
    private Integer tenantPort;

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
        return skipStartTenant;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        int port = tenantPort == null ? 0 : tenantPort;
        StartedTenant.start(
                context(),
                LocalTenants.settings(context(), tenantDirectory, keepExecutions, port),
                selected,
                HandlerVariables.of(environmentVariables, systemPropertyVariables, session, getLog()));
    }
}
