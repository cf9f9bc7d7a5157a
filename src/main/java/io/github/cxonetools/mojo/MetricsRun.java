package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Measurement;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.ConsoleStyles;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.report.metrics.MetricsFiles;
import io.github.cxonetools.report.metrics.MetricsPage;
import io.github.cxonetools.report.metrics.MetricsReport;
import io.github.cxonetools.report.metrics.MetricsTable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of {@code metrics}: measured, shown, written, and evaluated where there is a gate. */
final class MetricsRun {

    private final GoalContext goal;
    private final TenantAccess access;
    private final ReleaseEvaluation.Settings gate;
    private final Path outputDirectory;

    MetricsRun(GoalContext goal, TenantAccess access, ReleaseEvaluation.Settings gate, Path outputDirectory) {
        this.goal = goal;
        this.access = access;
        this.gate = gate;
        this.outputDirectory = outputDirectory;
    }

    /** What is asked, as the parameters of the same names say it. */
    record MetricsRequest(String from, @Nullable String to, String interval, String groupBy) {}

    /**
     * Measures, and fails where the gate does.
     *
     * @param selected the module's actions; none without a project
     * @param names of the actions to measure
     * @param actionId the one version to measure, or null for all of each action
     * @param newVersion the version that the gate evaluates, or null for each action's own
     */
    void run(
            List<ActionDefinition> selected,
            Collection<String> names,
            @Nullable String actionId,
            @Nullable String newVersion,
            MetricsRequest question)
            throws CxoneException {
        Tenant tenant = access.connect(selected);
        MetricsWindow window = MetricsWindow.parse(question.from(), question.to(), Clock.systemUTC());
        tenant.client().require(Scope.ANALYTICS_READ, "cxone:metrics");
        Receipts receipts = access.receipts(tenant);
        ReleaseEvaluation evaluation = new ReleaseEvaluation(tenant, receipts, window, gate, access.maxWait(), goal);
        List<ExecutionMetrics> metrics = new Measurement(tenant.client(), receipts)
                .read(names, actionId, window, question.interval(), question.groupBy());
        Path page = report(MetricsReport.of(tenant.name().toString(), metrics, receipts));
        try {
            evaluation.evaluate(releases(metrics, selected, newVersion));
        } finally {
            goal.log().info("Page: " + page);
        }
    }

    private Path report(MetricsReport report) throws CxoneException {
        MetricsTable table = new MetricsTable(ConsoleStyles.of(goal.session()), MavenVersions.ORDER);
        table.lines(report.actions(), report.tenant()).forEach(goal.log()::info);
        MetricsFiles.write(report, outputDirectory);
        Path page = outputDirectory.resolve("metrics.html");
        new MetricsPage(MavenVersions.ORDER).write(report, page);
        return page;
    }

    /** What is measured is evaluated, and nothing else: an id may lead to an action that nobody has named. */
    private static Map<String, String> releases(
            List<ExecutionMetrics> metrics, List<ActionDefinition> selected, @Nullable String newVersion) {
        Map<String, String> declared =
                selected.stream().collect(Collectors.toMap(ActionDefinition::name, ActionDefinition::version));
        Map<String, String> releases = new LinkedHashMap<>();
        for (ExecutionMetrics each : metrics) {
            releases.put(each.action(), newVersion == null ? declared.getOrDefault(each.action(), "") : newVersion);
        }
        return releases;
    }
}
