package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Metrics as console lines: a table an action, a line a version, below it a line a status. */
public final class MetricsTable {

    private static final int MAX_VERSIONS = 50;
    private static final int MAX_STATUSES = 20;

    private final ConsoleStyle style;
    private final Comparator<String> versionOrder;

    /** @param versionOrder how versions sort, lowest first */
    public MetricsTable(ConsoleStyle style, Comparator<String> versionOrder) {
        this.style = style;
        this.versionOrder = versionOrder;
    }

    /**
     * The tables, one after the other, each with its window.
     *
     * @param tenant where the figures come from: its base URL
     */
    public List<String> lines(List<ExecutionMetrics> metrics, String tenant) {
        List<String> lines = new ArrayList<>();
        for (ExecutionMetrics action : metrics) {
            lines.add(style.bold(printable(action.action())));
            lines.addAll(action.rows().isEmpty() ? List.of("  no executions") : table(action));
            lines.addAll(remarks(action));
            lines.add(style.faint("  " + printable(tenant) + ", "
                    + action.query().window().label() + ", by " + action.query().interval()));
        }
        return lines;
    }

    private List<String> table(ExecutionMetrics action) {
        MetricsColumns columns = new MetricsColumns(action, style);
        List<String> lines = new ArrayList<>();
        lines.add(style.faint(columns.header()));
        List<VersionMetrics> versions = action.versions(versionOrder);
        for (VersionMetrics version : versions.subList(0, Math.min(MAX_VERSIONS, versions.size()))) {
            lines.add(columns.version(version));
            statuses(version, columns, lines);
        }
        if (versions.size() > MAX_VERSIONS) {
            lines.add("  and " + (versions.size() - MAX_VERSIONS) + " more versions, in metrics.csv");
        }
        if (versions.size() > 1) {
            lines.add(columns.total(action.total()));
        }
        return lines;
    }

    private static void statuses(VersionMetrics version, MetricsColumns columns, List<String> lines) {
        int shown = 0;
        for (Map.Entry<String, Figures> status : version.statuses().entrySet()) {
            if (shown++ < MAX_STATUSES) {
                lines.add(columns.status(status.getKey(), status.getValue()));
            }
        }
        if (version.statuses().size() > MAX_STATUSES) {
            lines.add("    and " + (version.statuses().size() - MAX_STATUSES) + " more statuses, in metrics.csv");
        }
    }

    private List<String> remarks(ExecutionMetrics action) {
        List<String> remarks = new ArrayList<>();
        for (VersionMetrics version : action.versions(versionOrder)) {
            for (Map.Entry<String, Integer> problem : version.problems().entrySet()) {
                int rows = problem.getValue();
                remarks.add("  ! " + MetricsColumns.label(version, style) + ": " + problem.getKey() + " in " + rows
                        + (rows == 1 ? " row" : " rows"));
            }
        }
        if (remarks.size() > MAX_STATUSES) {
            int more = remarks.size() - MAX_STATUSES;
            remarks.subList(MAX_STATUSES, remarks.size()).clear();
            remarks.add("  ! and " + more + " more remarks, in metrics.json");
        }
        String others = others(action);
        if (!others.isEmpty()) {
            remarks.add(others);
        }
        for (String note : action.query().window().notes()) {
            remarks.add("  ! " + printable(note));
        }
        return remarks;
    }

    /** Members that this plugin does not know are named here and kept in the files. */
    private String others(ExecutionMetrics action) {
        List<String> names = action.unknownMembers();
        String text = "  also in the rows, see metrics.csv: " + printable(String.join(", ", names));
        return names.isEmpty() ? "" : ConsoleText.fit(text, style.width(), style);
    }

    private String printable(String text) {
        return ConsoleText.printable(text, style);
    }
}
