package io.github.cxonetools.mojo.build;

import io.github.cxonetools.mojo.handlers.ServedHandlers;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantSettings;
import java.util.List;
import java.util.Properties;
import org.apache.maven.project.MavenProject;

/** A local tenant that {@code start-tenant} has given to one module, and the properties by which tests find it. */
public final class StartedTenant {

    /** The project properties that tests find the tenant by. */
    public static final List<String> PROPERTIES =
            List.of("cxone.tenant.url", "cxone.tenant.port", "cxone.tenant.credentialsFile");

    private final MavenProject module;
    private final TenantSettings settings;
    private final LocalTenant tenant;
    private final ServedHandlers handlers;

    public StartedTenant(MavenProject module, TenantSettings settings, LocalTenant tenant, ServedHandlers handlers) {
        this.module = module;
        this.settings = settings;
        this.tenant = tenant;
        this.handlers = handlers;
        Properties properties = module.getProperties();
        properties.setProperty(PROPERTIES.get(0), tenant.url().toString());
        properties.setProperty(PROPERTIES.get(1), String.valueOf(tenant.url().getPort()));
        properties.setProperty(PROPERTIES.get(2), tenant.credentialsFile().toString());
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
        PROPERTIES.forEach(module.getProperties()::remove);
        handlers.close();
    }
}
