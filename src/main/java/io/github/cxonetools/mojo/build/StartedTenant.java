package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.handlers.HandlerJvm;
import io.github.cxonetools.mojo.handlers.HandlerVariables;
import io.github.cxonetools.mojo.handlers.ServedHandlers;
import io.github.cxonetools.mojo.project.FixtureDirectory;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantSettings;
import java.util.List;
import java.util.Properties;
import org.apache.maven.project.MavenProject;

/** A local tenant that {@code start-tenant} has given to one module, and the properties by which tests find it. */
public final class StartedTenant {

    private final MavenProject module;
    private final TenantSettings settings;
    private final LocalTenant tenant;
    private final ServedHandlers handlers;

    StartedTenant(MavenProject module, TenantSettings settings, LocalTenant tenant, ServedHandlers handlers) {
        this.module = module;
        this.settings = settings;
        this.tenant = tenant;
        this.handlers = handlers;
        Properties properties = module.getProperties();
        properties.setProperty(KnownNames.TENANT_PROPERTIES.get(0), tenant.url().toString());
        properties.setProperty(
                KnownNames.TENANT_PROPERTIES.get(1), String.valueOf(tenant.url().getPort()));
        properties.setProperty(
                KnownNames.TENANT_PROPERTIES.get(2), tenant.credentialsFile().toString());
    }

    /** Starts the local tenant for the goal's module, serves the module's handlers, and says where the tenant is. */
    public static void start(
            GoalContext goal, TenantSettings settings, List<ActionDefinition> actions, HandlerVariables variables)
            throws CxoneException {
        BuildSession build = BuildSession.of(goal.session());
        LocalTenant tenant = build.tenant(settings, new TenantLog(goal.log()));
        tenant.rememberFixtures(FixtureDirectory.ofActions(actions, goal.project(), goal));
        ServedHandlers served = ServedHandlers.of(
                new HandlerJvm(goal.maven().toolchains()),
                goal.session(),
                goal.project(),
                actions,
                variables,
                goal.typed(),
                goal.log());
        build.start(new StartedTenant(goal.project(), settings, tenant, served));
        String url = goal.console().style().bold(tenant.url().toString());
        goal.log()
                .info("Until stop-tenant, this module's goals speak to the local tenant at " + url
                        + "; its credentials are in " + tenant.credentialsFile());
    }

    MavenProject module() {
        return module;
    }

    TenantSettings settings() {
        return settings;
    }

    LocalTenant tenant() {
        return tenant;
    }

    /** Takes everything back; the tenant itself is closed with the build, because other modules may use it. */
    void stop() {
        KnownNames.TENANT_PROPERTIES.forEach(module.getProperties()::remove);
        handlers.close();
    }
}
