package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.TimeSeries;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.report.metrics.MetricsReport.Deployment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the page tells of one action. */
final class MetricsSection {

    private static final int MAX_STRETCHES = 120;
    private static final int MAX_CHARTED = 8;
    private static final int MAX_PROBLEMS = 20;

    private final ExecutionMetrics action;
    private final List<VersionMetrics> versions;
    private final List<Deployment> deployments;
    private final TimeSeries series;

    MetricsSection(ExecutionMetrics action, List<VersionMetrics> versions, List<Deployment> deployments) {
        this.action = action;
        this.versions = versions;
        this.deployments = deployments;
        this.series = TimeSeries.of(action, MAX_STRETCHES);
    }

    static String label(VersionMetrics version) {
        return version.version() == null ? "(no version)" : version.version();
    }

    ExecutionMetrics action() {
        return action;
    }

    /** Sorted. */
    List<VersionMetrics> versions() {
        return versions;
    }

    List<Deployment> deployments() {
        return deployments;
    }

    TimeSeries series() {
        return series;
    }

    boolean isCharted() {
        return !series.isEmpty();
    }

    /** The most executed versions, in the order of versions. */
    List<VersionMetrics> charted() {
        if (versions.size() <= MAX_CHARTED) {
            return versions;
        }
        List<VersionMetrics> most = versions.stream()
                .sorted(Comparator.comparingLong(MetricsSection::executions).reversed())
                .limit(MAX_CHARTED)
                .toList();
        return versions.stream().filter(most::contains).toList();
    }

    private static long executions(VersionMetrics version) {
        Long executions = version.figures().executions();
        return executions == null ? 0 : executions;
    }

    List<String> remarks() {
        List<String> remarks = new ArrayList<>(action.query().window().notes());
        if (isCharted() && versions.size() > MAX_CHARTED) {
            remarks.add("The charts show the " + MAX_CHARTED + " most executed of " + versions.size() + " versions.");
        }
        if (isCharted() && series.grid().intervals() > 1) {
            remarks.add("A point of the charts spans " + series.grid().intervals() + " intervals of "
                    + action.query().interval() + ".");
        }
        List<String> problems = new ArrayList<>();
        for (VersionMetrics version : versions) {
            for (Map.Entry<String, Integer> problem : version.problems().entrySet()) {
                int rows = problem.getValue();
                problems.add(
                        label(version) + ": " + problem.getKey() + " in " + rows + (rows == 1 ? " row." : " rows."));
            }
        }
        remarks.addAll(problems.subList(0, Math.min(MAX_PROBLEMS, problems.size())));
        if (problems.size() > MAX_PROBLEMS) {
            remarks.add("And " + (problems.size() - MAX_PROBLEMS) + " more remarks, in metrics.json.");
        }
        return remarks;
    }
}
