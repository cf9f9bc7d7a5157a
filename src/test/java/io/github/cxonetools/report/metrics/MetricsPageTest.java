package io.github.cxonetools.report.metrics;

import io.github.cxonetools.ReportSchemas;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.MetricsQuery;
import io.github.cxonetools.metrics.MetricsRow;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.metrics.Rows;
import io.github.cxonetools.metrics.gate.GateOutcome;
import io.github.cxonetools.metrics.gate.GateRules;
import io.github.cxonetools.metrics.gate.GateVerdict;
import io.github.cxonetools.metrics.gate.MetricsGate;
import io.github.cxonetools.report.MetricsSamples;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.PageOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsPageTest {

    private final MetricsPage page = new MetricsPage(Comparator.naturalOrder());

    @TempDir
    Path folder;

    @AfterEach
    void whatWasWrittenIsValid() throws Exception {
        ReportSchemas.assertAllValid(folder);
    }

    @Test
    void carriesTheChartLibraryWithItsNotice() throws Exception {
        assertThat(html(MetricsSamples.two()))
                .contains("Chart.js v4.5.1", "The MIT License (MIT)", "Copyright (c) 2014-2024 Chart.js Contributors")
                .doesNotContain("sourceMappingURL");
    }

    @Test
    void letsNoNameBecomeMarkup() throws Exception {
        assertThat(html(MetricsSamples.two()))
                .contains("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;")
                .doesNotContain("<img src", "</script><script>alert", "<b>de")
                .contains("\\u003c/script\\u003e\\u003cscript\\u003ealert(1)");
    }

    @Test
    void asksNoServerForAnything() throws Exception {
        assertThat(html(MetricsSamples.two())).doesNotContain(" src=\"", "@import", "url(", "<link rel=\"stylesheet\"");
    }

    @Test
    void marksACellThatMakesNoSense() throws Exception {
        assertThat(html(MetricsSamples.two()))
                .contains("<td class=\"odd\">-3</td><td class=\"odd\">&quot;12 %&quot;</td>");
    }

    @Test
    void saysThatThereWasNoExecution() throws Exception {
        MetricsReport empty = new MetricsReport("t", List.of(Rows.metrics()), List.of());

        assertThat(html(empty)).contains("No executions in this window.").doesNotContain("<canvas");
    }

    @Test
    void fitsIntoASiteWithoutAPageOfItsOwn() {
        assertThat(page.siteBody(MetricsSamples.two()))
                .contains("<div class=\"cxone in-site\">", "<canvas id=\"executions-0\"")
                .doesNotContain("<html", "<body");
    }

    @Test
    void marksDeploymentsWhereTheyHappened() throws Exception {
        assertThat(html(MetricsSamples.two()))
                .contains("\"markers\":[{\"at\":0.396,\"text\":\"1.0.0\"},{\"at\":8.625,\"text\":\"1.1.0\"}]");
    }

    @Test
    void saysHowManyVersionsAndStatusesItLeavesOut() throws Exception {
        String[] rows = new String[230];
        for (int i = 0; i < 205; i++) {
            rows[i] = "{'version':'v" + (1000 + i) + "','status':'success','count':1}";
        }
        for (int i = 205; i < 230; i++) {
            rows[i] = "{'version':'v1000','status':'s" + i + "','count':1}";
        }

        assertThat(html(new MetricsReport("t", List.of(Rows.metrics(rows)), List.of())))
                .contains("<th scope=\"row\">v1199</th>", "And 5 more versions, in metrics.json.")
                .contains("<th scope=\"row\">s223</th>", "And 6 more statuses, in metrics.json.")
                .doesNotContain("<th scope=\"row\">v1200</th>", "<th scope=\"row\">s225</th>");
        assertThat(html(MetricsSamples.two())).doesNotContain(", in metrics.json.");
    }

    @Test
    void drawsTheJudgedTheNewestAndTheWorstWhateverElseThereIs() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int minor = 0; minor < 30; minor++) {
            rows.add(row("1." + (10 + minor), 1000 + minor, "success", 40));
        }
        rows.add(row("1.05", 2, "error", 40));
        rows.add(row("1.06", 2, "success", 999));
        rows.add(row("1.07", 3, "success", 40));
        rows.add(row("2.0", 1, "success", 40));

        JsonNode chart = chart(report(Map.of("Sentiment", "1.07"), rows));

        assertThat(labels(chart)).containsExactly("1.07", "1.06", "2.0", "1.05", "1.39", "1.38", "1.37", "other (27)");
        assertThat(sum(chart)).isEqualTo(30 * 1000 + 29 * 30 / 2 + 2 + 2 + 3 + 1);
    }

    /** Every version has a series of its own as long as there are colours. */
    @Test
    void putsNothingTogetherThatHasAColour() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int minor = 0; minor < 8; minor++) {
            rows.add(row("1." + minor, 10 + minor, "success", 40));
        }

        assertThat(labels(chart(report(Map.of(), rows))))
                .containsExactly("1.7", "1.6", "1.5", "1.4", "1.3", "1.2", "1.1", "1.0");
    }

    @Test
    void judgesWhatIsReleasedAndElseTheNewest() throws Exception {
        List<String> rows =
                List.of(row("1.0", 9, "success", 40), row("1.1", 9, "success", 40), row("1.2", 9, "success", 40));

        assertThat(html(report(Map.of("Sentiment", "1.1"), rows)))
                .contains("<h3 class=\"judged\">1.1 <span class=\"muted\">beside 1.0</span></h3>");
        assertThat(html(report(Map.of(), rows)))
                .contains("<h3 class=\"judged\">1.2 <span class=\"muted\">beside 1.1</span></h3>");
        // A snapshot that nobody has deployed.
        assertThat(html(report(Map.of("Sentiment", "1.3-SNAPSHOT"), rows)))
                .contains("<h3 class=\"judged\">1.2 <span class=\"muted\">beside 1.1</span></h3>");
    }

    @Test
    void anErrorRateAboveZeroIsNoReasonForRed() throws Exception {
        assertThat(html(report(
                        Map.of(),
                        List.of(
                                row("1.0", 100, "success", 40),
                                row("1.0", 2, "error", 40),
                                row("1.1", 100, "success", 41),
                                row("1.1", 3, "error", 41)))))
                .contains("▲", "2.91 %", "1.96 % in 1.0")
                .doesNotContain("tile bad", "figure bad", "badge bad");
    }

    @Test
    void whatIsClearlyWorseThanBeforeIsRed() throws Exception {
        assertThat(html(report(
                        Map.of(),
                        List.of(
                                row("1.0", 100, "success", 40),
                                row("1.1", 80, "success", 80),
                                row("1.1", 20, "error", 80)))))
                .containsPattern("tile bad\">\\s+<span class=\"tile-label\">Error rate")
                .containsPattern("tile bad\">\\s+<span class=\"tile-label\">Average latency")
                .contains("<td class=\"figure bad\"><span class=\"unseen\">bad: </span>20.0 %</td>");
    }

    /** With a gate its limits alone say what is bad. */
    @Test
    void whatKeepsToTheLimitsIsNotRed() throws Exception {
        List<String> rows =
                List.of(row("1.0", 100, "success", 40), row("1.1", 80, "success", 80), row("1.1", 20, "error", 80));

        String loose = html(gated(GateRules.parse("0.5", null, 1, null, null), "1.1", rows));
        assertThat(loose).contains("✓ 1.1 passed the gate").doesNotContain("tile bad", "figure bad", "badge bad");

        String strict = html(gated(GateRules.parse("0.1", null, 1, null, "3"), "1.1", rows));
        assertThat(strict)
                .contains("✗ 1.1 failed the gate", "1 of 3 rules broken", "10.0 points too much", "limit 10.0 %")
                .containsPattern("tile bad\">\\s+<span class=\"tile-label\">Error rate")
                .containsPattern("tile \">\\s+<span class=\"tile-label\">Average latency")
                .contains(">mvn cxone:deprecate</pre>");
    }

    @Test
    void drawsEachLimitOfTheGate() throws Exception {
        List<String> rows = List.of(row("1.0", 100, "success", 40), row("1.1", 80, "success", 80));

        JsonNode limits = chart(gated(GateRules.parse("0.1", "70", 1, "0.05", "1.5"), "1.1", rows))
                .path("limits");

        assertThat(limits)
                .hasToString("{\"errorRate\":[{\"value\":0.1,\"text\":\"maxErrorRate\"},"
                        + "{\"value\":0.05,\"text\":\"maxErrorRateIncrease\"}],"
                        + "\"latency\":[{\"value\":70,\"text\":\"maxAvgLatencyMs\"},"
                        + "{\"value\":60.0,\"text\":\"maxLatencyIncrease\"}]}");
    }

    @Test
    void aGateWithoutExecutionsKeepsItsLimitsAndSaysWhy() throws Exception {
        String html =
                html(gated(GateRules.parse("0.1", null, 5, null, null), "1.2", List.of(row("1.1", 80, "success", 80))));

        assertThat(html)
                .contains("? 1.2 was not evaluated by the gate", "1.2 was not executed in this window.")
                .contains("? not evaluated", "needs ≥ 5", "– skipped", "limit ≤ 10.0 %", "minExecutions comes first")
                .doesNotContain("class=\"tiles\"");
    }

    @Test
    void writesTheWindowAsWordsWithItsStampsInATooltip() throws Exception {
        assertThat(html(MetricsSamples.two()))
                .contains(
                        "<span title=\"2026-01-01T00:00:00Z to 2026-01-15T00:00:00Z, by P1D\">1–14 Jan, daily</span>");
    }

    @Test
    void foldsWhatIsWrongWithTheDataIntoOneLine() throws Exception {
        String html = html(report(
                Map.of(),
                List.of(
                        row("1.0", 100, "success", 40),
                        "{'version':'1.0','status':'success','count':7,'avgLatencyMs':40}",
                        "{'timestamp':'2026-01-02T00:00:00Z','version':'1.0','count':-7}")));

        assertThat(html)
                .containsPattern("<details class=\"warnings\"><summary>[^\n]*2 data warnings</summary>")
                .contains("<li>7 executions have no time: they are in the figures, and not in the charts.</li>")
                .contains("<li>1.0: count is not understood in 1 row.</li>");
        assertThat(sum(chart(report(Map.of(), List.of(row("1.0", 100, "success", 40))))))
                .isEqualTo(100);
    }

    /** Where no receipt tells of a deployment, the first execution does; unless a higher version ran before it. */
    @Test
    void marksTheFirstRunOfAVersionThatNoReceiptKnows() throws Exception {
        JsonNode chart = chart(report(
                Map.of(),
                List.of(
                        row("1.1", 5, "success", 40),
                        "{'timestamp':'2026-01-04T00:00:00Z','version':'1.0','status':'success','count':7}",
                        "{'timestamp':'2026-01-05T00:00:00Z','version':'1.2','status':'success','count':7}")));

        assertThat(chart.path("markers"))
                .hasToString("[{\"at\":1.0,\"text\":\"1.1 first run\"},{\"at\":4.0,\"text\":\"1.2 first run\"}]");
    }

    @Test
    void namesTheYearWhereTheChartSpansMoreThanOne() throws Exception {
        MetricsWindow years = new MetricsWindow(
                Instant.parse("2024-03-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"), List.of());
        MetricsQuery query = new MetricsQuery(List.of("a"), years, "P1M", List.of());
        List<MetricsRow> rows = Rows.rows("{'timestamp':'2024-03-01T00:00:00Z','version':'1','count':1}");

        assertThat(html(new MetricsReport("t", List.of(ExecutionMetrics.of("A", query, rows)), List.of())))
                .contains("\"labels\":[\"1 Mar 2024\",\"1 Apr 2024\",");
        assertThat(html(MetricsSamples.two())).contains("\"labels\":[\"1 Jan\",\"2 Jan\",");
    }

    @Test
    void staysReadableWithAHundredThousandRows() throws Exception {
        MetricsReport many = MetricsSamples.many(100_000);

        assertThat(html(many)).hasSizeLessThan(1_000_000).contains("100,000 rows", "The first 500 of them.");
        assertThat(new MetricsTable(ConsoleStyle.PLAIN, Comparator.naturalOrder()).lines(many.actions(), "t"))
                .hasSizeLessThan(30);
        MetricsFiles.write(many, folder);
        try (Stream<String> lines = Files.lines(folder.resolve("metrics.csv"))) {
            assertThat(lines).hasSize(100_001);
        }
        assertThat(MetricsFiles.read(folder.resolve("metrics.json"))).isEqualTo(many);
    }

    @Test
    void isTheSameBytesEachTime() throws Exception {
        assertThat(html(MetricsSamples.two())).isEqualTo(html(MetricsSamples.two()));
    }

    private static String row(String version, int count, String status, int latency) {
        return "{'timestamp':'2026-01-02T00:00:00Z','version':'" + version + "','status':'" + status + "','count':"
                + count + ",'avgLatencyMs':" + latency + "}";
    }

    private static MetricsReport report(Map<String, String> releases, List<String> rows) {
        ExecutionMetrics metrics = Rows.metrics(rows.toArray(String[]::new));
        return new MetricsReport("t", List.of(metrics), List.of(), releases, List.of());
    }

    private static MetricsReport gated(GateRules rules, String version, List<String> rows) {
        MetricsReport report = report(Map.of(), rows);
        GateVerdict verdict = new MetricsGate(rules, Comparator.naturalOrder())
                .evaluate(version, report.actions().get(0));
        GateOutcome outcome =
                new GateOutcome(verdict, List.of(), verdict.passed() ? List.of() : List.of("mvn cxone:deprecate"));
        return report.with(report.actions(), List.of(outcome));
    }

    /** What the charts of the first action are drawn from. */
    private JsonNode chart(MetricsReport report) throws Exception {
        String html = html(report);
        String start = "<script type=\"application/json\" id=\"cxone-data\">";
        int from = html.indexOf(start) + start.length();
        return Json.read(html.substring(from, html.indexOf("</script>", from)))
                .path("actions")
                .path(0);
    }

    private static List<String> labels(JsonNode chart) {
        List<String> labels = new ArrayList<>();
        chart.path("versions")
                .forEach(version -> labels.add(version.path("label").stringValue()));
        return labels;
    }

    private static long sum(JsonNode chart) {
        long sum = 0;
        for (JsonNode version : chart.path("versions")) {
            for (JsonNode count : version.path("executions")) {
                sum += count.asLong(0);
            }
        }
        return sum;
    }

    private String html(MetricsReport report) throws Exception {
        Path file = folder.resolve("metrics.html");
        page.write(report, PageOrigin.UNKNOWN, file);
        return Files.readString(file);
    }
}
