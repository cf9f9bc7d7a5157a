package io.github.cxonetools.report;

import io.github.cxonetools.report.compatibility.CompatibilityFiles;
import io.github.cxonetools.report.metrics.MetricsPage;
import io.github.cxonetools.report.simulation.SimulationPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks at the pages as their readers do: on a phone and a desk, by day and by night, with the keyboard alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTest {

    private static final Path FOLDER = Path.of("target", "pages");

    private Browser browser;

    @BeforeAll
    void open() throws Exception {
        browser = Browser.open();
        new MetricsPage(Comparator.naturalOrder()).write(MetricsSamples.two(), FOLDER.resolve("metrics.html"));
        new SimulationPage()
                .write(SimulationSamples.mixed(), FOLDER.resolve("simulation.html"), SimulationSamples.BASE);
        CompatibilityFiles.write(CompatibilitySamples.mixed(), FOLDER, FOLDER.resolve("xml"));
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "metrics, light, 360",
        "metrics, dark, 360",
        "metrics, light, 1280",
        "metrics, dark, 1280",
        "simulation, light, 360",
        "simulation, dark, 360",
        "simulation, light, 1280",
        "simulation, dark, 1280",
        "compatibility, light, 360",
        "compatibility, dark, 360",
        "compatibility, light, 1280",
        "compatibility, dark, 1280",
    })
    void isReadableEverywhereAndAsksForNothing(String page, String scheme, int width) throws Exception {
        show(page, scheme, width);

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        assertThat((List<?>) browser.run(read("contrast.js")))
                .as("text of too little contrast")
                .isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("columns of horizontal scroll")
                .isEqualTo(0L);
        Files.write(FOLDER.resolve(page + "-" + scheme + "-" + width + ".png"), browser.picture());
    }

    /** As wide as A4 between its margins, by someone whose screen is dark. */
    @ParameterizedTest
    @ValueSource(strings = {"metrics", "simulation", "compatibility"})
    void printsInkOnWhitePaper(String page) throws Exception {
        show(page, "dark", 718);

        browser.print("dark");

        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat((List<?>) browser.run(read("contrast.js")))
                .as("text of too little contrast")
                .isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("columns beyond the paper's edge")
                .isEqualTo(0L);
        assertThat(
                        (List<?>)
                                browser.run(
                                        "window.dispatchEvent(new Event('beforeprint'));"
                                                + "return typeof Chart === 'undefined' ? ['#404852'] : Object.values(Chart.instances).map(function (c) { return c.options.scales.y.ticks.color; })"))
                .as("the charts' text")
                .isNotEmpty()
                .allSatisfy(colour -> assertThat(colour).isEqualTo("#404852"));
        Files.write(FOLDER.resolve(page + "-print.png"), browser.picture());
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "simulation", "compatibility"})
    void reachesEveryControlByTab(String page) {
        show(page, "light", 1280);

        List<String> stops = browser.tabStops();
        assertThat(stops).containsExactlyElementsOf(controls()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "simulation"})
    void drawsAsManyMarksAsThereAreData(String page) throws Exception {
        show(page, "light", 1280);

        Map<?, ?> counts = (Map<?, ?>) browser.run(read("marks.js"));
        assertThat(counts.get("canvases")).isEqualTo(counts.get("charts")).isNotEqualTo(0L);
        assertThat(counts.get("marks")).isEqualTo(counts.get("data")).isNotEqualTo(0L);
    }

    private List<String> controls() {
        List<?> controls = (List<?>) browser.run(
                "return Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]'))"
                        + ".filter(function (e) { return e.checkVisibility() && e.tabIndex >= 0; })"
                        + ".map(function (e) { return e.dataset.stop; })");
        return controls.stream().map(String::valueOf).toList();
    }

    private void show(String page, String scheme, int width) {
        browser.show(FOLDER.resolve(page + ".html").toAbsolutePath(), scheme, width);
    }

    private static String read(String script) throws Exception {
        return Files.readString(Path.of("src", "test", "resources", "io", "github", "cxonetools", "report", script));
    }
}
