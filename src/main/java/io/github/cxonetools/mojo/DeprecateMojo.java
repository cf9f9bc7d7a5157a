package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.deployment.ModuleDeprecation;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Marks versions deprecated, or takes it back. A deprecated version still runs, and new flows should not use it.
 *
 * @since 0.1.0
 */
@Mojo(name = "deprecate", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public class DeprecateMojo extends AbstractRemoteMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.deprecate.skip", defaultValue = "false")
    private boolean skipDeprecate;

    /**
     * The tenant's id of the version. By name and {@code versions}, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.actionId")
    private @Nullable String actionId;

    /**
     * Which versions: a Maven range if it begins with {@code [} or {@code (}, else names separated by commas.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.versions")
    private @Nullable String versions;

    /**
     * Whether the versions become deprecated; {@code false} takes it back.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.deprecated", defaultValue = "true")
    private boolean deprecated;

    /**
     * How many requests may be in flight.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.concurrency", defaultValue = "4")
    private int concurrency;

    /**
     * Shows what would change, and changes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Acts when the whole build has succeeded. In a build of one module, in the goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.deployAtEnd", defaultValue = "true")
    private boolean deployAtEnd;

    @Override
    boolean skipsGoal() {
        return skipDeprecate;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        mark(selected, Set.of());
    }

    @Override
    void runStandalone(Set<String> names) throws CxoneException {
        mark(List.of(), names);
    }

    private void mark(List<ActionDefinition> selected, Set<String> names) throws CxoneException {
        new ModuleDeprecation(context(), tenant(), actionId, versions, deprecated, concurrency, dryRun)
                .mark(selected, names, deployAtEnd);
    }
}
