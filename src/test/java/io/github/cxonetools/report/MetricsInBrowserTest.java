package io.github.cxonetools.report;

import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.report.metrics.MetricsPage;
import io.github.cxonetools.report.metrics.MetricsReport;
import io.github.cxonetools.report.text.PageOrigin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** metrics.html with a gate that failed, one that passed, one without executions, and none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsInBrowserTest {

    private static final Path FOLDER = Path.of("target", "pages", "judged");

    private static final PageOrigin ORIGIN = new PageOrigin(
            "customer-actions",
            "2.0.0",
            "9f3c2ab14de0c1f5b0d6f0a1b2c3d4e5f6a7b8c9",
            Instant.parse("2026-11-29T00:05:00Z"));

    private Browser browser;

    @BeforeAll
    void open() throws Exception {
        browser = Browser.open();
        write(JudgedSamples.failed(), "failed");
        write(JudgedSamples.passed(), "passed");
        write(JudgedSamples.notEvaluated(), "not-evaluated");
        write(JudgedSamples.withoutGate(), "without-gate");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void write(MetricsReport report, String name) throws Exception {
        new MetricsPage(MavenVersions.ORDER).write(report, ORIGIN, FOLDER.resolve(name + ".html"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "failed, light, 360",
        "failed, dark, 768",
        "failed, light, 1280",
        "failed, dark, 1280",
        "passed, light, 1280",
        "not-evaluated, dark, 360",
        "not-evaluated, light, 1280",
        "without-gate, dark, 360",
        "without-gate, light, 1280",
        "without-gate, dark, 1280",
    })
    void isReadableEverywhere(String page, String scheme, int width) throws Exception {
        new PageChecks(browser, "metrics-" + page).holds(address(page), scheme, width);
    }

    @Test
    void printsTheVerdictWithItsCharts() throws Exception {
        new PageChecks(browser, "metrics-failed").prints(address("failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "without-gate"})
    void drawsAMarkForEachNumber(String page) throws Exception {
        browser.show(address(page), "light", 1280);

        new PageChecks(browser, "metrics-" + page).drawsAsManyMarksAsThereAreData();
    }

    @Test
    void theFirstScreenSaysWhatFailed() {
        browser.show(address("failed"), "light", 1280);

        assertThat(browser.run("return document.querySelector('.bar .verdict').textContent"))
                .isEqualTo("✗ 2.0.0 failed the gate");
        assertThat(browser.run("return Array.from(document.querySelectorAll('.gate, .tiles')).slice(0, 2)"
                        + ".every(function (e) { return e.getBoundingClientRect().bottom <= 900; })"))
                .isEqualTo(true);
    }

    /** The canvas is asked for its pixels: a line of the colour of limits, over the whole width. */
    @Test
    void drawsTheLimitsIntoTheCharts() {
        browser.show(address("failed"), "light", 1280);

        assertThat(
                        browser.run(
                                "return Object.values(Chart.instances).slice(0, 3).map(function (c) {"
                                        + " return c.options.plugins.cxoneLimits.list.map(function (l) {"
                                        + " var y = c.scales.y.getPixelForValue(l.value); var red = 0;"
                                        + " var data = c.ctx.getImageData(c.chartArea.left, Math.round(y) - 1, c.chartArea.width, 3).data;"
                                        + " for (var i = 0; i < data.length; i += 4) { if (data[i] > 140 && data[i + 1] < 90 && data[i + 2] < 90 && data[i + 3] > 120) { red++; } }"
                                        + " return l.text + (red > c.chartArea.width / 2) + (y > c.chartArea.top && y < c.chartArea.bottom); }).join(); })"))
                .isEqualTo(List.of(
                        "",
                        "maxErrorRate 2.00 %truetrue,maxErrorRateIncrease 1.54 %truetrue",
                        "maxAvgLatencyMs 120 mstruetrue,maxLatencyIncrease 102 mstruetrue"));
        browser.complaints(); // Of the pixels read here.
    }

    /** 3 of 6 executions failed in a version that hardly ran: the chart shows it, and the version judged as well. */
    @Test
    void anOutlierDoesNotFlattenTheVersionThatIsJudged() {
        browser.show(address("failed"), "light", 1280);

        assertThat(text("figure:has(#errorRate-0) figcaption"))
                .isEqualTo("Error rate ▲ beyond the scale: 1.3.0 50.0 % on 14 Nov");
        Map<?, ?> chart = (Map<?, ?>) browser.run("var c = Object.values(Chart.instances)[1];"
                + "return {style: c.data.datasets[3].pointStyle[6], label: c.data.datasets[3].label,"
                + " top: c.getDatasetMeta(3).data[6].y - c.chartArea.top,"
                + " share: (c.chartArea.bottom - c.getDatasetMeta(0).data[17].y) / c.chartArea.height};");
        assertThat(chart.get("label")).isEqualTo("1.3.0");
        assertThat(chart.get("style")).isEqualTo("triangle");
        assertThat(((Number) chart.get("top")).doubleValue()).isBetween(-1.0, 1.0);
        assertThat(((Number) chart.get("share")).doubleValue()).isGreaterThan(0.7);
        assertThat(text("#readout-0 tbody tr:nth-child(4)")).contains("1.3.0", "50.0 %");
    }

    @Test
    void oneCursorCrossesAllChartsAndTheTableShowsWhatIsBeneathIt() {
        browser.show(address("failed"), "light", 1280);
        String before = text("#readout-0 tbody");

        browser.run(
                "var c = Object.values(Chart.instances)[1]; var box = c.canvas.getBoundingClientRect();"
                        + "c.canvas.dispatchEvent(new PointerEvent('pointermove', {clientX: box.left + c.scales.x.getPixelForValue(17), clientY: box.top + 30}));");

        assertThat(cursors()).isEqualTo(List.of(17L, 17L, 17L));
        assertThat(text("#readout-0 caption")).isEqualTo("25 Nov 2026, 00:00 UTC");
        assertThat(text("#readout-0 tbody tr:first-child")).startsWith("2.0.0").contains("2,140", "8.97 %");
        assertThat(browser.run("return document.querySelector('#readout-0 tfoot').hidden"))
                .isEqualTo(true);

        browser.run("Object.values(Chart.instances)[1].canvas.dispatchEvent(new PointerEvent('pointerleave'))");
        assertThat(text("#readout-0 tbody")).isEqualTo(before);
        assertThat(text("#readout-0 caption")).isEqualTo("8–28 Nov, daily");
        assertThat(text("#readout-0 tfoot")).contains("all");
    }

    @Test
    void arrowKeysMoveTheCursor() {
        browser.show(address("failed"), "light", 1280);

        browser.run("document.getElementById('plots-0').focus()");
        browser.type(Keys.END);
        assertThat(cursors()).isEqualTo(List.of(20L, 20L, 20L));
        browser.type(Keys.ARROW_LEFT);
        assertThat(cursors()).isEqualTo(List.of(19L, 19L, 19L));
        assertThat(text("#readout-0 caption")).isEqualTo("27 Nov 2026, 00:00 UTC");
        browser.type(Keys.ESCAPE);
        assertThat(text("#readout-0 caption")).isEqualTo("8–28 Nov, daily");
    }

    @Test
    void aVersionIsHiddenInAllChartsAndShownAgain() {
        browser.show(address("failed"), "light", 1280);
        String hidden =
                "return Object.values(Chart.instances).slice(0, 3).map(function (c) { return c.isDatasetVisible(1); })";

        browser.run("document.querySelectorAll('#readout-0 button.version')[1].click()");
        assertThat(browser.run(hidden)).isEqualTo(List.of(false, false, false));
        browser.run("document.querySelectorAll('#readout-0 button.version')[1].click()");
        assertThat(browser.run(hidden)).isEqualTo(List.of(true, true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "without-gate"})
    void reachesEveryControlByTab(String page) {
        browser.show(address(page), "light", 1280);

        new PageChecks(browser, page).reachesEveryControlByTab();
    }

    /** What the bars of each stretch add up to is what the tenant has counted in it. */
    @Test
    void barsAddUpToTheTotal() {
        browser.show(address("failed"), "light", 1280);

        Map<?, ?> sums = (Map<?, ?>) browser.run(
                "var sum = function (list) { return list.reduce(function (a, b) { return a + (b || 0); }, 0); };"
                        + "var c = Object.values(Chart.instances)[0];"
                        + "return {drawn: sum(c.data.datasets.map(function (d) { return sum(d.data); })), sets: c.data.datasets.length,"
                        + " labels: c.data.datasets.map(function (d) { return d.label; }).join()};");
        assertThat(sums.get("labels"))
                .asString()
                .startsWith("2.0.0,1.9.0,2.1.0,1.3.0,")
                .endsWith(",other (5)");
        long total = Long.parseLong(text("#readout-0 tfoot td").replace(",", ""));
        // 17 executions have no time, as a warning says.
        assertThat(sums.get("drawn")).isEqualTo(total - 17);
    }

    private Object cursors() {
        return browser.run(
                "return Object.values(Chart.instances).slice(0, 3).map(function (c) { return c.cxoneCursor; })");
    }

    private String text(String selector) {
        return String.valueOf(browser.run(
                "return document.querySelector('" + selector + "').textContent.replace(/\\s+/g, ' ').trim()"));
    }

    private static URI address(String page) {
        return FOLDER.resolve(page + ".html").toUri();
    }
}
