package io.github.cxonetools.report;

import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.MetricsQuery;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.metrics.Rows;
import io.github.cxonetools.report.metrics.MetricsReport;
import io.github.cxonetools.report.metrics.MetricsReport.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two weeks in the life of an action with two versions, and of one whose names and figures are hostile. */
public final class MetricsSamples {

    private static final MetricsWindow WINDOW =
            new MetricsWindow(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-15T00:00:00Z"), List.of());

    private MetricsSamples() {}

    public static MetricsReport two() {
        return new MetricsReport(
                "https://api-us-1.nicecxone.com",
                List.of(sentiment(), hostile()),
                List.of(
                        new Deployment("SentimentRoutingAction", "1.0.0", Instant.parse("2026-01-01T09:30:00Z")),
                        new Deployment("SentimentRoutingAction", "1.1.0", Instant.parse("2026-01-09T15:00:00Z"))));
    }

    /** One row a minute and version. */
    public static MetricsReport many(int rows) {
        String row = "{'timestamp':'%s','version':'1.%d','status':'%s','count':%d,'avgLatencyMs':%d.5}";
        List<String> many = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Instant time = WINDOW.from().plusSeconds(60L * (i / 5));
            many.add(String.format(Locale.ROOT, row, time, i % 5, i % 7 == 0 ? "error" : "success", i % 90, i % 400));
        }
        return new MetricsReport("https://api.example.com", List.of(metrics("Busy", many)), List.of());
    }

    private static ExecutionMetrics sentiment() {
        List<String> rows = new ArrayList<>();
        for (int day = 1; day <= 14; day++) {
            if (day != 6) {
                add(
                        rows,
                        day,
                        "1.0.0",
                        Math.max(5, 320 - (day > 9 ? (day - 9) * 90 : 0) + day % 3 * 25),
                        4,
                        42.5 + day % 4);
            }
            if (day >= 9) {
                add(rows, day, "1.1.0", (day - 8) * 70, day == 11 ? 30 : 1, 31.25 + day % 3);
            }
        }
        return metrics("SentimentRoutingAction", rows);
    }

    private static void add(List<String> rows, int day, String version, int successes, int errors, double latency) {
        String row = "{'timestamp':'2026-01-%02dT00:00:00Z','version':'%s','status':'%s','count':%d,'avgLatencyMs':%s}";
        rows.add(String.format(Locale.ROOT, row, day, version, "success", successes, latency));
        rows.add(String.format(Locale.ROOT, row, day, version, "error", errors, latency * 2));
    }

    private static ExecutionMetrics hostile() {
        return metrics(
                "<img src=x onerror=alert(1)>",
                List.of(
                        "{'timestamp':'2026-01-03T00:00:00Z','version':'</script><script>alert(1)</script>','status':'success','count':7}",
                        "{'timestamp':'2026-01-04T00:00:00Z','version':'\\u2028<!--','status':'" + "wide".repeat(60)
                                + "','count':2}",
                        "{'version':'1.0','status':'error','count':-3,'errorRate':'12 %','site':'<b>de</b>'}"));
    }

    private static ExecutionMetrics metrics(String action, List<String> rows) {
        MetricsQuery query = new MetricsQuery(List.of("a-1"), WINDOW, "P1D", MetricsQuery.STATUS_AND_VERSION);
        return ExecutionMetrics.of(action, query, Rows.rows(rows.toArray(String[]::new)));
    }
}
