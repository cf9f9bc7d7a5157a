package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.metrics.gate.GateRules;
import io.github.cxonetools.metrics.gate.GateSettings;
import io.github.cxonetools.metrics.gate.MetricsRequest;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.mojo.promotion.ReleaseMetrics;
import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows how actions ran: execution counts, error rate and latency by version.
 *
 * @since 0.1.0
 */
@Mojo(name = "metrics", requiresProject = false, threadSafe = true)
public class MetricsMojo extends AbstractRemoteMojo {

    /** Skips this goal.
     * @since 0.1.0 */
    @Parameter(property = "cxone.metrics.skip", defaultValue = "false")
    private boolean skipMetrics;

    /** The tenant's id of the version to measure. All versions of each action, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.actionId")
    private @Nullable String actionId;

    /** Where the window begins: an instant, a date (UTC), or an ISO-8601 period back from now.
     * @since 0.1.0 */
    @Parameter(property = "cxone.from", defaultValue = "P7D")
    private String from;

    /** Where the window ends: an instant, a date (UTC), or an ISO-8601 period back from now. Now, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.to")
    private @Nullable String to;

    /** How much time one row covers: an ISO-8601 period.
     * @since 0.1.0 */
    @Parameter(property = "cxone.interval", defaultValue = "P1D")
    private String interval;

    /** What rows are grouped by, separated by commas.
     * @since 0.1.0 */
    @Parameter(property = "cxone.groupBy", defaultValue = "status,version")
    private String groupBy;

    /** Where {@code metrics.json}, {@code metrics.csv}, {@code metrics.prom} and {@code metrics.html} are written.
     * @since 0.1.0 */
    @Parameter(property = "cxone.outputDirectory", defaultValue = "${project.build.directory}/cxone", required = true)
    private File outputDirectory;

    /** The version that the gate evaluates; the action's version, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.newVersion")
    private @Nullable String newVersion;

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

    /** What a failed gate does besides failing the build: {@code fail} nothing, {@code deprecate} deprecates the version,
     * {@code rollback} first makes the version before active.
     * @since 0.1.0 */
    @Parameter(property = "cxone.onFailure", defaultValue = "fail")
    private String onFailure;

    /** Shows what would change, and changes nothing.
     * @since 0.1.0 */
    @Parameter(property = "cxone.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Path of the execution metrics query below the base URL.
     * @since 0.1.0 */
    @Parameter(property = "cxone.metricsPath", defaultValue = "/api/v2/analytics/data-actions/details/query")
    private String metricsPath;

    @Override
    boolean skipsGoal() {
        return skipMetrics;
    }

    @Override
    String metricsPath() {
        return metricsPath;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        measure(selected, selected.stream().map(ActionDefinition::name).toList());
    }

    @Override
    void runStandalone(Set<String> names) throws CxoneException {
        if (names.isEmpty() && actionId == null) {
            throw new RejectedException("Metrics of what? Without a project, name actions of the tenant: "
                    + "-Dcxone.action=<name>, or -Dcxone.actionId=<id>");
        }
        measure(List.of(), names);
    }

    private void measure(List<ActionDefinition> selected, Collection<String> names) throws CxoneException {
        MetricsRequest request = new MetricsRequest(names, actionId, newVersion, from, to, interval, groupBy);
        GateSettings gate = new GateSettings(
                GateRules.parse(maxErrorRate, maxAvgLatencyMs, minExecutions, maxErrorRateIncrease, maxLatencyIncrease),
                waitFor == null ? null : Options.duration("waitFor", waitFor),
                Options.oneOf("onFailure", GateSettings.OnFailure.class, onFailure),
                dryRun);
        Path directory = context().parameters().path("outputDirectory", outputDirectory, "cxone");
        new ReleaseMetrics(context(), tenant(), directory).run(request, selected, gate);
    }
}
