package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.metrics.Worsening;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.report.text.TimeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Metrics as console lines, in 80 columns: a table an action, a line a version, below it a line a status. */
public final class MetricsTable {

    private static final int MAX_VERSIONS = 50;
    private static final int MAX_STATUSES = 20;
    private static final int MAX_REMARKS = 10;

    /** Of one remark. */
    private static final int MAX_LINES = 4;

    private final ConsoleStyle style;
    private final int width;
    private final Comparator<String> versionOrder;

    /** @param versionOrder how versions sort, lowest first */
    public MetricsTable(ConsoleStyle style, Comparator<String> versionOrder) {
        this.style = style;
        this.width = Math.min(style.width(), ConsoleStyle.NARROW.width());
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
            lines.add(style.faint(ConsoleText.fit("  " + window(action) + ", " + printable(tenant), width, style)));
        }
        return lines;
    }

    /** {@code 21-28 Nov, daily}; the exact stamps are in the files. */
    private String window(ExecutionMetrics action) {
        MetricsWindow window = action.query().window();
        String words = TimeText.window(window.from(), window.to());
        return (style.unicode() ? words : words.replace('–', '-')) + ", "
                + TimeText.interval(action.query().interval());
    }

    private List<String> table(ExecutionMetrics action) {
        MetricsColumns columns = new MetricsColumns(action, style, width);
        List<String> lines = new ArrayList<>();
        lines.add(style.faint(columns.header()));
        List<VersionMetrics> versions = action.versions(versionOrder);
        for (VersionMetrics version : versions.subList(0, Math.min(MAX_VERSIONS, versions.size()))) {
            lines.add(columns.version(version, isWorse(action, version)));
            statuses(version, columns, lines);
        }
        if (versions.size() > MAX_VERSIONS) {
            lines.add("  and " + NumberText.count(versions.size() - MAX_VERSIONS, "more version") + ", in metrics.csv");
        }
        if (versions.size() > 1) {
            lines.add(columns.total(action.total()));
        }
        return lines;
    }

    private boolean isWorse(ExecutionMetrics action, VersionMetrics version) {
        return version.version() != null
                && action.before(version.version(), versionOrder)
                        .map(before -> Worsening.ofErrorRate(version.figures(), before.figures())
                                || Worsening.ofLatency(version.figures(), before.figures()))
                        .orElse(false);
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
        if (remarks.size() > MAX_REMARKS) {
            int more = remarks.size() - MAX_REMARKS;
            remarks.subList(MAX_REMARKS, remarks.size()).clear();
            remarks.add("  ! and " + NumberText.count(more, "more remark") + ", in metrics.json");
        }
        String others = others(action);
        if (!others.isEmpty()) {
            remarks.add(others);
        }
        for (String note : action.query().window().notes()) {
            remarks.add("  ! " + printable(note));
        }
        return remarks.stream()
                .flatMap(remark -> ConsoleText.wrap(remark, width, MAX_LINES, style).stream())
                .toList();
    }

    /** Members that this plugin does not know are named here and kept in the files. */
    private String others(ExecutionMetrics action) {
        List<String> names = action.unknownMembers();
        String text = "  also in the rows, see metrics.csv: " + printable(String.join(", ", names));
        return names.isEmpty() ? "" : ConsoleText.fit(text, width, style);
    }

    private String printable(String text) {
        return ConsoleText.printable(text, style);
    }
}
