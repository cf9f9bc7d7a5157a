package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.deployment.ModulePlan;
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
 * Shows what {@code deploy} would change in the tenant, and why. A conflict fails it, before {@code maven-deploy-plugin} has
 * published anything of this module.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "plan",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class PlanMojo extends AbstractRemoteMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.plan.skip", defaultValue = "false")
    private boolean skipPlan;

    /**
     * Fails on any difference between project and tenant.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.failOnChanges", defaultValue = "false")
    private boolean failOnChanges;

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
     * Where {@code plan.json} is written.
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

    /**
     * What a break of a contract does: {@code semver} fails unless the version has risen far enough, {@code strict} fails
     * always, {@code report} never.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.compatibility", defaultValue = "semver")
    private String compatibility;

    /**
     * Properties that the producer's schema does not declare: {@code ignore} takes it that nobody sends them, {@code compare}
     * that anybody may, so that each new property of an open object is a break.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.undeclaredProperties", defaultValue = "ignore")
    private String undeclaredProperties;

    /**
     * What could not be decided: {@code fail} takes it for a break, {@code warn} for none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.onUndecided", defaultValue = "fail")
    private String onUndecided;

    /**
     * Breaks that are taken, each with {@code action}, {@code side}, {@code pointer}, {@code code} and {@code reason}, and
     * optionally {@code until}, a version or a date after which it fails.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable List<Properties> acceptedBreaks;

    @Override
    boolean skipsGoal() {
        return skipPlan;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        PlanRules rules = new PlanRules(
                concurrency,
                allowSnapshots,
                updateRelease,
                assumeAbsent,
                keepVersions,
                CompatibilityOptions.rules(compatibility, undeclaredProperties, onUndecided, acceptedBreaks));
        new ModulePlan(context(), tenant(), rules, schemaDirectory)
                .run(selected, outputDirectory.toPath(), failOnChanges);
    }
}
