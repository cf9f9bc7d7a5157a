package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.pull.PullSelection;
import io.github.cxonetools.mojo.deployment.TenantPull;
import io.github.cxonetools.mojo.project.ActionElement;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.mojo.project.ReactorActions;
import java.io.File;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a tenant has as files, and prints the {@code <action>} elements that a project needs to go on with it; where
 * asked to, adopts it, so that {@code plan} finds nothing to do. It runs once for all modules, and needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "pull", requiresProject = false, aggregator = true, threadSafe = true)
public class PullMojo extends AbstractRemoteMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.pull.skip", defaultValue = "false")
    private boolean skipPull;

    /**
     * Only these versions: a Maven range if it begins with {@code [} or {@code (}, else names separated by commas. All, if not
     * set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.versions")
    private @Nullable String versions;

    /**
     * Also writes receipts of what the tenant has, as if this plugin had deployed it; those of an action go to the module that
     * declares it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.adopt", defaultValue = "false")
    private boolean adopt;

    /**
     * In {@code tenant} below it, each version gets a folder {@code <Action>/<version>} with its contract. Versions that the
     * tenant no longer has are removed from there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.outputDirectory", defaultValue = "${project.build.directory}/cxone", required = true)
    private File outputDirectory;

    @Override
    boolean skipsGoal() {
        return skipPull;
    }

    @Override
    boolean actsOnTheTenantsActions() {
        return true;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        runStandalone(selected.stream().map(ActionDefinition::name).collect(Collectors.toSet()));
    }

    @Override
    void runStandalone(Set<String> names) throws CxoneException {
        PullSelection selection = new PullSelection(names, versions == null ? null : MavenVersions.selection(versions));
        Set<String> declared = ReactorActions.of(context()).names();
        for (ActionElement action : declaredActions()) {
            declared.add(String.valueOf(action.name()));
        }
        new TenantPull(context(), tenant(), declared)
                .run(
                        selection,
                        context()
                                .parameters()
                                .path("outputDirectory", outputDirectory, "cxone")
                                .resolve("tenant"),
                        adopt);
    }
}
