package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.build.LocalTenants;
import io.github.cxonetools.mojo.build.TenantAddress;
import io.github.cxonetools.mojo.handlers.HandlerVariables;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.tenant.TenantSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Sends fixtures to the local tenant's executions endpoint and prints each result; an error result does not fail the goal.
 * Meanwhile serves the project's handlers on their loopback URLs, where nothing listens yet.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "execute",
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        requiresProject = false,
        threadSafe = true)
public class ExecuteMojo extends AbstractActionsMojo {

    /** Skips this goal.
     * @since 0.1.0 */
    @Parameter(property = "cxone.execute.skip", defaultValue = "false")
    private boolean skipExecute;

    /** Where the fixtures are: {@code <Action>/<case>.json}.
     * @since 0.1.0 */
    @Parameter(
            property = "cxone.fixturesDirectory",
            defaultValue = "${project.basedir}/src/test/cxone",
            required = true)
    private File fixturesDirectory;

    /** Only fixtures that match this glob on {@code Action/case}. All, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.fixture")
    private @Nullable String fixture;

    /** The tenant's id of the version to execute. By name and version, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.actionId")
    private @Nullable String actionId;

    /** Environment variables of the handlers' JVM, besides Maven's own; {@code CXONE_…} never reach a handler.
     * @since 0.1.0 */
    @Parameter
    private @Nullable Map<String, String> environmentVariables;

    /** System properties of the handlers' JVM. One of the same name on the command line comes first.
     * @since 0.1.0 */
    @Parameter
    private @Nullable Map<String, String> systemPropertyVariables;

    /**
     * The tenant's base URL, or {@code local} for the local tenant. If not set, the environment variable
     * {@code CXONE_BASE_URL}, else {@code https://api-us-1.nicecxone.com}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.baseUrl")
    private @Nullable String baseUrl;

    /** How long one request may take: an ISO-8601 duration.
     * @since 0.1.0 */
    @Parameter(property = "cxone.requestTimeout", defaultValue = "PT30S")
    private String requestTimeout;

    /** How often one call is tried.
     * @since 0.1.0 */
    @Parameter(property = "cxone.maxAttempts", defaultValue = "5")
    private int maxAttempts;

    /** How long one call may wait between its tries in total, and a list of many pages may take: an ISO-8601 duration.
     * @since 0.1.0 */
    @Parameter(property = "cxone.maxWait", defaultValue = "PT2M")
    private String maxWait;

    /** Where the local tenant keeps its database and its credentials.
     * @since 0.1.0 */
    @Parameter(property = "cxone.tenantDirectory", defaultValue = "${user.home}/.cxone/tenant", required = true)
    private File tenantDirectory;

    /** How long the local tenant keeps the payloads of executions: an ISO-8601 period.
     * @since 0.1.0 */
    @Parameter(property = "cxone.keepExecutions", defaultValue = "P30D")
    private String keepExecutions;

    @Override
    boolean skipsGoal() {
        return skipExecute;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        TenantAddress address = TenantAddress.local(
                baseUrl,
                Options.duration("requestTimeout", requestTimeout),
                maxAttempts,
                Options.duration("maxWait", maxWait));
        TenantSettings local = LocalTenants.settings(context(), tenantDirectory, keepExecutions, 0);
        Path fixtures = context().parameters().inModule("fixturesDirectory", fixturesDirectory, "src/test/cxone");
        HandlerVariables variables =
                HandlerVariables.of(environmentVariables, systemPropertyVariables, session, getLog());
        new FixtureRun(context(), address, local, fixtures, fixture, actionId).run(selected, variables);
    }

    @Override
    void runStandalone(Set<String> names) throws CxoneException {
        run(List.of());
    }
}
