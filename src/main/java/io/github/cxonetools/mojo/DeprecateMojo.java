package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.Deprecation;
import io.github.cxonetools.deployment.DeprecationMarks;
import io.github.cxonetools.deployment.VersionSelection;
import io.github.cxonetools.deployment.VersionTarget;
import io.github.cxonetools.mojo.build.DeployAtEnd;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.build.TenantConnector;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
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

    private final DeployAtEnd endOfBuild;

    @Inject
    DeprecateMojo(TenantConnector tenants, DeployAtEnd endOfBuild) {
        super(tenants);
        this.endOfBuild = endOfBuild;
    }

    @Override
    boolean skipsGoal() {
        return skipDeprecate;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        List<VersionTarget> targets = VersionTarget.of(
                actionId, selected.stream().map(ActionDefinition::name).toList());
        TenantAccess access = tenant();
        DeployAtEnd.Left left = dryRun ? null : () -> access.left(selected);
        endOfBuild.act(context(), deployAtEnd, "deprecate", selected, left, () -> mark(access, selected, targets));
    }

    @Override
    void runStandalone(Set<String> names) throws CxoneException {
        mark(tenant(), List.of(), VersionTarget.of(actionId, names));
    }

    private void mark(TenantAccess access, List<ActionDefinition> selected, List<VersionTarget> targets)
            throws CxoneException {
        VersionSelection selection = versions == null ? null : MavenVersions.selection(versions);
        Options.checked(() -> new DeprecationMarks(concurrency, dryRun, this::show))
                .mark(access.target(selected), targets, selection, deprecated);
    }

    private void show(List<Deprecation.Mark> marks) {
        DeploymentConsole.marks(marks, dryRun, context().console().style()).forEach(getLog()::info);
    }
}
