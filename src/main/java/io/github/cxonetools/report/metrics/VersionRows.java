package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.report.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of versions over the whole window: those that are drawn, beside the charts, and all of them with their statuses. */
final class VersionRows {

    private static final int MAX_VERSIONS = 200;
    private static final int MAX_STATUSES = 20;

    private VersionRows() {}

    /** A row a series of the charts, in their order. */
    static List<Map<String, Object>> drawn(MetricsSection section) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (DrawnVersion version : section.drawn()) {
            Map<String, Object> row = version.isOther()
                    ? other(version)
                    : version(section, version.versions().get(0));
            row.put("series", shown.size());
            row.put("colour", version.isOther() ? DrawnVersion.MAX : shown.size() + 1);
            row.put("roles", String.join(", ", version.roles()));
            shown.add(row);
        }
        return shown;
    }

    private static Map<String, Object> other(DrawnVersion version) {
        Figures figures = version.figures();
        return row(version.label(), figures, false, false);
    }

    /** Lowest first, as long as there is room. */
    static List<Map<String, Object>> all(MetricsSection section) {
        List<Map<String, Object>> shown = new ArrayList<>();
        List<VersionMetrics> versions = section.versions();
        for (VersionMetrics version : versions.subList(0, Math.min(MAX_VERSIONS, versions.size()))) {
            Map<String, Object> row = version(section, version);
            row.put("statuses", statuses(version));
            row.put("moreStatuses", more(version.statuses().size() - MAX_STATUSES, "status"));
            shown.add(row);
        }
        return shown;
    }

    static String moreVersions(MetricsSection section) {
        return more(section.versions().size() - MAX_VERSIONS, "version");
    }

    private static Map<String, Object> version(MetricsSection section, VersionMetrics version) {
        return row(
                DrawnVersion.label(version),
                version.figures(),
                section.isErrorRateBad(version),
                section.isLatencyBad(version));
    }

    private static Map<String, Object> row(String label, Figures figures, boolean failing, boolean slow) {
        return new LinkedHashMap<>(Map.of(
                "label",
                label,
                "executions",
                FigureWords.executions(figures),
                "errorRate",
                FigureWords.errorRate(figures),
                "failing",
                failing,
                "latency",
                FigureWords.latency(figures),
                "slow",
                slow));
    }

    /** Empty where there are no more. */
    private static String more(int more, String what) {
        String plural = what.endsWith("s") ? what + "es" : what + "s";
        return more <= 0
                ? ""
                : "And " + NumberText.count(more) + " more " + (more == 1 ? what : plural) + ", in metrics.json.";
    }

    private static List<Map<String, Object>> statuses(VersionMetrics version) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Map.Entry<String, Figures> status : version.statuses().entrySet()) {
            if (shown.size() == MAX_STATUSES) {
                break;
            }
            shown.add(Map.of(
                    "label", status.getKey(),
                    "executions", FigureWords.executions(status.getValue()),
                    "latency", FigureWords.latency(status.getValue())));
        }
        return shown;
    }
}
