package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.deployment.ModuleDeployment;
import io.github.cxonetools.mojo.deployment.PlanRules;
import io.github.cxonetools.mojo.project.CompatibilityOptions;
import java.io.File;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tenant match the project: creates, updates, deprecates, or finds nothing to do.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "deploy",
        defaultPhase = LifecyclePhase.DEPLOY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class DeployMojo extends AbstractRemoteMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.deploy.skip", defaultValue = "false")
    private boolean skipDeploy;

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

    /**
     * A {@code plan.json} that was approved: exactly that is applied, or nothing where the tenant or a contract has moved
     * since.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.planFile")
    private @Nullable File planFile;

    /**
     * Where {@code generate} wrote the contracts.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "cxone.schemaDirectory",
            defaultValue = "${project.build.outputDirectory}/META-INF/cxone",
            required = true)
    private File schemaDirectory;

    /**
     * Where {@code deployment.json} is written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.outputDirectory", defaultValue = "${project.build.directory}/cxone", required = true)
    private File outputDirectory;

    /**
     * How many requests may be in flight.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.concurrency", defaultValue = "4")
    private int concurrency;

    /**
     * Lets a {@code -SNAPSHOT} version go to a tenant that is not local.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.allowSnapshots", defaultValue = "false")
    private boolean allowSnapshots;

    /**
     * Lets {@code handlerUrl}, {@code timeoutMs} and {@code description} of a release change in place; its schemas never do.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.updateRelease", defaultValue = "false")
    private boolean updateRelease;

    /**
     * In a tenant that cannot be read, without receipts or with an intent that lacks an id: create anyway.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.assumeAbsent", defaultValue = "false")
    private boolean assumeAbsent;

    /**
     * After deploying, deprecate all but this many of the newest releases. All are kept, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.keepVersions")
    private @Nullable Integer keepVersions;

    /** What a break of a contract does: {@code semver} fails unless the version has risen far enough, {@code strict} fails
     * always, {@code report} never.
     * @since 0.1.0 */
    @Parameter(property = "cxone.compatibility", defaultValue = "semver")
    private String compatibility;

    /** Properties that the producer's schema does not declare: {@code ignore} takes it that nobody sends them, {@code compare}
     * that anybody may, so that each new property of an open object is a break.
     * @since 0.1.0 */
    @Parameter(property = "cxone.undeclaredProperties", defaultValue = "ignore")
    private String undeclaredProperties;

    /** What could not be decided: {@code fail} takes it for a break, {@code warn} for none.
     * @since 0.1.0 */
    @Parameter(property = "cxone.onUndecided", defaultValue = "fail")
    private String onUndecided;

    /** Breaks that are taken, each with {@code action}, {@code side}, {@code pointer}, {@code code} and {@code reason}, and
     * optionally {@code until}, a version or a date after which it fails.
     * @since 0.1.0 */
    @Parameter
    private @Nullable List<Properties> acceptedBreaks;

    @Override
    boolean skipsGoal() {
        return skipDeploy;
    }

    /** Also where this module's own deployment is skipped, unless that was said on the command line. */
    @Override
    void watch() {
        super.watch();
        Properties typed = session.getUserProperties();
        boolean isSkippedByUser = Boolean.parseBoolean(typed.getProperty("cxone.skip"))
                || Boolean.parseBoolean(typed.getProperty("cxone.deploy.skip"));
        if (!dryRun && !isSkippedByUser) {
            ModuleDeployment.deployUnfinished(context(), this::deployment);
        }
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        deployment().run(selected, deployAtEnd);
    }

    private ModuleDeployment deployment() throws CxoneException {
        PlanRules rules = new PlanRules(
                concurrency,
                allowSnapshots,
                updateRelease,
                assumeAbsent,
                keepVersions,
                CompatibilityOptions.rules(compatibility, undeclaredProperties, onUndecided, acceptedBreaks));
        return new ModuleDeployment(context(), tenant(), rules, schemaDirectory, outputDirectory, planFile, dryRun);
    }
}
