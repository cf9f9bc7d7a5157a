package io.github.cxonetools.report;

import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.MetricsQuery;
import io.github.cxonetools.metrics.MetricsRow;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.metrics.Rows;
import io.github.cxonetools.metrics.gate.GateOutcome;
import io.github.cxonetools.metrics.gate.GateRules;
import io.github.cxonetools.metrics.gate.MetricsGate;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.report.metrics.MetricsReport;
import io.github.cxonetools.report.metrics.MetricsReport.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Three weeks of an action with twelve versions, one of which a gate evaluates; and two days of one that got slower. */
public final class JudgedSamples {

    public static final String GATED = "CustomerProfileAction";
    public static final String UNGATED = "SentimentRoutingAction";

    private static final Instant BEGIN = Instant.parse("2026-11-08T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-29T00:00:00Z");

    private JudgedSamples() {}

    public static MetricsReport failed() throws Exception {
        return report(GateRules.parse("0.02", "120", 500, "0.01", "1.2"), "2.0.0", true);
    }

    public static MetricsReport passed() throws Exception {
        return report(GateRules.parse("0.05", "200", 500, null, null), "2.0.0", false);
    }

    /** Of a version that was not executed. */
    public static MetricsReport notEvaluated() throws Exception {
        return report(GateRules.parse("0.05", "200", 500, "0.01", "1.2"), "3.0.0", false);
    }

    public static MetricsReport withoutGate() throws Exception {
        return new MetricsReport(
                "https://api-us-1.nicecxone.com",
                List.of(slower()),
                deployments(),
                Map.of(UNGATED, "1.5.0"),
                List.of());
    }

    private static MetricsReport report(GateRules rules, String version, boolean hasFailed) throws Exception {
        ExecutionMetrics many = twelveVersions();
        List<String> wayBack = List.of(
                "mvn cxone:deprecate -Dcxone.action=" + GATED + " -Dcxone.versions=1.9.0 -Dcxone.deprecated=false",
                "mvn cxone:deprecate -Dcxone.action=" + GATED + " -Dcxone.versions=" + version);
        GateOutcome gate = new GateOutcome(
                new MetricsGate(rules, MavenVersions.ORDER).evaluate(version, many),
                hasFailed
                        ? List.of(GATED + " " + version
                                + " is deprecated: it can still be called, and new flows should not use it")
                        : List.of(),
                hasFailed ? wayBack : List.of());
        return new MetricsReport(
                "https://api-us-1.nicecxone.com",
                List.of(many, slower()),
                deployments(),
                Map.of(GATED, version, UNGATED, "1.5.0"),
                List.of(gate));
    }

    private static List<Deployment> deployments() {
        return List.of(
                new Deployment(GATED, "1.9.0", Instant.parse("2026-11-12T14:20:00Z")),
                new Deployment(GATED, "2.0.0", Instant.parse("2026-11-23T09:05:00Z")),
                new Deployment(UNGATED, "1.5.0", Instant.parse("2026-11-28T10:30:00Z")));
    }

    /** The newest ran 14 times, and the worst 6 times: neither is among the most executed. */
    private static ExecutionMetrics twelveVersions() {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < 21; day++) {
            Instant time = BEGIN.plus(Duration.ofDays(day));
            for (int minor = 0; minor <= 9; minor++) {
                int calls = minor == 9
                        ? day < 4 ? 0 : day < 15 ? 4200 + 130 * (day % 5) : 2600 - 300 * (day - 15)
                        : minor == 8 ? Math.max(60, 4000 - 320 * day) : 40 + 9 * minor + day % 4;
                if (minor != 3 && calls > 0) {
                    add(rows, time, "1." + minor + ".0", calls, calls / 180, 61 + 2.5 * minor + day % 3);
                }
            }
            if (day >= 15) {
                int calls = 1300 + 420 * (day - 15);
                add(rows, time, "2.0.0", calls, calls * (day == 17 ? 9 : 3) / 100, 96.4 + 3 * (day % 4));
            }
        }
        add(rows, BEGIN.plus(Duration.ofDays(6)), "1.3.0", 6, 3, 71);
        add(rows, BEGIN.plus(Duration.ofDays(20)), "2.1.0", 14, 0, 95.2);
        rows.add("{'version':'1.0.0','status':'success','count':17,'avgLatencyMs':'n/a'}");
        return metrics(
                GATED,
                new MetricsWindow(BEGIN, END, List.of("cxone.from 2026-11-08 has no zone: taken as UTC")),
                "P1D",
                rows);
    }

    /** As fast as before until a deployment, half a second slower since; it fails as seldom as before. */
    private static ExecutionMetrics slower() {
        Instant begin = Instant.parse("2026-11-27T06:00:00Z");
        List<String> rows = new ArrayList<>();
        for (int hour = 0; hour < 48; hour++) {
            Instant time = begin.plus(Duration.ofHours(hour));
            int calls = 12_000 + 900 * (hour % 24) - 30 * hour;
            if (hour != 19) {
                int left = hour < 28 ? calls : calls / 8;
                add(rows, time, "1.4.2", left, left / 900, 410 + 9.5 * (hour % 6));
            }
            if (hour >= 28) {
                add(rows, time, "1.5.0", calls, calls / 850, 912 + 21.0 * (hour % 5));
            }
        }
        return metrics(UNGATED, new MetricsWindow(begin, begin.plus(Duration.ofHours(48)), List.of()), "PT1H", rows);
    }

    private static void add(List<String> rows, Instant time, String version, int calls, int errors, double latency) {
        String row = "{'timestamp':'%s','version':'%s','status':'%s','count':%d,'avgLatencyMs':%s}";
        rows.add(String.format(Locale.ROOT, row, time, version, "success", calls - errors, latency));
        if (errors > 0) {
            rows.add(String.format(Locale.ROOT, row, time, version, "error", errors, latency * 1.6));
        }
    }

    private static ExecutionMetrics metrics(String action, MetricsWindow window, String interval, List<String> rows) {
        MetricsQuery query = new MetricsQuery(List.of("a-1"), window, interval, MetricsQuery.STATUS_AND_VERSION);
        List<MetricsRow> read = Rows.rows(rows.toArray(String[]::new));
        return ExecutionMetrics.of(action, query, read);
    }
}
