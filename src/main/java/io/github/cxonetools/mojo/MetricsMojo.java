package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.deployment.Receipt;
import io.github.cxonetools.deployment.Receipts;
import io.github.cxonetools.metrics.ActionIds;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.GateRules;
import io.github.cxonetools.metrics.MetricsQuery;
import io.github.cxonetools.metrics.MetricsReader;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.Tenants;
import io.github.cxonetools.mojo.project.ConsoleStyles;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.mojo.project.Versions;
import io.github.cxonetools.report.metrics.MetricsFiles;
import io.github.cxonetools.report.metrics.MetricsPage;
import io.github.cxonetools.report.metrics.MetricsReport;
import io.github.cxonetools.report.metrics.MetricsTable;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows how actions ran: execution counts, error rate and latency by version.
 *
 * @since 0.1.0
 */
@Mojo(name = "metrics", requiresProject = false, threadSafe = true)
public class MetricsMojo extends AbstractReceiptsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.metrics.skip", defaultValue = "false")
    private boolean skipMetrics;

    /**
     * The tenant's id of the version to measure. All versions of each action, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.actionId")
    private @Nullable String actionId;

    /**
     * Where the window begins: an instant, a date (UTC), or an ISO-8601 period back from now.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.from", defaultValue = "P7D")
    private String from;

    /**
     * Where the window ends: an instant, a date (UTC), or an ISO-8601 period back from now. Now, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.to")
    private @Nullable String to;

    /**
     * How much time one row covers: an ISO-8601 period.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.interval", defaultValue = "P1D")
    private String interval;

    /**
     * What rows are grouped by, separated by commas.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.groupBy", defaultValue = "status,version")
    private String groupBy;

    /**
     * Where {@code metrics.json}, {@code metrics.csv}, {@code metrics.prom} and {@code metrics.html} are written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.outputDirectory", defaultValue = "${project.build.directory}/cxone", required = true)
    private File outputDirectory;

    /**
     * The version that the gate judges; the action's version, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.newVersion")
    private @Nullable String newVersion;

    /**
     * Gate: the highest error rate, 0 to 1.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.maxErrorRate")
    private @Nullable String maxErrorRate;

    /**
     * Gate: the highest average latency, in milliseconds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.maxAvgLatencyMs")
    private @Nullable String maxAvgLatencyMs;

    /**
     * Gate: fewer executions than this cannot be judged, which fails.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.minExecutions", defaultValue = "1")
    private long minExecutions;

    /**
     * Gate: the most by which the error rate may exceed that of the version before, 0 to 1.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.maxErrorRateIncrease")
    private @Nullable String maxErrorRateIncrease;

    /**
     * Gate: the most by which the average latency may be multiplied; 1.2 allows 20 % more.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.maxLatencyIncrease")
    private @Nullable String maxLatencyIncrease;

    /**
     * How long to poll for {@code minExecutions}: an ISO-8601 duration. No waiting, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.waitFor")
    private @Nullable String waitFor;

    /**
     * What a failed gate does besides failing the build: {@code fail} nothing, {@code deprecate} deprecates the version.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.onFailure", defaultValue = "fail")
    private String onFailure;

    /**
     * Shows what would change, and changes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Inject
    MetricsMojo(Tenants tenants) {
        super(tenants);
    }

    @Override
    boolean skipsGoal() {
        return skipMetrics;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        Map<String, String> versions = new LinkedHashMap<>();
        for (ActionDefinition action : selected) {
            versions.put(action.name(), newVersion == null ? action.version() : newVersion);
        }
        measure(connect(selected), versions);
    }

    @Override
    void runStandalone(Set<String> names) throws CxoneException {
        if (names.isEmpty() && actionId == null) {
            throw new RejectedException("Metrics of what? Without a project, name actions of the tenant: "
                    + "-Dcxone.action=<name>, or -Dcxone.actionId=<id>");
        }
        Map<String, String> versions = new LinkedHashMap<>();
        for (String name : names) {
            versions.put(name, newVersion == null ? "" : newVersion);
        }
        measure(connect(List.of()), versions);
    }

    private void measure(Tenant tenant, Map<String, String> versionsByName) throws CxoneException {
        MetricsWindow window = MetricsWindow.parse(from, to, Clock.systemUTC());
        tenant.client().require(Scope.ANALYTICS_READ, "cxone:metrics");
        Receipts receipts = receipts(tenant);
        ReleaseJudge judge = judge(tenant, receipts, window);
        Map<String, List<String>> ids = ids(tenant, receipts, versionsByName.keySet());
        List<ExecutionMetrics> metrics = new ArrayList<>();
        for (Map.Entry<String, List<String>> action : ids.entrySet()) {
            metrics.add(new MetricsReader(tenant.client())
                    .read(action.getKey(), MetricsQuery.parse(action.getValue(), window, interval, groupBy)));
        }
        MetricsTable table = new MetricsTable(ConsoleStyles.of(session), Versions.ORDER);
        for (String line : table.lines(metrics, tenant.name().toString())) {
            getLog().info(line);
        }
        MetricsReport report = report(tenant, receipts, metrics);
        MetricsFiles.write(report, path("outputDirectory", outputDirectory, "cxone"));
        Path page = path("outputDirectory", outputDirectory, "cxone").resolve("metrics.html");
        new MetricsPage(Versions.ORDER).write(report, page);
        try {
            judge.judge(judged(ids.keySet(), versionsByName));
        } finally {
            getLog().info("Page: " + page);
        }
    }

    private ReleaseJudge judge(Tenant tenant, Receipts receipts, MetricsWindow window) throws CxoneException {
        GateRules rules =
                GateRules.parse(maxErrorRate, maxAvgLatencyMs, minExecutions, maxErrorRateIncrease, maxLatencyIncrease);
        return new ReleaseJudge(
                tenant,
                receipts,
                rules,
                window,
                waitFor == null ? null : Options.duration("waitFor", waitFor),
                maxWait(),
                Options.oneOf("onFailure", ReleaseJudge.OnFailure.class, onFailure),
                dryRun,
                context());
    }

    private static MetricsReport report(Tenant tenant, Receipts receipts, List<ExecutionMetrics> metrics)
            throws CxoneException {
        List<MetricsReport.Deployment> deployments = new ArrayList<>();
        for (ExecutionMetrics each : metrics) {
            for (Receipt receipt : receipts.of(each.action())) {
                if (receipt.deployedAt() != null) {
                    deployments.add(
                            new MetricsReport.Deployment(each.action(), receipt.version(), receipt.deployedAt()));
                }
            }
        }
        return new MetricsReport(tenant.name().toString(), metrics, deployments);
    }

    private Map<String, List<String>> ids(Tenant tenant, Receipts receipts, Collection<String> names)
            throws CxoneException {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        ActionIds lookup = new ActionIds(tenant.client(), receipts);
        if (actionId != null) {
            ids.put(lookup.nameOf(actionId), List.of(actionId));
            return ids;
        }
        for (String name : names) {
            ids.put(name, lookup.of(name));
        }
        return ids;
    }

    /** What is measured is judged, and nothing else: an id may lead to an action that nobody has named. */
    private Map<String, String> judged(Set<String> measured, Map<String, String> versionsByName) {
        String version = newVersion == null ? "" : newVersion;
        Map<String, String> judged = new LinkedHashMap<>();
        for (String name : measured) {
            judged.put(name, versionsByName.getOrDefault(name, version));
        }
        return judged;
    }
}
