package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.build.TenantLog;
import io.github.cxonetools.mojo.handlers.Foreground;
import io.github.cxonetools.mojo.handlers.HandlerJvm;
import io.github.cxonetools.mojo.handlers.HandlerVariables;
import io.github.cxonetools.mojo.handlers.ReloadingHandlers;
import io.github.cxonetools.mojo.project.ActionDefinitions;
import io.github.cxonetools.mojo.project.FixtureDirectory;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.ReactorActions;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantSettings;
import io.github.cxonetools.text.ShellWord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.project.MavenProject;

/** The local tenant with the handlers of every module, until it is stopped. */
final class ForegroundTenant {

    private final GoalContext goal;
    private final HandlerJvm jvm;
    private final HandlerVariables ownVariables;

    /** @param ownVariables of the handlers of the module that the goal runs in */
    ForegroundTenant(GoalContext goal, HandlerVariables ownVariables) {
        this.goal = goal;
        this.jvm = new HandlerJvm(goal.maven().toolchains());
        this.ownVariables = ownVariables;
    }

    /** Returns when the goal is stopped, or at once where another process runs the tenant and no handler is served. */
    void run(TenantSettings settings) throws CxoneException {
        Foreground foreground = new Foreground(goal.log(), "the local tenant");
        try {
            LocalTenant tenant = LocalTenant.open(settings, Clock.systemUTC(), new TenantLog(goal.log()));
            foreground.opened(tenant);
            if (tenant.isOwner() && settings.port() != 0 && tenant.url().getPort() != settings.port()) {
                goal.log()
                        .info("Port " + settings.port()
                                + " was taken; set -Dcxone.tenantPort to choose another yourself");
            }
            List<ReloadingHandlers> handlers = serve(foreground, tenant);
            announce(tenant, settings);
            if (tenant.isOwner() || handlers.stream().anyMatch(ReloadingHandlers::isServing)) {
                end("Stop it with Ctrl-C", tenant);
                foreground.await(() -> handlers.forEach(ReloadingHandlers::reloadIfChanged));
            } else {
                end("It goes on where it was started; nothing is left to do here", tenant);
            }
        } finally {
            foreground.close();
        }
    }

    private List<ReloadingHandlers> serve(Foreground foreground, LocalTenant tenant) throws CxoneException {
        List<ReloadingHandlers> handlers = new ArrayList<>();
        for (MavenProject module : goal.session().getProjects()) {
            List<ActionDefinition> actions = definitions(module);
            tenant.rememberFixtures(FixtureDirectory.ofActions(actions, module, goal));
            ReloadingHandlers served = ReloadingHandlers.of(
                    jvm, goal.session(), module, actions, variables(module), goal.typed(), goal.log());
            handlers.add(served);
            foreground.opened(served);
        }
        return handlers;
    }

    private void announce(LocalTenant tenant, TenantSettings settings) {
        goal.log().info("Credentials in " + tenant.credentialsFile());
        goal.log()
                .info("Speak to it with -Dcxone.baseUrl=local "
                        + ShellWord.quoted("-Dcxone.tenantDirectory=" + settings.directory()));
    }

    /** The page's address is the last that is said. */
    private void end(String words, LocalTenant tenant) throws CxoneException {
        String page = goal.console().style().bold(tenant.pageAddress().toString());
        goal.log().info(words + ". Its page: " + page);
    }

    /** Each module's own, where its POM has some. */
    private HandlerVariables variables(MavenProject module) {
        return module.equals(goal.project())
                ? ownVariables
                : HandlerVariables.of(module, goal.pluginKey(), goal.session(), goal.log());
    }

    private List<ActionDefinition> definitions(MavenProject module) throws CxoneException {
        return module.getFile() == null
                ? List.of()
                : new ActionDefinitions(module, ReactorActions.of(goal))
                        .of(ReactorActions.declaredBy(module, goal.pluginKey()));
    }
}
