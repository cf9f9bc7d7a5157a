package io.github.cxonetools.report;

import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.report.compatibility.CompatibilityFiles;
import io.github.cxonetools.report.compatibility.CompatibilityJson;
import io.github.cxonetools.report.compatibility.CompatibilityPage;
import io.github.cxonetools.report.metrics.MetricsPage;
import io.github.cxonetools.report.simulation.SimulationPage;
import io.github.cxonetools.report.text.PageOrigin;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the reports put into a Maven site, without a skin around it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteBodiesInBrowserTest {

    private static final Path FOLDER = Path.of("target", "pages", "site");

    private Browser browser;

    @BeforeAll
    void open() throws Exception {
        browser = Browser.open();
        write("metrics", new MetricsPage(MavenVersions.ORDER).siteBody(JudgedSamples.failed()));
        write("simulation", new SimulationPage().siteBody(RoutingSamples.mixed(), RoutingSamples.BASE));
        new CompatibilityFiles(FOLDER.resolve("data"), FOLDER.resolve("data/xml"), FOLDER.resolve("check.state"), "1")
                .write(CompatibilitySamples.mixed(), PageOrigin.UNKNOWN);
        write(
                "compatibility",
                new CompatibilityPage().siteBody(CompatibilityJson.read(FOLDER.resolve("data/compatibility.json"))));
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void write(String name, String body) throws Exception {
        Files.createDirectories(FOLDER);
        Files.writeString(
                FOLDER.resolve(name + ".html"),
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Site</title>"
                        + "</head><body><main><h1>Report</h1>" + body + "</main></body></html>");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "metrics, light, 360",
        "metrics, dark, 360",
        "metrics, light, 1280",
        "simulation, light, 360",
        "simulation, light, 1280",
        "compatibility, light, 360",
        "compatibility, light, 1280",
    })
    void isReadableEverywhere(String page, String scheme, int width) throws Exception {
        new PageChecks(browser, "site-" + page).holds(address(page), scheme, width);
    }

    @Test
    void saysWhatFailedAndWhyAndOpensIt() throws Exception {
        browser.show(URI.create(address("simulation") + "#CustomerProfileAction/unknown-customer"), "light", 1280);

        assertThat(texts(".verdict")).containsExactly("✗ 10 of 19 failed · 2 actions · 40 probes: 2 causes");
        assertThat(texts(".cause-label"))
                .hasSize(5)
                .contains("NullPointerException ProfileLookup:14")
                .contains("IllegalStateException QueueTable:88, wrapped in CompletionException");
        assertThat(texts(".row.open .why").get(0)).endsWith("is null, thrown at ProfileLookup:14");
        assertThat(texts(".row.open .command"))
                .containsExactly("mvn cxone:simulate -Dcxone.fixture=CustomerProfileAction/unknown-customer");
        assertThat(texts(".row.open .tab")).containsExactly("Diff");
        assertThat(texts(".latency .facts").get(0)).contains("p95", "p99", "first call, apart");
        assertThat(texts(".histogram .mark")).isNotEmpty();
        new PageChecks(browser, "site-simulation-open").holds("light", 1280);
    }

    @Test
    void marksAnActionsFixturesByItsName() {
        browser.show(address("simulation"), "light", 1280);

        browser.run("document.querySelectorAll('.summary a')[1].click()");

        assertThat(texts("#rows .row")).hasSize(7);
    }

    private List<String> texts(String selector) {
        List<?> texts = (List<?>) browser.run("return Array.from(document.querySelectorAll('" + selector
                + "')).map(function (e) { return e.textContent; })");
        return texts.stream().map(String::valueOf).toList();
    }

    @Test
    void drawsAMarkForEachNumber() throws Exception {
        browser.show(address("metrics"), "light", 1280);

        new PageChecks(browser, "site-metrics").drawsAsManyMarksAsThereAreData();
    }

    private static URI address(String page) {
        return FOLDER.resolve(page + ".html").toUri();
    }
}
