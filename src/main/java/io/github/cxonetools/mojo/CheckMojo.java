package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.baseline.CheckRequest;
import io.github.cxonetools.mojo.baseline.ModuleCheck;
import io.github.cxonetools.mojo.project.CompatibilityOptions;
import io.github.cxonetools.mojo.project.Options;
import java.io.File;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Compares each contract with that of the last release, of a tenant or of a file; shows every break with a payload, names
 * the version that the change needs, and fails where it is too low.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class CheckMojo extends AbstractRemoteMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.check.skip", defaultValue = "false")
    private boolean skipCheck;

    /**
     * What to compare with: {@code release}, the newest release of this artifact in the repositories that is below this
     * version; {@code tenant}, what is active there; {@code file}; or a version or a range. Several, separated by commas:
     * all must hold.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.baseline", defaultValue = "release")
    private String baseline;

    /**
     * What the artifact was called where it was renamed: {@code groupId:artifactId[:extension[:classifier]]}. The module's
     * own, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.baselineArtifact")
    private @Nullable String baselineArtifact;

    /**
     * A regular expression that the version of a release must match as a whole, against release candidates.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.baselineVersionPattern")
    private @Nullable String baselineVersionPattern;

    /**
     * Where contracts are recorded, to be committed.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "cxone.baselineDirectory",
            defaultValue = "${project.basedir}/src/main/cxone/baseline",
            required = true)
    private File baselineDirectory;

    /**
     * Writes this build's contracts to {@code baselineDirectory}, where the goal is typed or {@code baseline} has
     * {@code file}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.record", defaultValue = "false")
    private boolean record;

    /**
     * What to do where there is nothing to compare with: {@code warn}, {@code fail} or {@code ignore}. An artifact that was
     * never released passes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.onMissingBaseline", defaultValue = "warn")
    private String onMissingBaseline;

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
     * Where {@code compatibility.json}, {@code compatibility.html}, {@code compatibility.md} and payloads that break are
     * written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.outputDirectory", defaultValue = "${project.build.directory}/cxone", required = true)
    private File outputDirectory;

    /**
     * Where the JUnit XML reports are written.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "cxone.reportsDirectory",
            defaultValue = "${project.build.directory}/surefire-reports",
            required = true)
    private File reportsDirectory;

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
        return skipCheck;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        CheckRequest request = new CheckRequest(
                baseline,
                baselineArtifact,
                baselineVersionPattern,
                context().parameters().inModule("baselineDirectory", baselineDirectory, "src/main/cxone/baseline"),
                record,
                Options.oneOf("onMissingBaseline", CheckRequest.OnMissingBaseline.class, onMissingBaseline),
                CompatibilityOptions.rules(compatibility, undeclaredProperties, onUndecided, acceptedBreaks),
                context().parameters().inModule("schemaDirectory", schemaDirectory, null),
                new CheckRequest.Outputs(outputDirectory.toPath(), reportsDirectory.toPath()));
        new ModuleCheck(context(), request, this::tenant).run(selected, isFiltered());
    }
}
