package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.build.TenantLog;
import io.github.cxonetools.mojo.handlers.Foreground;
import io.github.cxonetools.mojo.handlers.HandlerJvm;
import io.github.cxonetools.mojo.handlers.HandlerVariables;
import io.github.cxonetools.mojo.handlers.ReloadingHandlers;
import io.github.cxonetools.mojo.project.ActionDefinitions;
import io.github.cxonetools.mojo.project.ReactorActions;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantSettings;
import io.github.cxonetools.text.ShellWord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
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
public class TenantMojo extends AbstractLocalTenantMojo {

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

    private final HandlerJvm jvm;

    @Inject
    TenantMojo(HandlerJvm jvm) {
        this.jvm = jvm;
    }

    @Override
    boolean skipsGoal() {
        return skipTenant;
    }

    @Override
    void run() throws CxoneException {
        Foreground foreground = new Foreground(getLog(), "the local tenant");
        try {
            TenantSettings settings = settings();
            LocalTenant tenant = LocalTenant.open(settings, Clock.systemUTC(), new TenantLog(getLog()));
            foreground.opened(tenant);
            if (tenant.owner() && tenantPort != 0 && tenant.url().getPort() != tenantPort) {
                getLog().info("Port " + tenantPort + " was taken; set -Dcxone.tenantPort to choose another yourself");
            }
            List<ReloadingHandlers> handlers = new ArrayList<>();
            for (MavenProject module : session.getProjects()) {
                handlers.add(ReloadingHandlers.of(
                        jvm, session, module, definitions(module), variables(module), typed(), getLog()));
                foreground.opened(handlers.get(handlers.size() - 1));
            }
            getLog().info("Its page: " + tenant.pageAddress());
            getLog().info("Credentials in " + tenant.credentialsFile());
            getLog().info("Speak to it with -Dcxone.baseUrl=local "
                    + ShellWord.quoted("-Dcxone.tenantDirectory=" + settings.directory()));
            if (tenant.owner() || handlers.stream().anyMatch(ReloadingHandlers::isServing)) {
                getLog().info("Stop it with Ctrl-C");
                foreground.await(() -> handlers.forEach(ReloadingHandlers::reloadIfChanged));
            } else {
                getLog().info("It goes on where it was started; nothing is left to do here");
            }
        } finally {
            foreground.close();
        }
    }

    private TenantSettings settings() throws RejectedException {
        TenantSettings settings = tenantSettings(tenantPort);
        return explicit("tenantPort") ? settings : settings.orAnyPort();
    }

    @Override
    void run(List<ActionDefinition> selected) {
        throw new AssertionError("The tenant serves every module of the build");
    }

    /** Each module's own, where its POM has some. */
    private HandlerVariables variables(MavenProject module) {
        return module.equals(project)
                ? HandlerVariables.of(environmentVariables, systemPropertyVariables, session, getLog())
                : HandlerVariables.of(module, pluginKey(), session, getLog());
    }

    private List<ActionDefinition> definitions(MavenProject module) throws CxoneException {
        return module.getFile() == null
                ? List.of()
                : new ActionDefinitions(module, reactorActions()).of(ReactorActions.declaredBy(module, pluginKey()));
    }
}
