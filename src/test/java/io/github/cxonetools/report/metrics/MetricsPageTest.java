package io.github.cxonetools.report.metrics;

import io.github.cxonetools.ReportSchemas;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.MetricsQuery;
import io.github.cxonetools.metrics.MetricsRow;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.metrics.Rows;
import io.github.cxonetools.report.MetricsSamples;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.PageOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        assertThat(html(many)).hasSizeLessThan(1_000_000).contains("100000 rows", "The first 500 of them.");
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

    private String html(MetricsReport report) throws Exception {
        Path file = folder.resolve("metrics.html");
        page.write(report, PageOrigin.UNKNOWN, file);
        return Files.readString(file);
    }
}
