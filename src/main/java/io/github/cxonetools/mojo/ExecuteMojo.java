package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.Tenants;
import io.github.cxonetools.mojo.build.TypedGoal;
import io.github.cxonetools.mojo.handlers.HandlerJvm;
import io.github.cxonetools.mojo.handlers.HandlerVariables;
import io.github.cxonetools.mojo.handlers.ServedHandlers;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;
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
public class ExecuteMojo extends AbstractRemoteMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.execute.skip", defaultValue = "false")
    private boolean skipExecute;

    /**
     * Where the fixtures are: {@code <Action>/<case>.json}.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "cxone.fixturesDirectory",
            defaultValue = "${project.basedir}/src/test/cxone",
            required = true)
    File fixturesDirectory;

    /**
     * Only fixtures that match this glob on {@code Action/case}. All, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.fixture")
    @Nullable
    String fixture;

    /**
     * The tenant's id of the version to execute. By name and version, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.actionId")
    @Nullable
    String actionId;

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

    private final HandlerJvm jvm;

    @Inject
    ExecuteMojo(Tenants tenants, HandlerJvm jvm) {
        super(tenants);
        this.jvm = jvm;
    }

    @Override
    boolean skipsGoal() {
        return skipExecute;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        Tenant tenant = connect(selected);
        Executions.requireLocal(tenant);
        ServedHandlers served = ServedHandlers.of(
                jvm,
                session,
                project,
                selected,
                HandlerVariables.of(environmentVariables, systemPropertyVariables, session, getLog()),
                typed(),
                getLog());
        try {
            note(executions(tenant).run(selected));
        } finally {
            served.close();
        }
    }

    @Override
    void runStandalone(Set<String> names) throws CxoneException {
        Tenant tenant = connect(List.of());
        Executions.requireLocal(tenant);
        note(executions(tenant).runById());
    }

    /** A module without fixtures is warned of; a build without any fails where the goal was asked for. */
    private void note(int executed) {
        TypedGoal typed = new TypedGoal(context());
        if (executed > 0) {
            typed.acted();
        } else {
            String missing = Executions.noFixtures(fixtures(), fixture);
            getLog().warn(missing);
            typed.idle(missing);
        }
    }

    private Path fixtures() {
        return modulePath("fixturesDirectory", fixturesDirectory, "src/test/cxone");
    }

    private Executions executions(Tenant tenant) {
        return new Executions(tenant.client(), fixtures(), fixture, actionId, getLog());
    }
}
