package io.github.cxonetools.tenant;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.Browser;
import io.github.cxonetools.tenant.TenantCalls.Reply;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Uses the tenant's page as its readers do, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantPageTest {

    private static final Path PICTURES = Path.of("target", "pages");
    private static final String SCHEMA = "{\"type\":\"object\",\"required\":[\"channel_type\"],\"properties\":{"
            + "\"channel_type\":{\"type\":\"string\",\"pattern\":\"^(voice|chat)$\",\"description\":\"How it came in\"},"
            + "\"sentiment_score\":{\"type\":[\"number\",\"null\"],\"minimum\":-1,\"maximum\":1},"
            + "\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}}";

    private static final String FAILING = "{\"channel_type\":\"chat\",\"tags\":[\"fail\"]}";

    private Browser browser;
    private MockWebServer handler;
    private LocalTenant tenant;
    private TenantCalls calls;

    @BeforeAll
    void openBrowser() throws Exception {
        browser = Browser.open();
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        handler = new MockWebServer();
        handler.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = Objects.requireNonNull(request.getBody()).utf8();
                return body.contains("fail")
                        ? new MockResponse.Builder().code(503).build()
                        : new MockResponse.Builder()
                                .body("{\"queue\":\"<b>vip</b>\"}")
                                .build();
            }
        });
        handler.start();
        tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), Clock.systemUTC(), TenantEvents.NONE);
        calls = TenantCalls.owner(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
        handler.close();
    }

    @Test
    void opensByAnAddressThatWorksOnce() throws Exception {
        URI address = tenant.pageAddress();

        browser.show(tenant.url(), "light", 1280);
        assertThat(text("h1")).isEqualTo("This page is locked");
        browser.show(address, "light", 1280);
        assertThat(text("h1")).isEqualTo("Data Actions on this machine");
        assertThat(browser.run("return location.search + document.cookie")).isEqualTo("");

        Reply second = TenantCalls.anonymous(tenant.url()).get(address.toString());
        assertThat(second.status()).isEqualTo(401);
        assertThat(second.header("Set-Cookie")).isEmpty();
        assertThat(tenant.pageAddress()).isNotEqualTo(address);
    }

    @Test
    void saysWhatToTypeWhenTheTenantIsGoneOrNoLongerKnowsTheBrowser(@TempDir Path another) throws Exception {
        open("light", 1280);
        eventually("return document.getElementById('no-latest').checkVisibility()", true);
        int port = tenant.url().getPort();

        tenant.close();
        eventually(
                "return document.getElementById('problem').innerText",
                "The tenant does not answer. If it was stopped, type: mvn cxone:tenant");
        tenant = LocalTenant.open(
                new TenantSettings(another, port, Period.ofDays(30), "0.1.0"), Clock.systemUTC(), TenantEvents.NONE);

        eventually(
                "return document.getElementById('problem').innerText",
                "This page is locked for this browser now. Type mvn cxone:tenant, in another terminal where it still"
                        + " runs: it prints an address that opens the page again.");
        browser.show(tenant.url(), "light", 1280);
        assertThat(text("main")).contains("mvn cxone:tenant", "Each address works once; type it again for a new one");
        open("light", 1280);
        eventually("return document.getElementById('no-latest').checkVisibility()", true);
        assertThat(browser.run("return document.getElementById('problem').hidden"))
                .isEqualTo(true);
    }

    @Test
    void showsWhatIsDeployedMeanwhile() throws Exception {
        open("light", 1280);
        eventually("return document.getElementById('no-actions').checkVisibility()", true);

        String id = deploy("Routing", "1.0.0");
        eventually("return document.querySelectorAll('#actions a').length", 1L);
        assertThat(browser.run("return document.getElementById('no-actions').checkVisibility()"))
                .isEqualTo(false);
        browser.run("document.querySelector('#actions a').focus()");
        calls.patch("/api/v2/data-actions/" + id, "{\"isDeprecated\":true}");

        eventually("return document.querySelector('#actions .badge').textContent", "deprecated");
        assertThat(browser.run("return document.activeElement.dataset.id")).isEqualTo(id);
    }

    @Test
    void saysWhatToTypeWhereThereIsNothing() throws Exception {
        open("light", 1280);

        eventually("return document.getElementById('no-actions').checkVisibility()", true);
        assertThat(text("#no-actions")).contains("mvn deploy -Dcxone.baseUrl=local");
        eventually("return document.getElementById('no-figures').checkVisibility()", true);
        assertThat(text("#no-figures")).contains("mvn cxone:execute");
    }

    @Test
    void executesWhatItProposesAndShowsWhatCameOfIt() throws Exception {
        String id = deploy("Routing", "1.0.0");
        open("light", 1280);
        eventually("return document.querySelectorAll('#actions a').length", 1L);
        browser.run("document.querySelector('#actions a').click()");
        eventually("return document.getElementById('action-title').textContent", "Routing 1.0.0");
        assertThat(text("#input-schema li li"))
                .contains("channel_type", "string", "required", "pattern ^(voice|chat)$", "How it came in");
        assertThat(Json.read(
                        (String) browser.run("return document.querySelector('#input-schema details pre').textContent")))
                .isEqualTo(Json.read(SCHEMA));
        eventually(
                "return /^(voice|chat)$/.test(JSON.parse(document.getElementById('payload').value).channel_type)",
                true);
        assertThat(text("#payload-hint"))
                .isEqualTo("An example made from the input schema: everything. Ctrl+Enter sends it.");

        browser.run("document.getElementById('send').click()");

        eventually("return document.querySelectorAll('#latest tr').length", 1L);
        assertThat(text("#result")).contains("success", "The handler took", "<b>vip</b>");
        eventually(counted(), 1L);

        TenantCalls.Reply failed = calls.post("/local/v1/data-actions/" + id + "/executions", FAILING);
        assertThat(failed.json().get("message").stringValue()).isEqualTo("HTTP 503");
        eventually("return document.querySelectorAll('#latest tr').length", 2L);
        eventually(counted(), 2L);
        eventually("return document.querySelector('#cards .bad strong').textContent", "50 %");
        // Two points where a minute has ended between the two executions.
        assertThat((String) browser.run(marks("chart-errors"))).matches("1\\.0\\.0: (0\\.5|0 1)");
        assertThat((String) browser.run(marks("chart-latency"))).matches("1\\.0\\.0: [0-9. ]+");
        calls.patch("/api/v2/data-actions/" + id, "{\"version\":\"1.1.0\"}");
        calls.post("/local/v1/data-actions/" + id + "/executions", "{\"channel_type\":\"voice\"}");
        eventually("return (() => {" + marks("chart-errors") + "})().endsWith(', 1.1.0: 0')", true);
        eventually(counted(), 3L);
        browser.run("document.querySelectorAll('#latest button')[1].click()");
        eventually("return document.querySelector('#execution pre').textContent", FAILING);
    }

    @Test
    void showsWhatActionsSayAsText() throws Exception {
        String id = deploy("<img src=x onerror=alert(1)>", "</script><b>1</b>");
        calls.post("/local/v1/data-actions/" + id + "/executions", "<img src=x>");
        open("light", 1280);
        eventually("return document.querySelectorAll('#actions a, #latest tr').length", 2L);
        browser.run("document.querySelector('#actions a').click(); document.querySelector('#latest button').click()");

        eventually("return document.querySelector('#execution pre').textContent", "<img src=x>");
        eventually(
                "return document.getElementById('action-title').textContent",
                "<img src=x onerror=alert(1)> </script><b>1</b>");
        assertThat(browser.run("return document.querySelectorAll('main img, main b').length"))
                .isEqualTo(0L);
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"light, 360", "dark, 360", "light, 1280", "dark, 1280"})
    void isReadableEverywhereAndAsksItsOwnOriginOnly(String scheme, int width) throws Exception {
        String id = deploy("SentimentRoutingAction", "1.0.0");
        deploy("SentimentRoutingAction", "1.1.0");
        for (String payload : List.of("{\"channel_type\":\"voice\"}", FAILING, "{}")) {
            calls.post("/local/v1/data-actions/" + id + "/executions", payload);
        }
        open(scheme, width);
        eventually("return document.querySelectorAll('#actions a').length", 2L);
        browser.run("document.querySelector('#actions a').click()");
        eventually("return document.getElementById('action-title').textContent", "SentimentRoutingAction 1.0.0");
        eventually(counted(), 3L);

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith(tenant.url() + "/"));
        assertThat((List<?>) browser.run(contrast()))
                .as("text of too little contrast")
                .isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("columns of horizontal scroll")
                .isEqualTo(0L);
        Files.write(PICTURES.resolve("tenant-" + scheme + "-" + width + ".png"), browser.picture());
    }

    @Test
    void reachesEveryControlByTab() throws Exception {
        deploy("Routing", "1.0.0");
        open("light", 1280);
        eventually("return document.querySelectorAll('#actions a').length", 1L);
        browser.run("document.getElementById('live').click(); document.querySelector('#actions a').click()");
        eventually("return document.getElementById('action').checkVisibility()", true);
        browser.run("document.activeElement.blur(); document.querySelector('.skip').focus()");

        List<String> stops = browser.tabStops();

        List<?> controls = (List<?>) browser.run(
                "return Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]'))"
                        + ".filter(function (e) { return e.checkVisibility() && e.tabIndex >= 0; })"
                        + ".map(function (e) { return e.dataset.stop; })");
        assertThat(controls.subList(1, controls.size()))
                .as("all but the link to skip to the actions, where the focus began")
                .isNotEmpty()
                .isEqualTo(stops);
    }

    private void open(String scheme, int width) throws Exception {
        browser.show(URI.create("about:blank"), scheme, width);
        browser.complaints();
        browser.show(tenant.pageAddress(), scheme, width);
    }

    private String deploy(String name, String version) throws Exception {
        String quoted = Json.quoted(name);
        String label = Json.quoted(version);
        Reply reply = calls.post(
                "/api/v2/data-actions",
                "{\"name\":" + quoted + ",\"version\":" + label + ",\"inputSchema\":" + SCHEMA
                        + ",\"outputSchema\":{\"type\":\"object\",\"properties\":{\"queue\":{\"type\":\"string\"}}},"
                        + "\"description\":\"Finds the queue\",\"handlerUrl\":\"http://127.0.0.1:" + handler.getPort()
                        + "/routing\"}");
        return reply.json().get("id").stringValue();
    }

    /** A script that adds up the marks of the first chart. */
    private static String counted() {
        return "const chart = Chart.getChart('chart-count'); return chart ? chart.data.datasets"
                + ".flatMap(function (d) { return d.data; }).reduce(function (a, b) { return a + b; }, 0) : 0";
    }

    /** A script that names each version's marks in a chart. */
    private static String marks(String chart) {
        return "return Chart.getChart('" + chart + "').data.datasets.map(function (d) { return d.label + ': '"
                + " + d.data.filter(function (mark) { return mark !== null; }).join(' '); }).join(', ')";
    }

    private String text(String selector) {
        return String.valueOf(browser.run("return document.querySelector('" + selector + "').innerText"));
    }

    private void eventually(String script, Object expected) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        Object actual = value(script);
        while (!expected.equals(actual) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
            actual = value(script);
        }
        assertThat(actual).as(script).isEqualTo(expected);
    }

    /** The script's value; what is not there yet has none. */
    private Object value(String script) {
        return browser.run("try { " + script + " } catch (e) { return String(e); }");
    }

    private static String contrast() throws Exception {
        return Files.readString(
                Path.of("src", "test", "resources", "io", "github", "cxonetools", "report", "contrast.js"));
    }
}
