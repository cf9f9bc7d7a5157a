package io.github.cxonetools.report;

import io.github.cxonetools.report.simulation.SimulationPage;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** What someone does with simulation.html who wants to know which fixture failed, why, and what to change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationInBrowserTest {

    private static final Path FOLDER = Path.of("target", "pages", "routing");
    private static final Path PAGE = FOLDER.resolve("simulation.html");
    private static final Path LARGE = FOLDER.resolve("large").resolve("simulation.html");

    private final SimulationReport report = RoutingSamples.mixed();
    private Browser browser;

    @BeforeAll
    void open() throws Exception {
        browser = Browser.open();
        new SimulationPage().write(report, RoutingSamples.source(), PAGE);
        new SimulationPage().write(RoutingSamples.large(), RoutingSamples.source(), LARGE);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"light, 360", "dark, 360", "light, 768", "light, 1280", "dark, 1280"})
    void isReadableEverywhere(String scheme, int width) throws Exception {
        new PageChecks(browser, "routing").holds(PAGE.toUri(), scheme, width);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "gold-customer, light, 1280",
        "gold-customer, dark, 360",
        "unknown-customer, dark, 1280",
        "tags-as-text, light, 1280",
        "tags-as-text, light, 360",
    })
    void opensAFixtureByItsAddress(String fixture, String scheme, int width) throws Exception {
        show("#CustomerProfileAction/" + fixture, scheme, width);

        assertThat(text(".row.open .row-name")).endsWith(fixture);
        PageChecks checks = new PageChecks(browser, "routing-" + fixture);
        if (fixture.equals("unknown-customer")) {
            click("Stack");
        } else if (fixture.equals("tags-as-text")) {
            click("Payload");
        }
        checks.holds(scheme, width);
    }

    @Test
    void opensAProbeByItsAddress() {
        show("#CustomerProfileAction/probe-0a77be31", "light", 1280);

        assertThat(text("#probe-list .row.open .why")).contains("/scores/loyalty is 1.2");
    }

    @Test
    void printsEveryFailureOpen() throws Exception {
        new PageChecks(browser, "routing").prints(PAGE.toUri());

        assertThat(number("document.querySelectorAll('#rows .row.bad .side-row, #rows .row.bad .failures').length > 0"
                        + " && document.querySelectorAll('#rows .row.bad .row-body:not([hidden])').length"))
                .isEqualTo(10);

        browser.run("window.dispatchEvent(new Event('afterprint'))");
        assertThat(number("document.querySelectorAll('.row.open').length")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'', 1280", "#CustomerProfileAction/gold-customer, 1280", "#CustomerProfileAction/gold-customer, 360"})
    void reachesEveryControlByTab(String hash, int width) {
        show(hash, "light", width);
        new PageChecks(browser, "routing").reachesEveryControlByTab();
    }

    @Test
    void saysWhatFailedAndWhyBeforeAnythingIsClicked() {
        show("", "light", 1280);

        assertThat(text(".verdict")).isEqualTo("✗ 10 of 19 failed · 2 actions · 40 probes: 2 causes");
        assertThat(texts(".cause"))
                .containsExactly(
                        "/output/tier and 2 more 5 fixtures",
                        "NullPointerException ProfileLookup:14 2 fixtures, 2 probes",
                        "IllegalStateException QueueTable:88, wrapped in CompletionException 2 fixtures",
                        "validation error: input: /tags is \"vip\", not an array; /history/contacts is -3, less than 0 1 fixture",
                        "validation error: output: /scores/loyalty is 1.2, greater than 1 1 probe");
        assertThat(texts("#rail a").get(0)).startsWith("CustomerProfileAction ✗ 9/12");
        assertThat(texts(".row.bad .row-cause"))
                .contains(
                        "/output/tier: expected \"GOLD\", was \"SILVER\" … 2 more",
                        "NullPointerException ProfileLookup:14");
    }

    @Test
    void filtersByTextStatusActionAndCause() {
        show("", "light", 1280);

        filter("status:passed");
        assertThat(texts("#rows .sign").size()).isEqualTo(9);
        assertThat(text("#count")).isEqualTo("9 of 19 fixtures");
        filter("GOLD status:failed action:customer");
        assertThat(number("document.querySelectorAll('#rows .row.bad').length")).isPositive();
        assertThat(number("document.querySelectorAll('#rows .row.good').length"))
                .isZero();
        filter("cause:2");
        assertThat(texts("#rows .row-cause")).hasSize(2).containsOnly("NullPointerException ProfileLookup:14");
        filter("nothing-is-called-so");
        assertThat(text("#none")).isEqualTo("No fixture is like that.");
        browser.run("document.querySelector('[data-status=\"failed\"]').click()");
        assertThat(browser.run("return document.getElementById('query').value"))
                .isEqualTo("nothing-is-called-so status:failed");
        filter("");
        browser.run("document.querySelectorAll('.cause')[2].click()");
        assertThat(texts("#rows .row-cause"))
                .hasSize(2)
                .containsOnly("IllegalStateException QueueTable:88, wrapped in CompletionException");
        browser.run("document.querySelectorAll('#rail a')[1].click()");
        assertThat(browser.run("return document.getElementById('query').value"))
                .isEqualTo("cause:3 action:SentimentRoutingAction");
    }

    @Test
    void isWorkedByKeysAlone() {
        show("", "light", 1280);

        browser.type("f");
        assertThat(number("document.querySelectorAll('#rows .row.good').length"))
                .isZero();
        browser.type("j");
        browser.type("j");
        browser.type("k");
        assertThat(number("Array.from(document.querySelectorAll('#rows .row-head')).indexOf(document.activeElement)"))
                .isZero();
        browser.type(Keys.ENTER);
        assertThat(text(".row.open .why")).isNotBlank();
        browser.type("/");
        browser.type("j");
        assertThat(browser.run("return document.activeElement.id + document.activeElement.value"))
                .isEqualTo("queryj");
        browser.type(Keys.ESCAPE);
        browser.type("f");
        assertThat(browser.run("return document.getElementById('query').value")).isEqualTo("j status:failed");
    }

    @Test
    void putsExpectedBesideActualAndFoldsWhatIsEqual() {
        show("#CustomerProfileAction/gold-customer", "light", 1280);

        assertThat(texts(".row.open .side-row.differs .left"))
                .containsExactly("    \"tier\": \"GOLD\"", "      \"churn\": 0.02", "    \"callback\": true");
        assertThat(texts(".row.open .side-row.differs .right"))
                .containsExactly("    \"tier\": \"SILVER\"", "      \"churn\": 0.41", "");
        assertThat(texts(".row.open .side-row.extra .right")).containsExactly("      \"region\": \"EU\"");
        assertThat(texts(".row.open .fold")).isNotEmpty().allMatch(fold -> fold.endsWith(" equal lines"));
        assertThat(text(".row.open .stepper")).isEqualTo("1/3 ↓");
        browser.run("var b = document.querySelector('.row.open .stepper'); b.click(); b.click();");
        assertThat(text(".row.open .stepper")).isEqualTo("2/3 ↓");
        assertThat(browser.run("return document.querySelector('.side-row.current').dataset.difference"))
                .isEqualTo("/output/scores/churn");
    }

    @Test
    void keepsEveryDigitOfANumber() {
        show("", "light", 1280);

        assertThat(
                        browser.run(
                                "var box = cxoneJson.beside('{\"a\":12345678901234567890}', '{\"a\":12345678901234567891}', ['/a']);"
                                        + "return Array.from(box.querySelectorAll('.cell')).map(function (c) { return c.textContent; }).join('|')"))
                .asString()
                .contains("12345678901234567890|", "12345678901234567891");
    }

    @Test
    void showsTheSchemaWhereThePayloadBreaksIt() {
        show("#CustomerProfileAction/tags-as-text", "light", 1280);

        click("Payload");

        assertThat(texts(".row.open .line.marked")).containsExactly("  \"tags\": \"vip\",", "    \"contacts\": -3,");
        assertThat(text(".row.open .schema-at p")).isEqualTo("What the input schema says of /tags");
        assertThat(text(".row.open .schema-at pre")).contains("\"maxItems\": 20");
    }

    @Test
    void showsOwnFramesFirst() {
        show("#CustomerProfileAction/unknown-customer", "light", 1280);

        click("Stack");

        assertThat(text(".row.open .stack pre"))
                .isEqualTo("at com.example.actions.ProfileLookup.find(ProfileLookup.java:14)\n"
                        + "at com.example.actions.CustomerProfile.apply(CustomerProfile.java:41)\n"
                        + "at com.example.actions.CustomerProfile.apply(CustomerProfile.java:18)");
        assertThat(texts(".row.open .stack pre:last-child .line")).hasSize(7);
    }

    @Test
    void showsWhatAnExceptionWasCausedByAmongTheOwnFrames() {
        show("#CustomerProfileAction/sms-without-queue", "light", 1280);

        click("Stack");

        assertThat(text(".row.open .why"))
                .isEqualTo("java.util.concurrent.CompletionException: java.lang.IllegalStateException:"
                        + " no queue for channel sms, thrown at QueueTable:88");
        assertThat(text(".row.open .stack pre"))
                .isEqualTo("at com.example.actions.CustomerProfile.apply(CustomerProfile.java:52)\n"
                        + "Caused by: java.lang.IllegalStateException: no queue for channel sms\n"
                        + "at com.example.actions.QueueTable.of(QueueTable.java:88)");
    }

    @Test
    void copiesTheCommandThatPlaysOneFixtureAgain() {
        show("#CustomerProfileAction/gold-customer", "light", 1280);
        browser.run(
                "window.copied = []; Object.defineProperty(navigator, 'clipboard', {value: {writeText: function (t) {"
                        + " window.copied.push(t); return Promise.resolve(); }}, configurable: true});");

        browser.run("document.querySelectorAll('.row.open .tools button').forEach(function (b) { b.click(); });");

        List<?> copied = (List<?>) browser.run("return window.copied");
        assertThat(copied).hasSize(3);
        assertThat(copied.get(0)).isEqualTo("mvn cxone:simulate -Dcxone.fixture=CustomerProfileAction/gold-customer");
        assertThat(copied.get(1)).asString().contains("\"channel_type\": \"voice\"");
        assertThat(copied.get(2)).asString().endsWith("simulation.html#CustomerProfileAction/gold-customer");
    }

    @Test
    void drawsARunForEachMeasurement() {
        show("", "light", 1280);

        for (int i = 0; i < report.actions().size(); i++) {
            ActionReport action = report.actions().get(i);
            assertThat(number("Array.from(document.querySelectorAll('.histogram')[" + i + "].querySelectorAll('.mark'))"
                            + ".filter(function (m) { return m.getBoundingClientRect().height > 0; })"
                            + ".reduce(function (sum, m) { return sum + Number(m.dataset.count); }, 0)"))
                    .isEqualTo(action.profile().rest().count())
                    .isEqualTo(240);
        }
        assertThat(texts(".histogram .title")).contains("Latency of a call, logarithmic", "Runs");
        assertThat(texts(".latency .facts").get(0))
                .contains("p50", "p95", "p99", "83.1 ms first call, apart: gold-customer");
        assertThat(number("document.querySelectorAll('.slowest')[0].querySelectorAll('li').length"))
                .isEqualTo(10);
    }

    @Test
    void saysWhichFixtureWasTheFirstCall() {
        show("", "light", 1280);

        assertThat(browser.run("return document.querySelector('.latency .facts a').getAttribute('href')"))
                .isEqualTo("#CustomerProfileAction/gold-customer");
        assertThat(number("document.querySelectorAll('#rows .first-call').length"))
                .isEqualTo(report.actions().size());
        assertThat(text("#rows .first-call")).isEqualTo("first call");
        assertThat(texts(".slowest li").get(0)).isEqualTo("gold-customer 83.1 ms  first call");
        browser.run("document.querySelector('.latency .facts a').click()");
        assertThat(text(".row.open .row-name")).endsWith("gold-customer");
    }

    @Test
    void showsTenThousandFixturesAndFindsAmongThemAtOnce() throws Exception {
        assertThat(Files.size(LARGE)).isLessThan(2L << 20);
        browser.show(LARGE.toAbsolutePath(), "light", 1280);

        Map<?, ?> measured = (Map<?, ?>) browser.runAsync("""
                var done = arguments[arguments.length - 1];
                new PerformanceObserver(function (list, observer) {
                  observer.disconnect();
                  var paint = list.getEntriesByName('first-contentful-paint')[0].startTime;
                  var query = document.getElementById('query');
                  var began = performance.now();
                  query.value = 'status:failed vip';
                  query.dispatchEvent(new Event('input'));
                  requestAnimationFrame(function () { requestAnimationFrame(function () {
                    done({paint: paint, filter: performance.now() - began});
                  }); });
                }).observe({type: 'paint', buffered: true});""");

        assertThat(((Number) measured.get("paint")).doubleValue())
                .as("first paint, ms")
                .isBetween(1.0, 1000.0);
        assertThat(((Number) measured.get("filter")).doubleValue())
                .as("filter, ms")
                .isBetween(0.1, 1000.0);
        filter("status:failed");
        assertThat(text("#count")).isEqualTo("591 of 10,010 fixtures");
        browser.run("document.getElementById('more').click(); document.getElementById('more').click();");
        assertThat(number("document.querySelectorAll('#rows .row.bad').length")).isEqualTo(591);
        assertThat(number("document.querySelectorAll('#rows .row').length")).isEqualTo(591);
        new PageChecks(browser, "routing-large").holds("light", 1280);
    }

    private void show(String hash, String scheme, int width) {
        // Another address first: a change of the hash alone loads no page.
        browser.show(LARGE.toAbsolutePath().resolveSibling("none.html"), scheme, width);
        browser.complaints();
        browser.show(java.net.URI.create(PAGE.toUri() + hash), scheme, width);
    }

    private void filter(String text) {
        browser.run("var q = document.getElementById('query'); q.value = '" + text
                + "'; q.dispatchEvent(new Event('input'));");
    }

    private void click(String tab) {
        browser.run(
                "Array.from(document.querySelectorAll('.row.open .tab')).filter(function (t) { return t.textContent === '"
                        + tab + "'; })[0].click()");
    }

    private String text(String selector) {
        return String.valueOf(browser.run("return document.querySelector('" + selector + "').textContent"));
    }

    /** Of what is seen, with one space where parts meet. */
    private List<String> texts(String selector) {
        List<?> texts = (List<?>) browser.run("return Array.from(document.querySelectorAll('" + selector
                + "')).map(function (e) { return e.children.length ? Array.from(e.children).map(function (c) {"
                + " return c.textContent; }).join(' ').trim() : e.textContent; })");
        return texts.stream()
                .map(text -> String.valueOf(text).replaceFirst("\n$", ""))
                .toList();
    }

    private long number(String script) {
        return ((Number) browser.run("return " + script)).longValue();
    }
}
