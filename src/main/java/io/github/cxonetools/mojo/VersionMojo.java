package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.deployment.ModuleVersions;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Moves a deployed action to another version: its id and schemas stay, its old label disappears.
 *
 * @since 0.1.0
 */
@Mojo(name = "version", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public class VersionMojo extends AbstractRemoteMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.version.skip", defaultValue = "false")
    private boolean skipVersion;

    /**
     * The tenant's id of the version to move. By name, if not set: then exactly one version may be not deprecated.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.actionId")
    private @Nullable String actionId;

    /**
     * The version to move to; the action's version, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.newVersion")
    private @Nullable String newVersion;

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
        return skipVersion;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        move(selected, Set.of());
    }

    @Override
    void runStandalone(Set<String> names) throws CxoneException {
        move(List.of(), names);
    }

    private void move(List<ActionDefinition> selected, Set<String> names) throws CxoneException {
        new ModuleVersions(context(), tenant(), actionId, newVersion, dryRun).move(selected, names, deployAtEnd);
    }
}
