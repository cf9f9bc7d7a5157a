package io.github.cxonetools.report;

import io.github.cxonetools.report.compatibility.CompatibilityFiles;
import io.github.cxonetools.report.metrics.MetricsPage;
import io.github.cxonetools.report.simulation.SimulationPage;
import io.github.cxonetools.report.simulation.SimulationSource;
import io.github.cxonetools.report.text.PageOrigin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at the pages as their readers do: on a phone and a desk, by day and by night, with the keyboard alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTest {

    private static final Path FOLDER = Path.of("target", "pages");

    private static final PageOrigin ORIGIN = new PageOrigin(
            "customer-actions",
            "1.4.0",
            "9f3c2ab14de0c1f5b0d6f0a1b2c3d4e5f6a7b8c9",
            Instant.parse("2026-11-28T14:05:00Z"));

    private Browser browser;

    @BeforeAll
    void open() throws Exception {
        browser = Browser.open();
        new MetricsPage(Comparator.naturalOrder()).write(MetricsSamples.two(), ORIGIN, FOLDER.resolve("metrics.html"));
        new SimulationPage()
                .write(
                        SimulationSamples.mixed(),
                        SimulationSource.of(ORIGIN, SimulationSamples.BASE),
                        FOLDER.resolve("simulation.html"));
        new CompatibilityFiles(FOLDER, FOLDER.resolve("xml"), FOLDER.resolve("check.state"), "1")
                .write(CompatibilitySamples.mixed(), ORIGIN);
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
        "metrics, light, 768",
        "metrics, light, 1280",
        "metrics, dark, 1280",
        "simulation, light, 360",
        "simulation, dark, 360",
        "simulation, light, 768",
        "simulation, light, 1280",
        "simulation, dark, 1280",
        "compatibility, light, 360",
        "compatibility, dark, 360",
        "compatibility, light, 768",
        "compatibility, light, 1280",
        "compatibility, dark, 1280",
    })
    void isReadableEverywhereAndAsksForNothing(String page, String scheme, int width) throws Exception {
        new PageChecks(browser, page).holds(address(page), scheme, width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "simulation", "compatibility"})
    void printsInkOnWhitePaper(String page) throws Exception {
        new PageChecks(browser, page).prints(address(page));
    }

    @ParameterizedTest
    @CsvSource({
        "metrics, 1280",
        "metrics, 360",
        "simulation, 1280",
        "simulation, 360",
        "compatibility, 1280",
        "compatibility, 360",
    })
    void reachesEveryControlByTab(String page, int width) {
        browser.show(address(page), "light", width);

        new PageChecks(browser, page).reachesEveryControlByTab();
    }

    @Test
    void drawsAsManyMarksAsThereAreData() throws Exception {
        browser.show(address("metrics"), "light", 1280);

        new PageChecks(browser, "metrics").drawsAsManyMarksAsThereAreData();
    }

    private static URI address(String page) {
        return FOLDER.resolve(page + ".html").toUri();
    }
}
