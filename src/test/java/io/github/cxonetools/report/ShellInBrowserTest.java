package io.github.cxonetools.report;

import io.github.cxonetools.report.metrics.MetricsPage;
import io.github.cxonetools.report.simulation.SimulationPage;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.report.text.TimeText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** What surrounds every page, used as its readers use it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShellInBrowserTest {

    private static final Path PAGE = Path.of("target", "pages", "shell", "metrics.html");

    private Browser browser;

    @BeforeAll
    void open() throws Exception {
        browser = Browser.open();
        new MetricsPage(Comparator.naturalOrder()).write(MetricsSamples.two(), PageOrigin.UNKNOWN, PAGE);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void forget() {
        browser.show(PAGE.toAbsolutePath(), "light", 1280);
        browser.run("localStorage.clear()");
        browser.show(PAGE.toAbsolutePath(), "light", 1280);
    }

    @Test
    void switchesToDarkAndRemembersIt() {
        browser.run("document.querySelector('.scheme-switch').click()");
        assertThat(background()).isEqualTo("rgb(16, 21, 28)");
        assertThat(chartText()).isEqualTo("#a3afbd");

        browser.show(PAGE.toAbsolutePath(), "light", 1280);
        assertThat(background()).isEqualTo("rgb(16, 21, 28)");
        assertThat(browser.run("return document.querySelector('.scheme-switch').getAttribute('aria-pressed')"))
                .isEqualTo("true");

        browser.show(PAGE.toAbsolutePath(), "dark", 1280);
        browser.run("document.querySelector('.scheme-switch').click()");
        assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void printsLightWhatWasSwitchedToDark() {
        browser.run("document.querySelector('.scheme-switch').click()");

        browser.print("light");

        assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void hasADrawerOnNarrowScreensThatKeysOpenAndClose() {
        browser.show(PAGE.toAbsolutePath(), "light", 600);
        assertThat(railIsSeen()).isEqualTo(false);

        browser.run("document.querySelector('.drawer-switch').focus()");
        browser.type(Keys.ENTER);
        assertThat(railIsSeen()).isEqualTo(true);
        assertThat(browser.run("return document.activeElement.getAttribute('href')"))
                .isEqualTo("#action-0");

        browser.type(Keys.ESCAPE);
        assertThat(railIsSeen()).isEqualTo(false);
        assertThat(browser.run("return document.activeElement.className")).isEqualTo("drawer-switch");

        browser.type(Keys.ENTER);
        browser.type(Keys.ENTER);
        assertThat(railIsSeen()).as("after an entry was chosen").isEqualTo(false);
        assertThat(browser.run("return location.hash")).isEqualTo("#action-0");
    }

    @Test
    void hasARailBesideTheContentOnWideScreens() {
        assertThat(railIsSeen()).isEqualTo(true);
        assertThat(browser.run("return document.querySelector('.drawer-switch').checkVisibility()"))
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 1024, 1280, 1600})
    void keepsItsBarOnOneLine(int width) throws Exception {
        new SimulationPage()
                .write(RoutingSamples.mixed(), RoutingSamples.source(), PAGE.resolveSibling("simulation.html"));
        browser.show(PAGE.resolveSibling("simulation.html").toAbsolutePath(), "light", width);

        assertThat((List<?>) browser.run("var bar = document.querySelector('.bar'); var middle = bar.clientHeight / 2;"
                        + "return Array.from(bar.children).filter(function (e) { var b = e.getBoundingClientRect();"
                        + " return e.checkVisibility() && (b.top > middle || b.bottom < middle || b.right > innerWidth); })"
                        + ".map(function (e) { return e.className; })"))
                .isEmpty();
    }

    @Test
    void keepsItsBarInSight() {
        browser.run("window.scrollTo(0, 1000)");

        assertThat(browser.run("return document.querySelector('.bar').getBoundingClientRect().top"))
                .isEqualTo(0L);
    }

    @Test
    void drawsNoRingAroundWhatAScriptFocuses() {
        browser.type(Keys.TAB); // From now on the browser takes the reader for one who uses keys.
        browser.run("document.getElementById('main').focus()");

        assertThat(browser.run(
                        "return getComputedStyle(document.activeElement).outlineStyle + document.activeElement.id"))
                .isEqualTo("nonemain");
    }

    @Test
    void formatsNumbersAsThePluginDoes() {
        List<Double> numbers = new ArrayList<>(List.of(0.0, 0.9995, 0.99949, 999.5, 4.125, 0.0125, 1e-7, 1e9));
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            numbers.add(Math.pow(10, random.nextDouble() * 12 - 6));
        }
        List<String> expected = new ArrayList<>();
        StringBuilder script = new StringBuilder("var n = cxoneNumbers; return [].concat.apply([], [");
        for (double number : numbers) {
            expected.add(NumberText.duration(number));
            expected.add(NumberText.percent(number));
            expected.add(NumberText.threeDigits(number));
            script.append(number).append(',');
        }
        script.append("].map(function (x) { return [n.duration(x), n.percent(x), n.threeDigits(x)]; }))");

        assertThat((List<?>) browser.run(script.toString())).isEqualTo(expected);
    }

    @Test
    void formatsCountsAndTimesAsThePluginDoes() {
        Instant time = Instant.parse("2026-02-03T04:05:06Z");

        assertThat((List<?>)
                        browser.run("var n = cxoneNumbers; return [n.count(0), n.count(1234567), n.counted(1, 'probe'),"
                                + " n.counted(2000, 'probe'), n.moment('" + time + "')]"))
                .isEqualTo(List.of(
                        NumberText.count(0),
                        NumberText.count(1234567),
                        NumberText.count(1, "probe"),
                        NumberText.count(2000, "probe"),
                        TimeText.moment(time)));
    }

    private Object background() {
        return browser.run("return getComputedStyle(document.body).backgroundColor");
    }

    private Object chartText() {
        return browser.run("return Object.values(Chart.instances)[0].options.scales.y.ticks.color");
    }

    private Object railIsSeen() {
        return browser.run("return document.getElementById('rail').checkVisibility()");
    }
}
