package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeploymentPlan;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What {@code maven-deploy-plugin} does in a reactor with the modules before the one whose plan fails: it publishes each in
 * the module's own {@code deploy} phase, unless its {@code deployAtEnd} is set.
 */
public final class PublishedModules {

    private static final String DEPLOY_PLUGIN = "org.apache.maven.plugins:maven-deploy-plugin";
    private static final String OPTION = "deployAtEnd";

    private final MavenSession session;
    private final MavenProject module;

    public PublishedModules(MavenSession session, MavenProject module) {
        this.session = session;
        this.module = module;
    }

    /** Whether a conflict in this module comes after others may have been published. */
    public boolean isPossible() {
        return session.getProjects().size() > 1 && !isAtEnd();
    }

    /** Whether this build publishes at all. */
    public boolean isPublishing() {
        return session.getGoals().contains("deploy");
    }

    /** What a conflict leaves behind, and what to set. */
    private static String advice() {
        return "A conflict keeps its own module from being published, not those that were built before it: in a release of "
                + "several modules, set <deployAtEnd>true</deployAtEnd> of maven-deploy-plugin (-DdeployAtEnd), "
                + "which publishes nothing before every module has passed";
    }

    /** Fails if {@code plan} has a conflict; says what conflicts leave behind in a build that publishes. */
    public void rejectConflicts(DeploymentPlan plan, Log log) throws RejectedException {
        try {
            plan.rejectConflicts();
        } catch (RejectedException e) {
            throw isPossible() ? new RejectedException(e.getMessage() + "\n" + advice()) : e;
        }
        if (isPossible() && isPublishing()) {
            log.info(advice());
        }
    }

    private boolean isAtEnd() {
        if (isTrue(session.getUserProperties().getProperty(OPTION))
                || isTrue(module.getProperties().getProperty(OPTION))) {
            return true;
        }
        Plugin plugin = module.getPlugin(DEPLOY_PLUGIN);
        return plugin != null
                && (isSet(plugin) || plugin.getExecutions().stream().anyMatch(PublishedModules::isSet));
    }

    private static boolean isSet(ConfigurationContainer container) {
        return container.getConfiguration() instanceof Xpp3Dom configuration
                && configuration.getChild(OPTION) != null
                && isTrue(configuration.getChild(OPTION).getValue());
    }

    private static boolean isTrue(@Nullable String value) {
        return Boolean.parseBoolean(value);
    }
}
