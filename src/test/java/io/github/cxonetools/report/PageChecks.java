package io.github.cxonetools.report;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every page of this plugin is held to in a browser, whether it is a file or the tenant serves it. Pictures go to
 * {@code target/screenshots}, for whoever changes a page.
 */
public final class PageChecks {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Browser browser;
    private final String name;

    /** @param name of the page, as pictures are named after it */
    public PageChecks(Browser browser, String name) {
        this.browser = browser;
        this.name = name;
    }

    /** Shows the page and checks all that does not depend on what it is about. */
    public void holds(URI address, String scheme, int width) throws IOException {
        browser.show(address, scheme, width);
        holds(scheme, width);
    }

    /** As {@link #holds(URI, String, int)}, for a page that is shown already and perhaps was worked with. */
    public void holds(String scheme, int width) throws IOException {
        assertThat(browser.complaints()).as("complaints of the browser").isEmpty();
        assertThat(browser.requests()).as("requests").isEmpty();
        staysWithinTheWindow();
        hasNoViolation();
        picture(scheme + "-" + width);
        hasContrast();
    }

    /** No horizontal scroll. */
    public void staysWithinTheWindow() {
        assertThat(browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("columns of horizontal scroll")
                .isEqualTo(0L);
    }

    /** axe-core finds nothing, neither against WCAG nor against good practice. */
    public void hasNoViolation() throws IOException {
        Object found = browser.runAsync(axe()
                + ";\nvar done = arguments[arguments.length - 1];\naxe.run(document, {resultTypes: ['violations']})"
                + ".then(function (results) { done(results.violations.map(function (v) {"
                + " return v.id + ': ' + v.help + ' ' + v.nodes.map(function (n) { return n.target.join(' '); }).join(', '); })); })"
                + ".catch(function (e) { done(['axe-core failed: ' + e]); });");
        assertThat((List<?>) found).as("violations that axe-core finds").isEmpty();
    }

    /** Also of what is folded: it opens all details. */
    public void hasContrast() throws IOException {
        assertThat((List<?>) browser.run(script("contrast.js")))
                .as("text of too little contrast")
                .isEmpty();
    }

    /** On paper as wide as A4 between its margins, by someone whose screen is dark. */
    public void prints(URI address) throws IOException {
        browser.show(address, "dark", 718);
        browser.print("dark");
        browser.run("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        staysWithinTheWindow();
        assertThat((List<?>) browser.run("return Array.from(document.querySelectorAll('canvas')).filter(function (c) {"
                        + " var box = c.getBoundingClientRect(); return box.width < 300 || box.right > 718; })"
                        + ".map(function (c) { return c.id; })"))
                .as("charts that do not fit the paper")
                .isEmpty();
        assertThat(
                        (List<?>)
                                browser.run(
                                        "return typeof Chart === 'undefined' ? ['#404852']"
                                                + " : Object.values(Chart.instances).map(function (c) { return c.options.scales.y.ticks.color; })"))
                .as("the charts' text")
                .isNotEmpty()
                .allSatisfy(colour -> assertThat(colour).isEqualTo("#404852"));
        picture("print");
        hasContrast();
    }

    /** Every control that is seen is met by Tab, in the order of the page, and nothing else is. */
    public void reachesEveryControlByTab() {
        List<String> stops = browser.tabStops();
        List<?> controls = (List<?>) browser.run(
                "return Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]'))"
                        + ".filter(function (e) { return e.checkVisibility() && e.tabIndex >= 0; })"
                        + ".map(function (e) { return e.dataset.stop; })");
        assertThat(stops)
                .containsExactlyElementsOf(
                        controls.stream().map(String::valueOf).toList())
                .isNotEmpty();
    }

    /** Every chart is drawn, with a mark for each number. */
    public void drawsAsManyMarksAsThereAreData() throws IOException {
        Map<?, ?> counts = (Map<?, ?>) browser.run(script("marks.js"));
        assertThat(counts.get("canvases")).isEqualTo(counts.get("charts")).isNotEqualTo(0L);
        assertThat(counts.get("marks")).isEqualTo(counts.get("data")).isNotEqualTo(0L);
    }

    /** Writes {@code target/screenshots/<name>-<what>.png}. */
    public void picture(String what) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + "-" + what + ".png"), browser.picture());
    }

    private static String script(String file) throws IOException {
        return resource("/io/github/cxonetools/report/" + file);
    }

    private static String axe() throws IOException {
        return resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(PageChecks.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
