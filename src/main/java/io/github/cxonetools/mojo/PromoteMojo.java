package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.metrics.gate.GateRules;
import io.github.cxonetools.mojo.deployment.PlanRules;
import io.github.cxonetools.mojo.project.CompatibilityOptions;
import io.github.cxonetools.mojo.promotion.PromotionRequest;
import io.github.cxonetools.mojo.promotion.Promotions;
import io.github.cxonetools.mojo.promotion.SourceGate;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Deploys the contracts of a released artifact to another tenant: no source, no build, the same bytes.
 * @since 0.1.0 */
@Mojo(name = "promote", requiresProject = false, threadSafe = true)
public class PromoteMojo extends AbstractRemoteMojo {

    /** Skips this goal.
     * @since 0.1.0 */
    @Parameter(property = "cxone.promote.skip", defaultValue = "false")
    private boolean skipPromote;

    /** What is promoted: {@code groupId:artifactId:version[:extension[:classifier]]}. The module's own, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.artifact")
    private @Nullable String artifact;

    /** Where handlers listen in the target, with {name} and {version} replaced; what the POM says, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.handlerUrl")
    private @Nullable String handlerUrl;

    /** Where the handlers of single actions listen in the target: elements with the names of actions.
     * @since 0.1.0 */
    @Parameter
    private @Nullable Map<String, String> handlerUrls;

    /** A tenant that must have each version, active and with the same schemas: else nothing is promoted.
     * @since 0.1.0 */
    @Parameter(property = "cxone.sourceBaseUrl")
    private @Nullable String sourceBaseUrl;

    /** Id of the {@code <server>} with the source's credentials. Set explicitly, it comes before CXONE_SOURCE_ variables.
     * @since 0.1.0 */
    @Parameter(property = "cxone.sourceServerId", defaultValue = "cxone-source")
    private String sourceServerId;

    /** Shows what would change, and changes nothing.
     * @since 0.1.0 */
    @Parameter(property = "cxone.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Acts when the whole build has succeeded. In a build of one module, in the goal.
     * @since 0.1.0 */
    @Parameter(property = "cxone.deployAtEnd", defaultValue = "true")
    private boolean deployAtEnd;

    /** A {@code plan.json} of a dry run that was approved: exactly that is applied, or nothing.
     * @since 0.1.0 */
    @Parameter(property = "cxone.planFile")
    private @Nullable File planFile;

    /** Where {@code deployment.json} is written, and {@code plan.json} in a dry run.
     * @since 0.1.0 */
    @Parameter(property = "cxone.outputDirectory", defaultValue = "${project.build.directory}/cxone", required = true)
    private File outputDirectory;

    /** How many requests may be in flight.
     * @since 0.1.0 */
    @Parameter(property = "cxone.concurrency", defaultValue = "4")
    private int concurrency;

    /** Lets a {@code -SNAPSHOT} be promoted.
     * @since 0.1.0 */
    @Parameter(property = "cxone.allowSnapshots", defaultValue = "false")
    private boolean allowSnapshots;

    /** Lets {@code handlerUrl}, {@code timeoutMs} and {@code description} of a release change in place; its schemas never do.
     * @since 0.1.0 */
    @Parameter(property = "cxone.updateRelease", defaultValue = "false")
    private boolean updateRelease;

    /** In a tenant that cannot be read, without receipts or with an intent that lacks an id: create anyway.
     * @since 0.1.0 */
    @Parameter(property = "cxone.assumeAbsent", defaultValue = "false")
    private boolean assumeAbsent;

    /** After deploying, deprecate all but this many of the newest releases. All are kept, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.keepVersions")
    private @Nullable Integer keepVersions;

    /** What a break of a contract does: {@code semver}, {@code strict} or {@code report}, as in {@code deploy}.
     * @since 0.1.0 */
    @Parameter(property = "cxone.compatibility", defaultValue = "semver")
    private String compatibility;

    /** Properties that the producer's schema does not declare: {@code ignore} or {@code compare}, as in {@code deploy}.
     * @since 0.1.0 */
    @Parameter(property = "cxone.undeclaredProperties", defaultValue = "ignore")
    private String undeclaredProperties;

    /** What could not be decided: {@code fail} takes it for a break, {@code warn} for none.
     * @since 0.1.0 */
    @Parameter(property = "cxone.onUndecided", defaultValue = "fail")
    private String onUndecided;

    /** Breaks that are taken, as in {@code deploy}.
     * @since 0.1.0 */
    @Parameter
    private @Nullable List<Properties> acceptedBreaks;

    /** Where the window begins: an instant, a date (UTC), or an ISO-8601 period back from now.
     * @since 0.1.0 */
    @Parameter(property = "cxone.from", defaultValue = "P7D")
    private String from;

    /** Where the window ends: an instant, a date (UTC), or an ISO-8601 period back from now. Now, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.to")
    private @Nullable String to;

    /** Gate: the highest error rate, 0 to 1.
     * @since 0.1.0 */
    @Parameter(property = "cxone.maxErrorRate")
    private @Nullable String maxErrorRate;

    /** Gate: the highest average latency, in milliseconds.
     * @since 0.1.0 */
    @Parameter(property = "cxone.maxAvgLatencyMs")
    private @Nullable String maxAvgLatencyMs;

    /** Gate: fewer executions than this cannot be evaluated, which fails.
     * @since 0.1.0 */
    @Parameter(property = "cxone.minExecutions", defaultValue = "1")
    private long minExecutions;

    /** Gate: the most by which the error rate may exceed that of the version before, 0 to 1.
     * @since 0.1.0 */
    @Parameter(property = "cxone.maxErrorRateIncrease")
    private @Nullable String maxErrorRateIncrease;

    /** Gate: the most by which the average latency may be multiplied; 1.2 allows 20 % more.
     * @since 0.1.0 */
    @Parameter(property = "cxone.maxLatencyIncrease")
    private @Nullable String maxLatencyIncrease;

    /** How long to poll for {@code minExecutions}: an ISO-8601 duration. No waiting, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.waitFor")
    private @Nullable String waitFor;

    @Override
    boolean skipsGoal() {
        return skipPromote;
    }

    @Override
    boolean actsOnce() {
        return artifact != null || context().isStandalone();
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        String serverId = context().parameters().isSet("sourceServerId") ? sourceServerId : null;
        Path directory = context().parameters().path("outputDirectory", outputDirectory, "cxone");
        GateRules limits =
                GateRules.parse(maxErrorRate, maxAvgLatencyMs, minExecutions, maxErrorRateIncrease, maxLatencyIncrease);
        SourceGate gate = new SourceGate(limits, context().parameters().isSet("minExecutions"), waitFor, from, to);
        Map<String, String> urls = handlerUrls == null ? Map.of() : handlerUrls;
        PlanRules rules = new PlanRules(
                concurrency,
                allowSnapshots,
                updateRelease,
                assumeAbsent,
                keepVersions,
                CompatibilityOptions.rules(compatibility, undeclaredProperties, onUndecided, acceptedBreaks));
        PromotionRequest request = new PromotionRequest(
                artifact, requestedNames(), handlerUrl, urls, sourceBaseUrl, serverId, gate, directory);
        new Promotions(context(), tenant())
                .promote(request, new Promotions.Manner(rules, planFile, dryRun, deployAtEnd));
    }
}
