package io.github.cxonetools.mojo;

import io.github.cxonetools.mojo.build.BuildSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Takes back what {@code start-tenant} did: the module's goals go where the POM says again.
 *
 * @since 0.1.0
 */
@Mojo(name = "stop-tenant", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public class StopTenantMojo extends AbstractCxoneMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.stop-tenant.skip", defaultValue = "false")
    private boolean skipStopTenant;

    @Override
    boolean skipsGoal() {
        return skipStopTenant;
    }

    @Override
    void run() {
        if (BuildSession.of(session).stop(project)) {
            getLog().info("This module's goals go where the POM says again");
        } else {
            getLog().info("start-tenant has not started a local tenant for this module");
        }
    }
}
