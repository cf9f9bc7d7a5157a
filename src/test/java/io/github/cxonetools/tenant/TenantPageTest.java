package io.github.cxonetools.tenant;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.Browser;
import io.github.cxonetools.report.PageChecks;
import io.github.cxonetools.tenant.TenantCalls.Reply;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
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
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** Uses the tenant's page as its readers do, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantPageTest {

    private static final String SCHEMA = "{\"type\":\"object\",\"required\":[\"channel_type\"],\"properties\":{"
            + "\"channel_type\":{\"type\":\"string\",\"pattern\":\"^(voice|chat)$\",\"description\":\"How it came in\"},"
            + "\"sentiment_score\":{\"type\":[\"number\",\"null\"],\"minimum\":-1,\"maximum\":1},"
            + "\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}}";

    private static final String FAILING = "{\"channel_type\":\"chat\",\"tags\":[\"fail\"]}";

    private static final String THROWN =
            "{\"message\":\"java.lang.IllegalStateException: no profile of <b>Ada</b>\",\"stack\":"
                    + Json.quoted(
                            "java.lang.IllegalStateException: no profile of <b>Ada</b>\n"
                                    + "\tat java.base/java.util.Optional.orElseThrow(Optional.java:403)\n"
                                    + "\tat com.example.Profiles.of(Profiles.java:14)\n\tat com.example.Routing.apply(Routing.java:31)\n"
                                    + "Caused by: java.io.IOException: gone\n\tat com.example.Store.read(Store.java:3)\n\t... 1 more\n")
                    + "}";

    private Browser browser;
    private MockWebServer handler;
    private LocalTenant tenant;
    private TenantCalls calls;

    /** What a slow answer waits for: however slow the browser is, the answer is still under way when it looks. */
    private Semaphore mayAnswer;

    @BeforeAll
    void openBrowser() throws Exception {
        browser = Browser.open();
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        mayAnswer = new Semaphore(0);
        handler = serve(0);
        tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), Clock.systemUTC(), TenantEvents.NONE);
        calls = TenantCalls.owner(tenant);
    }

    private MockWebServer serve(int port) throws Exception {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                if (body.contains("fail")) {
                    return new MockResponse.Builder().code(503).build();
                }
                if (body.contains("throw")) {
                    return new MockResponse.Builder().code(500).body(THROWN).build();
                }
                if (body.contains("slow")) {
                    mayAnswer.acquireUninterruptibly();
                }
                return new MockResponse.Builder()
                        .body("{\"queue\":\"<b>vip</b>\"}")
                        .build();
            }
        });
        server.start(port);
        return server;
    }

    @AfterEach
    void stop() {
        mayAnswer.release();
        tenant.close();
        handler.close();
    }

    @Test
    void opensByAnAddressThatWorksOnce() throws Exception {
        URI address = tenant.pageAddress();

        browser.show(tenant.url(), "light", 1280);
        assertThat(text("h1")).isEqualTo("This page is locked");
        browser.show(address, "light", 1280);
        assertThat(text("h1")).isEqualTo("Local tenant");
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

    @ParameterizedTest
    @CsvSource({"light, 360", "dark, 1280"})
    void theLockedPageWearsTheSameLook(String scheme, int width) throws Exception {
        browser.show(URI.create("about:blank"), scheme, width);
        browser.complaints();
        browser.show(tenant.url(), scheme, width);

        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(scheme.equals("dark") ? "rgb(16, 21, 28)" : "rgb(255, 255, 255)");
        // The browser itself complains of the status.
        assertThat(browser.complaints()).allMatch(each -> each.contains("401"));
        PageChecks checks = new PageChecks(browser, "tenant-locked");
        checks.staysWithinTheWindow();
        checks.hasNoViolation();
        checks.picture(scheme + "-" + width);
        checks.hasContrast();
        assertThat(TenantCalls.anonymous(tenant.url()).get("/look/tenant.js").status())
                .isEqualTo(404);
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

        eventually("return document.querySelector('#actions em').textContent", "deprecated");
        assertThat(browser.run("return document.activeElement.dataset.id")).isEqualTo(id);
    }

    @Test
    void leadsThroughThreeStepsAndTicksThem() throws Exception {
        open("light", 1280);
        eventually("return document.getElementById('no-actions').checkVisibility()", true);
        assertThat(text("#start"))
                .contains(
                        "mvn deploy -Dcxone.baseUrl=local",
                        "mvn compile cxone:tenant",
                        "mvn cxone:execute -Dcxone.baseUrl=local");
        assertThat(browser.run("return document.querySelectorAll('#start .command button').length"))
                .isEqualTo(3L);
        new PageChecks(browser, "tenant-empty").picture("light-1280");
        int port = handler.getPort();

        handler.close();
        String id = deploy("Routing", "1.0.0", port);
        eventually(done(), "step-deployed");
        handler = serve(port);
        eventually(done(), "step-deployed step-listening");
        calls.post("/local/v1/data-actions/" + id + "/executions", "{\"channel_type\":\"chat\"}");
        eventually("return document.getElementById('start').checkVisibility()", false);
        assertThat(browser.run(done())).isEqualTo("step-deployed step-listening step-executed");
    }

    @ParameterizedTest
    @CsvSource({"light, 360", "dark, 360", "light, 768", "dark, 1280"})
    void anEmptyTenantIsReadable(String scheme, int width) throws Exception {
        open(scheme, width);
        eventually("return document.getElementById('no-latest').checkVisibility()", true);
        eventually("return document.getElementById('no-figures').checkVisibility()", true);
        assertThat(text("#no-figures")).contains("mvn cxone:execute");

        holds("tenant-empty", scheme, width);
    }

    @Test
    void groupsVersionsByNameAndSelectsTheNewestAction() throws Exception {
        deploy("Routing", "1.9.0");
        deploy("Routing", "1.10.0");
        deploy("Routing", "1.10.0-SNAPSHOT");
        deploy("Alerts", "2.0.0");
        open("light", 1280);

        eventually("return document.getElementById('action-title').textContent", "Alerts 2.0.0");
        assertThat(browser.run("return Array.from(document.querySelectorAll('#actions h2, #actions .version'), e =>"
                        + " e.textContent).join(' ')"))
                .isEqualTo("Alerts 2.0.0 Routing 1.10.0 1.10.0-SNAPSHOT 1.9.0");
        assertThat(browser.run("return document.activeElement === document.body"))
                .isEqualTo(true);
        assertThat(text("#actions a[aria-current]")).contains("2.0.0");
    }

    @Test
    void showsTheHealthOfEachVersion() throws Exception {
        String good = deploy("Routing", "1.0.0");
        String bad = deploy("Routing", "1.1.0");
        calls.post("/local/v1/data-actions/" + good + "/executions", "{\"channel_type\":\"chat\"}");
        calls.post("/local/v1/data-actions/" + bad + "/executions", "{}");
        open("light", 1280);

        eventually(
                "return Array.from(document.querySelectorAll('#actions a'), e => e.querySelector('.version').textContent"
                        + " + ' ' + e.querySelector('.health').className + ' ' + e.querySelector('small').textContent).join(', ')",
                "1.1.0 health bad 1 of 1 failed, 1.0.0 health good 1 call");
    }

    @Test
    void executesWhatItProposesAndShowsWhatCameOfIt() throws Exception {
        String id = deploy("Routing", "1.0.0");
        open("light", 1280);
        eventually("return document.getElementById('action-title').textContent", "Routing 1.0.0");
        browser.run("document.querySelectorAll('.desk details').forEach(function (e) { e.open = true; })");
        assertThat(text("#input-schema li li"))
                .contains("channel_type", "string", "required", "pattern ^(voice|chat)$", "How it came in");
        assertThat(Json.read(
                        (String) browser.run("return document.querySelector('#input-schema details pre').textContent")))
                .isEqualTo(Json.read(SCHEMA));
        eventually(
                "return /^(voice|chat)$/.test(JSON.parse(document.getElementById('payload').value).channel_type)",
                true);
        assertThat(text("#source option:checked")).isEqualTo("everything");

        browser.run("document.getElementById('send').click()");

        eventually("return document.querySelectorAll('#latest tr').length", 1L);
        assertThat(text("#result")).contains("success", "cold start", "<b>vip</b>");
        assertThat(text("#result .took")).matches("[0-9.]+ (µs|ms|s)");
        eventually(counted(), 1L);
        assertThat(browser.run(marks("chart-latency"))).as("a cold start").isEqualTo("1.0.0: ");

        TenantCalls.Reply failed = calls.post("/local/v1/data-actions/" + id + "/executions", FAILING);
        assertThat(failed.json().get("message").stringValue()).isEqualTo("HTTP 503");
        eventually("return document.querySelectorAll('#latest tr').length", 2L);
        eventually(counted(), 2L);
        eventually("return document.querySelector('#cards .bad strong').textContent", "50.0 %");
        // Two points where a minute has ended between the two executions.
        assertThat((String) browser.run(marks("chart-errors"))).matches("1\\.0\\.0: (0\\.5|0 1)");
        assertThat((String) browser.run(marks("chart-latency"))).matches("1\\.0\\.0: [0-9. ]+");
        calls.patch("/api/v2/data-actions/" + id, "{\"version\":\"1.1.0\"}");
        calls.post("/local/v1/data-actions/" + id + "/executions", "{\"channel_type\":\"voice\"}");
        eventually("return (() => {" + marks("chart-errors") + "})().endsWith('1.1.0: 0')", true);
        eventually(counted(), 3L);
        browser.run("document.querySelectorAll('#latest button')[1].click()");
        eventually("return document.querySelector('#execution pre').textContent", FAILING);
    }

    @Test
    void offersTheProjectsFixturesFirst(@TempDir Path project) throws Exception {
        Path folder = Files.createDirectories(project.resolve("Routing"));
        Files.writeString(folder.resolve("gold.json"), "{ \"channel_type\": \"voice\" }\n");
        Files.writeString(folder.resolve("odd.json"), "{ nothing");
        tenant.rememberFixtures(Map.of("Routing", folder));
        deploy("Routing", "1.0.0");
        open("light", 1280);

        eventually("return document.getElementById('payload').value", "{ \"channel_type\": \"voice\" }");
        assertThat(text("#source option:checked")).isEqualTo("gold");
        assertThat(browser.run("return document.querySelector('#source option:checked').parentElement.label"))
                .isEqualTo("Fixtures of the project");
        choose("source", 1);
        eventually("return document.getElementById('payload').value", "{ nothing");
        choose("source", 2);
        eventually("return 'sentiment_score' in JSON.parse(document.getElementById('payload').value)", true);
    }

    @Test
    void saysUnderTheLineWhatTheSchemaRefuses() throws Exception {
        deploy("Routing", "1.0.0");
        open("light", 1280);
        eventually("return document.getElementById('complaints').innerText", "✓ The input schema accepts this.");

        browser.run("document.getElementById('payload').value = JSON.stringify("
                + "{sentiment_score: 0.5, channel_type: 'fax', tags: ['a', 7]}, null, 2)");

        eventually(
                "return Array.from(document.querySelectorAll('#payload > div')).map((e, i) => e.dataset.complaint ?"
                        + " (i + 1) + ': ' + e.textContent.trim() : '').filter(Boolean).join(' | ')",
                "3: \"channel_type\": \"fax\", | 6: 7");
        assertThat((String) browser.run(
                        "return getComputedStyle(document.querySelectorAll('#payload > div')[2], '::after').content"))
                .contains("does not match ^(voice|chat)$");
        assertThat(browser.run("const [, , bad, next] = document.querySelectorAll('#payload > div');"
                        + " return bad.getBoundingClientRect().height > 1.6 * next.getBoundingClientRect().height"))
                .as("the complaint has room under its line")
                .isEqualTo(true);
        assertThat(browser.run(
                        "return getComputedStyle(document.querySelectorAll('#payload > div')[2], '::before').content"))
                .isEqualTo("counter(line)");
        assertThat(text("#complaints")).contains("line 3 /channel_type does not match", "line 6 /tags/1");
        browser.run("document.getElementById('payload').value = '{\\n\\n'");
        eventually(
                "return document.getElementById('complaints').innerText.startsWith('The input schema refuses this: line 3')",
                true);
    }

    @Test
    void takesWhatIsTypedPastedAndUndone() throws Exception {
        deploy("Routing", "1.0.0");
        open("light", 1280);
        eventually("return document.getElementById('complaints').innerText", "✓ The input schema accepts this.");
        browser.run("document.getElementById('payload').value = ''; document.getElementById('payload').focus();");

        browser.type("{", Keys.ENTER, "\"channel_type\": \"chat\"", Keys.ENTER, Keys.BACK_SPACE, Keys.BACK_SPACE, "}");
        assertThat(browser.run("return document.getElementById('payload').value"))
                .isEqualTo("{\n  \"channel_type\": \"chat\"\n}");
        assertThat(browser.run(
                        "return Array.from(document.querySelectorAll('#payload > div'), e => e.textContent).join('|')"))
                .isEqualTo("{|  \"channel_type\": \"chat\"|}");
        browser.type(Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.chord(Keys.SHIFT, Keys.HOME), Keys.DELETE);
        assertThat(browser.run("return document.getElementById('payload').value"))
                .isEqualTo("{\n");
        Thread.sleep(900);
        browser.type("x");
        browser.type(Keys.chord(Keys.CONTROL, "z"));
        assertThat(browser.run("return document.getElementById('payload').value"))
                .isEqualTo("{\n");
        browser.type(Keys.chord(Keys.CONTROL, Keys.SHIFT, "z"));
        assertThat(browser.run("return document.getElementById('payload').value"))
                .isEqualTo("{\nx");
        browser.run(
                "const data = new DataTransfer(); data.setData('text/plain', '\\r\\n\\r\\n<b>1</b>');"
                        + " document.getElementById('payload').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, cancelable: true}))");
        assertThat(browser.run("return document.getElementById('payload').value"))
                .isEqualTo("{\nx\n\n<b>1</b>");
        browser.run(
                "document.getElementById('payload').value = '{\"channel_type\":\"chat\"}'; document.getElementById('payload').focus();");
        browser.type(Keys.chord(Keys.CONTROL, Keys.ENTER));
        eventually("return document.querySelectorAll('#latest tr').length", 1L);
    }

    @Test
    void showsWhatAHandlerThrewItsOwnFramesFirst() throws Exception {
        deploy("Routing", "1.0.0");
        open("light", 1280);
        send("{\"channel_type\":\"chat\",\"tags\":[\"throw\"]}");

        eventually(
                "return document.querySelector('#result .exception').textContent",
                "java.lang.IllegalStateException: no profile of <b>Ada</b>");
        assertThat(browser.run(
                        "return Array.from(document.querySelectorAll('#result .thrown li'), e => e.className + ' ' +"
                                + " e.textContent).join('; ')"))
                .isEqualTo(
                        "own at com.example.Profiles.of(Profiles.java:14); own at com.example.Routing.apply(Routing.java:31);"
                                + " caused Caused by: java.io.IOException: gone; own at com.example.Store.read(Store.java:3)");
        assertThat(text("#result .badge")).contains("runtime error");
        assertThat(text("#result summary")).isEqualTo("Whole stack, 4 frames");
        new PageChecks(browser, "tenant-thrown").picture("light-1280");
    }

    @Test
    void saysThatNothingListensAndWhatStartsIt() throws Exception {
        int port = handler.getPort();
        deploy("Routing", "1.0.0");
        open("light", 1280);
        send("{\"channel_type\":\"chat\"}");
        eventually("return document.querySelector('#result .badge').textContent", "✓ success");
        assertThat(browser.run("return document.getElementById('unreachable').checkVisibility()"))
                .isEqualTo(false);

        handler.close();
        eventually("return document.getElementById('unreachable').checkVisibility()", true);
        assertThat(text("#unreachable"))
                .contains("Nothing is listening at http://127.0.0.1:" + port + "/routing", "mvn compile cxone:tenant");
        send("{\"channel_type\":\"chat\"}");

        eventually("return document.querySelector('#result .badge').textContent", "✗ not reachable");
        assertThat(text("#result"))
                .contains("Nothing listens at", ":" + port, "mvn compile cxone:tenant", "The handler was not called.")
                .doesNotContain(" ms\n");
        assertThat(browser.run("return document.querySelectorAll('#result .took').length"))
                .isEqualTo(0L);
        new PageChecks(browser, "tenant-unreachable").picture("light-1280");
    }

    @Test
    void dimsAStaleAnswerWhileTheNextIsUnderWay() throws Exception {
        deploy("Routing", "1.0.0");
        open("light", 1280);
        send("{\"channel_type\":\"chat\"}");
        eventually("return document.querySelector('#result .badge').textContent", "✓ success");

        send("{\"channel_type\":\"chat\",\"tags\":[\"slow\"]}");

        assertThat(browser.run("return getComputedStyle(document.querySelector('#result > .given')).opacity"))
                .isEqualTo("0.45");
        assertThat(text("#result")).startsWith("Sending to http://127.0.0.1");
        mayAnswer.release(2);
        eventually("return document.querySelectorAll('#result.stale, #result .sending').length", 0L);
        assertThat(browser.run("return getComputedStyle(document.querySelector('#result > .given')).opacity"))
                .isEqualTo("1");
        eventually("return document.querySelectorAll('#latest tr').length", 2L);
        browser.run(
                "document.getElementById('payload').value = '{}';"
                        + " Array.from(document.querySelectorAll('#result button')).find(b => b.textContent === 'Send again').click()");
        eventually("return document.querySelectorAll('#latest tr').length", 3L);
        assertThat(browser.run("return document.getElementById('payload').value"))
                .isEqualTo("{\"channel_type\":\"chat\",\"tags\":[\"slow\"]}");
    }

    @Test
    void savesWhatWasSentAsAFixture() throws Exception {
        deploy("Routing", "1.0.0");
        open("light", 1280);
        send("{\"channel_type\":\"chat\"}");
        eventually("return document.querySelector('#result .badge').textContent", "✓ success");

        browser.run("window.given = []; HTMLAnchorElement.prototype.click = function () {"
                + " const name = this.download; fetch(this.href).catch(() => {}); window.given.push(name); };"
                + " document.querySelector('.save input').value = 'gold customer';"
                + " document.querySelector('.save button').click()");

        assertThat(browser.run("return window.given.join()")).isEqualTo("gold-customer.json");
        assertThat(text(".save")).contains("Move it to src/test/cxone/Routing/gold-customer.json");
    }

    @Test
    void findsExecutionsByStatusVersionAndTextAndShowsOneBesideTheTable() throws Exception {
        String first = deploy("Routing", "1.0.0");
        String second = deploy("Routing", "1.1.0");
        for (String payload :
                List.of("{\"channel_type\":\"chat\"}", "{\"channel_type\":\"chat\",\"tags\":[\"Needle\"]}", "{}")) {
            calls.post("/local/v1/data-actions/" + first + "/executions", payload);
        }
        calls.post("/local/v1/data-actions/" + second + "/executions", "{\"channel_type\":\"voice\"}");
        open("light", 1280);
        eventually("return document.querySelectorAll('#latest tr').length", 4L);

        choose("by-status", 2);
        eventually(shown(), "3");
        choose("by-status", 0);
        choose("by-version", 1);
        eventually(shown(), "4");
        choose("by-version", 0);
        browser.run(
                "const text = document.getElementById('by-text'); text.value = 'needle'; text.dispatchEvent(new Event('input'))");
        eventually(shown(), "2");
        calls.post("/local/v1/data-actions/" + first + "/executions", "{\"channel_type\":\"voice\"}");
        eventually("return Array.from(document.querySelectorAll('#cards strong'), e => e.textContent)[0]", "5");
        assertThat(browser.run(shown())).isEqualTo("2");

        browser.run(
                "document.querySelector('#latest button').focus(); document.querySelector('#latest button').click()");
        eventually("return document.querySelector('#execution h3').textContent", "Routing 1.0.0");
        assertThat(browser.run("const box = e => document.querySelector(e).getBoundingClientRect();"
                        + " return box('#execution').left >= box('#latest-box').right"))
                .as("beside the table")
                .isEqualTo(true);
        assertThat(text("#latest time")).matches("\\d{1,2} [A-Z][a-z]{2}, \\d\\d:\\d\\d:\\d\\d");
        browser.type(Keys.ESCAPE);
        eventually("return document.getElementById('execution').checkVisibility()", false);
        assertThat(browser.run("return document.activeElement.closest('tr').dataset.id"))
                .isEqualTo("2");
        browser.run(
                "const text = document.getElementById('by-text'); text.value = 'nowhere'; text.dispatchEvent(new Event('input'))");
        eventually("return document.getElementById('none-match').checkVisibility()", true);
    }

    @Test
    void showsFourWindowsOfTimeInWords() throws Exception {
        String id = deploy("Routing", "1.0.0");
        calls.post("/local/v1/data-actions/" + id + "/executions", "{\"channel_type\":\"chat\"}");
        open("light", 1280);
        eventually(counted(), 1L);

        List<String> labels = List.of("by the minute", "hourly", "daily, in UTC", "daily, in UTC");
        List<Long> points = List.of(60L, 24L, 7L, 30L);
        for (int i = 0; i < labels.size(); i++) {
            choose("window", i);
            eventually("return Chart.getChart('chart-count').data.labels.length", points.get(i));
            eventually(counted(), 1L);
            assertThat(text("#span")).matches("\\d{1,2} [A-Z][a-z]{2}.* – .*" + labels.get(i));
        }
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
    @CsvSource({"light, 360", "dark, 360", "light, 768", "dark, 768", "light, 1280", "dark, 1280"})
    void isReadableEverywhereAndAsksItsOwnOriginOnly(String scheme, int width) throws Exception {
        busy();
        open(scheme, width);
        eventually("return document.getElementById('action-title').textContent", "SentimentRoutingAction 1.1.0");
        eventually(counted(), 9L);
        send("{\"channel_type\":\"chat\",\"tags\":[\"throw\"]}");
        eventually("return document.querySelectorAll('#result .exception').length", 1L);
        eventually(counted(), 10L);
        browser.run("document.getElementById('live').click();"
                + " document.getElementById('payload').value = JSON.stringify({channel_type: 'fax', sentiment_score: 0.4, tags: ['vip']}, null, 2);"
                + " document.querySelectorAll('#latest button')[1].click()");
        eventually("return document.querySelectorAll('#payload > .complained').length", 1L);
        eventually("return document.getElementById('execution').checkVisibility()", true);
        browser.run("window.scrollTo(0, 0)");

        assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith(tenant.url() + "/"));
        new PageChecks(browser, "tenant").drawsAsManyMarksAsThereAreData();
        holds("tenant", scheme, width);
    }

    @Test
    void isReadableOnPaper() throws Exception {
        busy();
        browser.show(URI.create("about:blank"), "dark", 718);
        browser.show(tenant.pageAddress(), "dark", 718);
        eventually(counted(), 9L);
        browser.run("document.getElementById('live').click()");

        browser.print("dark");
        browser.run("window.dispatchEvent(new Event('beforeprint'))");

        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.run("return document.getElementById('legend').checkVisibility()"))
                .isEqualTo(true);
        assertThat(browser.run("return getComputedStyle(document.querySelector('#legend i')).backgroundColor"))
                .as("the legend in the colours of paper, as the charts")
                .isEqualTo("rgb(31, 102, 209)");
        PageChecks checks = new PageChecks(browser, "tenant");
        checks.picture("print");
        checks.staysWithinTheWindow();
        checks.hasContrast();
    }

    @Test
    void reachesEveryControlByTab() throws Exception {
        String id = deploy("Routing", "1.0.0");
        calls.post("/local/v1/data-actions/" + id + "/executions", "{\"channel_type\":\"chat\"}");
        open("light", 1280);
        eventually("return document.querySelectorAll('#actions a').length", 1L);
        eventually(counted(), 1L);
        eventually("return document.getElementById('action').checkVisibility()", true);
        send("{\"channel_type\":\"chat\"}");
        eventually("return document.querySelector('#result .badge').textContent", "✓ success");
        eventually(counted(), 2L);
        browser.run("document.getElementById('live').click(); document.activeElement.blur();"
                + " document.querySelector('#latest button').click()");
        eventually("return document.getElementById('execution').checkVisibility()", true);
        browser.run("document.querySelector('.skip').focus()");

        List<String> stops = browser.tabStops();

        List<?> controls = (List<?>) browser.run(
                "return Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]'))"
                        + ".filter(function (e) { return e.checkVisibility() && e.tabIndex >= 0 && !e.disabled; })"
                        + ".map(function (e) { return e.dataset.stop; })");
        assertThat(controls).as("controls in the order of Tab").isNotEmpty().isEqualTo(stops);
    }

    @Test
    void drawsNoRingAroundWhatAScriptFocuses() throws Exception {
        deploy("Routing", "1.0.0");
        open("light", 1280);
        eventually("return document.getElementById('action-title').textContent", "Routing 1.0.0");

        browser.run("document.querySelector('#actions a').click()");
        eventually("return document.activeElement.id", "action-title");
        assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("none");
        browser.run("location.reload()");
        eventually("return document.getElementById('action-title').textContent", "Routing 1.0.0");
        assertThat(browser.run("return document.activeElement === document.body"))
                .isEqualTo(true);
    }

    private void holds(String name, String scheme, int width) throws Exception {
        assertThat(browser.complaints()).isEmpty();
        PageChecks checks = new PageChecks(browser, name);
        checks.picture(scheme + "-" + width);
        checks.staysWithinTheWindow();
        checks.hasNoViolation();
        checks.hasContrast();
    }

    /** Two versions with executions of every kind. */
    private void busy() throws Exception {
        String id = deploy("SentimentRoutingAction", "1.0.0");
        deploy("CustomerProfileAction", "2.3.0-SNAPSHOT");
        String next = deploy("SentimentRoutingAction", "1.1.0");
        for (String payload : List.of(
                "{\"channel_type\":\"voice\"}",
                FAILING,
                "{}",
                "{\"channel_type\":\"voice\"}",
                "{\"channel_type\":\"chat\",\"tags\":[\"throw\"]}")) {
            calls.post("/local/v1/data-actions/" + id + "/executions", payload);
        }
        for (String payload : List.of(
                "{\"channel_type\":\"voice\"}",
                "{\"channel_type\":\"chat\",\"sentiment_score\":0.4}",
                "{\"channel_type\":\"chat\",\"tags\":[\"vip\"]}",
                "{\"channel_type\":\"voice\"}")) {
            calls.post("/local/v1/data-actions/" + next + "/executions", payload);
        }
    }

    private void send(String payload) {
        eventually(
                "return document.getElementById('send').disabled || document.getElementById('source').options.length === 0",
                false);
        browser.run("document.getElementById('payload').value = " + Json.quoted(payload)
                + "; document.getElementById('send').click()");
    }

    private void choose(String id, int index) {
        browser.run("const list = document.getElementById('" + id + "'); list.selectedIndex = " + index
                + "; list.dispatchEvent(new Event('change'))");
    }

    /** A script that names the executions that the table shows. */
    private static String shown() {
        return "return Array.from(document.querySelectorAll('#latest tr'), e => e.dataset.id).join(' ')";
    }

    private static String done() {
        return "return Array.from(document.querySelectorAll('#start li.done'), e => e.id).join(' ')";
    }

    private void open(String scheme, int width) throws Exception {
        browser.show(URI.create("about:blank"), scheme, width);
        browser.complaints();
        browser.show(tenant.pageAddress(), scheme, width);
    }

    private String deploy(String name, String version) throws Exception {
        return deploy(name, version, handler.getPort());
    }

    private String deploy(String name, String version, int port) throws Exception {
        String quoted = Json.quoted(name);
        String label = Json.quoted(version);
        Reply reply = calls.post(
                "/api/v2/data-actions",
                "{\"name\":" + quoted + ",\"version\":" + label + ",\"inputSchema\":" + SCHEMA
                        + ",\"outputSchema\":{\"type\":\"object\",\"properties\":{\"queue\":{\"type\":\"string\"}}},"
                        + "\"description\":\"Finds the queue\",\"handlerUrl\":\"http://127.0.0.1:" + port
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
}
