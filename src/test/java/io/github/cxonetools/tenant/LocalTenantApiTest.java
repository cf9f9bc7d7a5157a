package io.github.cxonetools.tenant;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.TenantCalls.Reply;
import io.github.cxonetools.tenant.store.TenantCredentials;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class LocalTenantApiTest {

    private static final String ACTIONS = "/api/v2/data-actions";
    private static final String QUERY = "/api/v2/analytics/data-actions/details/query";

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock("2026-01-05T10:00:00Z");
    private final MockWebServer handler = new MockWebServer();
    private LocalTenant tenant;
    private TenantCalls calls;

    @BeforeEach
    void start() throws Exception {
        handler.start();
        tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), clock, TenantEvents.NONE);
        calls = TenantCalls.owner(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
        handler.close();
    }

    @Test
    void aTokenCarriesItsLifetimeAndScopes() throws Exception {
        Reply reply = TenantCalls.anonymous(tenant.url()).token(TenantCalls.grant(TenantCredentials.read(directory)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("expires_in").intValue()).isEqualTo(3600);
        assertThat(reply.json().get("scope").stringValue())
                .isEqualTo("analytics:read data-actions:read data-actions:write");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void wrongCredentialsAre401WithoutRepeatingThem() throws Exception {
        Reply reply = TenantCalls.anonymous(tenant.url())
                .token("grant_type=client_credentials&client_id=nobody&client_secret=s3cr3t");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().get("error").stringValue()).isEqualTo("invalid_client");
        assertThat(reply.body()).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=magic, unsupported_grant_type",
        "client_id=a, invalid_request",
    })
    void otherGrantsAre400(String form, String error) throws Exception {
        Reply reply = calls.token(form);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("error").stringValue()).isEqualTo(error);
    }

    @Test
    void aRequestWithoutTokenOrWithAnExpiredOneIs401() throws Exception {
        assertThat(TenantCalls.anonymous(tenant.url()).get(ACTIONS).status()).isEqualTo(401);
        assertThat(calls.withToken("a.b").get(ACTIONS).status()).isEqualTo(401);
        assertThat(calls.get(ACTIONS).status()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(3600));

        assertThat(calls.get(ACTIONS).status()).isEqualTo(401);
    }

    @Test
    void aTokenWithoutTheEndpointsScopeIs403() throws Exception {
        TenantCalls reader =
                calls.authorized(TenantCalls.grant(TenantCredentials.read(directory)) + "&scope=data-actions%3Aread");

        assertThat(reader.get(ACTIONS).status()).isEqualTo(200);
        Reply reply = reader.post(ACTIONS, action("1.0.0"));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().get("message").stringValue())
                .isEqualTo("The access token lacks the scope data-actions:write");
        assertThat(reader.post(QUERY, query("")).status()).isEqualTo(403);
    }

    @Test
    void aCreatedActionIsReadBackAsItWasSent() throws Exception {
        Reply created = calls.post(ACTIONS, action("1.0.0"));

        assertThat(created.status()).isEqualTo(201);
        String id = created.json().get("id").stringValue();
        assertThat(created.header("Location")).isEqualTo(ACTIONS + "/" + id);
        JsonNode read = calls.get(ACTIONS + "/" + id).json();
        assertThat(read).isEqualTo(created.json());
        assertThat(read.get("isDeprecated").booleanValue()).isFalse();
        assertThat(read.get("timeoutMs").intValue()).isEqualTo(5000);
        assertThat(read.get("description").isNull()).isTrue();
        assertThat(read.get("inputSchema").toString())
                .isEqualTo("{\"type\":\"object\",\"required\":[\"score\"],"
                        + "\"properties\":{\"score\":{\"type\":\"number\",\"maximum\":1.0}}}");
    }

    @Test
    void aSecondCreationOfANameAndVersionIs409() throws Exception {
        calls.post(ACTIONS, action("1.0.0"));

        Reply reply = calls.post(ACTIONS, action("1.0.0"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().toString())
                .isEqualTo("{\"message\":\"Routing 1.0.0 exists already\",\"code\":\"conflict\",\"status\":409,"
                        + "\"errors\":[{\"field\":\"version\",\"message\":\"exists already for this name\"}]}");
    }

    @Test
    void everyFieldThatIsNotAcceptableIsNamedIn400() throws Exception {
        Reply reply = calls.post(
                ACTIONS,
                "{\"name\":\" \",\"version\":7,\"colour\":\"red\",\"isDeprecated\":true,"
                        + "\"inputSchema\":{\"definitions\":{}},\"outputSchema\":[],"
                        + "\"handlerUrl\":\"http://example.com/x\",\"timeoutMs\":60001,\"description\":3}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(fields(reply))
                .containsExactlyInAnyOrder(
                        "colour",
                        "isDeprecated",
                        "name",
                        "version",
                        "inputSchema",
                        "outputSchema",
                        "handlerUrl",
                        "timeoutMs",
                        "description");
    }

    @Test
    void everyRequiredFieldThatIsMissingIsNamedIn400() throws Exception {
        Reply reply = calls.post(ACTIONS, "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(fields(reply)).containsExactly("name", "version", "inputSchema", "outputSchema", "handlerUrl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"name\":",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{} {}",
                "\u0000",
            })
    void aBodyThatIsNoJsonObjectIs400(String body) throws Exception {
        Reply reply = calls.post(ACTIONS, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(fields(reply)).containsExactly("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"}",
                "{\"properties\":{\"a\":{\"$ref\":\"#/properties/b\"}}}",
                "{\"items\":{\"definitions\":{\"a\":{}}}}",
                "{\"type\":\"text\"}",
                "{\"properties\":[]}",
                "{\"pattern\":\"(\"}",
            })
    void aSchemaThatIsNotInlineDraft07Is400(String schema) throws Exception {
        String input = action("1.0.0").replaceFirst("\"inputSchema\":.*,\"outputSchema\"", "@");
        Reply reply = calls.post(ACTIONS, input.replace("@", "\"inputSchema\":" + schema + ",\"outputSchema\""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(fields(reply)).isNotEmpty().containsOnly("inputSchema");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://actions.example.com/x",
                "http://127.0.0.1:8788/x",
                "http://localhost/x",
                "http://[::1]:1/x",
                "HTTPS://EXAMPLE.COM",
            })
    void handlerUrlsMayBeHttpsOrLoopback(String url) throws Exception {
        assertThat(calls.post(ACTIONS, action("1.0.0", url)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.example.com/x",
                "http://127.0.0.1.nip.io/x",
                "https://user:pw@example.com/x",
                "ftp://127.0.0.1/x",
                "/x",
                "https:///x",
                "https://exa mple.com",
            })
    void otherHandlerUrlsAre400(String url) throws Exception {
        Reply reply = calls.post(ACTIONS, action("1.0.0", url));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(fields(reply)).containsExactly("handlerUrl");
    }

    @Test
    void actionsAreListedByNameAndPage() throws Exception {
        for (String version : List.of("1.0.0", "1.1.0", "1.2.0")) {
            calls.post(ACTIONS, action(version));
        }
        calls.post(ACTIONS, action("1.0.0").replace("Routing", "Other"));

        JsonNode second =
                calls.get(ACTIONS + "?name=Routing&pageNumber=2&pageSize=2").json();

        assertThat(second.get("total").intValue()).isEqualTo(3);
        assertThat(second.get("pageNumber").intValue()).isEqualTo(2);
        assertThat(second.get("pageSize").intValue()).isEqualTo(2);
        assertThat(second.get("entities").size()).isEqualTo(1);
        assertThat(second.at("/entities/0/version").stringValue()).isEqualTo("1.2.0");
        assertThat(calls.get(ACTIONS).json().get("total").intValue()).isEqualTo(4);
        assertThat(calls.get(ACTIONS + "?name=routing").json().get("total").intValue())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageNumber=0", "pageNumber=x", "pageSize=501", "pageSize=-1", "name=%zz"})
    void pagesThatDoNotExistAre400(String query) throws Exception {
        var request = calls.request(ACTIONS + "?" + (query.contains("%zz") ? "name=%25&name=%25" : query));

        assertThat(calls.send(request).status()).isEqualTo(400);
    }

    @Test
    void aPatchMovesTheVersionAndKeepsTheId() throws Exception {
        String id = create("1.0.0");

        Reply moved = calls.patch(ACTIONS + "/" + id, "{\"version\":\"1.1.0\"}");

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().get("id").stringValue()).isEqualTo(id);
        assertThat(calls.get(ACTIONS + "/" + id).json().get("version").stringValue())
                .isEqualTo("1.1.0");
        assertThat(calls.patch(ACTIONS + "/" + id, "{\"isDeprecated\":true}")
                        .json()
                        .get("isDeprecated")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void aPatchOntoAnotherActionsVersionIs409() throws Exception {
        create("1.0.0");
        String id = create("1.1.0");

        assertThat(calls.patch(ACTIONS + "/" + id, "{\"version\":\"1.0.0\"}").status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"x\"}", "{\"isDeprecated\":\"yes\"}", "{\"inputSchema\":null}"})
    void aPatchThatIsNotAcceptableIs400(String body) throws Exception {
        assertThat(calls.patch(ACTIONS + "/" + create("1.0.0"), body).status()).isEqualTo(400);
    }

    @Test
    void unknownIdsAre404() throws Exception {
        assertThat(calls.get(ACTIONS + "/nope").status()).isEqualTo(404);
        assertThat(calls.patch(ACTIONS + "/nope", "{}").status()).isEqualTo(404);
        assertThat(calls.post("/local/v1/data-actions/nope/executions", "{}").status())
                .isEqualTo(404);
        assertThat(calls.get("/local/v1/executions/99").status()).isEqualTo(404);
        assertThat(calls.get("/nowhere").status()).isEqualTo(404);
    }

    @Test
    void otherMediaTypesAre415AndOtherMethods405() throws Exception {
        Reply reply = calls.send(calls.request(ACTIONS)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(action("1.0.0"))));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(calls.send(calls.request(ACTIONS).DELETE()).status()).isEqualTo(405);
    }

    @Test
    void anExecutionCallsTheHandlerAndReturnsItsAnswer() throws Exception {
        String id = create("1.0.0");
        handler.enqueue(new MockResponse.Builder().body("{\"queue\":\"vip\"}").build());

        Reply reply = execute(id, "{\"score\":0.5}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("status").stringValue()).isEqualTo("success");
        assertThat(reply.json().at("/output/queue").stringValue()).isEqualTo("vip");
        assertThat(reply.json().get("latency_ms").doubleValue()).isPositive();
        assertThat(handler.takeRequest().getBody().utf8()).isEqualTo("{\"score\":0.5}");
    }

    @Test
    void aPayloadThatTheInputSchemaRefusesNeverReachesTheHandler() throws Exception {
        String id = create("1.0.0");

        Reply reply = execute(id, "{\"score\":2}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("type").stringValue()).isEqualTo("validation");
        assertThat(reply.json().get("message").stringValue()).startsWith("input: /score");
        assertThat(handler.getRequestCount()).isZero();
        assertThat(execute(id, "{").json().get("message").stringValue()).startsWith("input: /");
    }

    @Test
    void aHandlerThatFailsOrBreaksTheOutputSchemaIsAnErrorResult() throws Exception {
        String id = create("1.0.0");
        handler.enqueue(new MockResponse.Builder().code(503).build());
        handler.enqueue(new MockResponse.Builder().body("{\"queue\":7}").build());

        assertThat(execute(id, "{\"score\":0.5}").json().get("message").stringValue())
                .isEqualTo("HTTP 503");
        assertThat(execute(id, "{\"score\":0.5}").json().get("message").stringValue())
                .startsWith("output: /queue");
    }

    @Test
    void examplesAreAcceptedByTheInputSchema() throws Exception {
        JsonNode examples = calls.get("/local/v1/data-actions/" + create("1.0.0") + "/examples")
                .json();

        assertThat(examples.get("entities").size()).isGreaterThan(2);
        assertThat(examples.at("/entities/0/what").stringValue()).isEqualTo("everything");
        for (JsonNode example : examples.get("entities")) {
            assertThat(example.at("/payload/score").doubleValue()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aDeprecatedActionStillRunsAndWarns() throws Exception {
        String id = create("1.0.0");
        calls.patch(ACTIONS + "/" + id, "{\"isDeprecated\":true}");
        handler.enqueue(new MockResponse.Builder().body("{\"queue\":\"a\"}").build());

        Reply reply = execute(id, "{\"score\":0.5}");

        assertThat(reply.json().get("status").stringValue()).isEqualTo("success");
        assertThat(reply.header("Warning")).startsWith("299 - ");
    }

    @Test
    void anExecutionIsKeptWithWhatItIsCountedBy() throws Exception {
        String id = create("1.0.0");
        handler.enqueue(new MockResponse.Builder().code(503).build());
        String location = execute(id, "{\"score\":0.5}").header("Location");

        JsonNode kept = calls.get(location).json();

        assertThat(rows(Json.array().add(kept), "timestamp", "actionId", "name", "version", "status", "type"))
                .containsExactly("2026-01-05T10:00:00Z " + id + " Routing 1.0.0 error runtime");
        assertThat(kept.get("latencyMs").doubleValue()).isPositive();
        JsonNode latest = calls.get("/local/v1/executions").json().at("/entities/0");
        assertThat(latest.has("payload")).isFalse();
        assertThat(latest.get("id")).isEqualTo(kept.get("id"));
    }

    @Test
    void aPagesCookieIsItsOwnAloneAndExpires() throws Exception {
        TenantCalls browser = TenantCalls.anonymous(tenant.url());
        String set = browser.get(tenant.pageAddress().toString()).header("Set-Cookie");
        assertThat(set).contains("; HttpOnly; SameSite=Strict; Path=/; Max-Age=28800");
        String cookie = set.substring(0, set.indexOf(';'));

        assertThat(browser.send(browser.request(ACTIONS).header("Cookie", cookie))
                        .status())
                .isEqualTo(200);
        assertThat(browser.send(browser.request(ACTIONS).header("Cookie", cookie + "x"))
                        .status())
                .isEqualTo(401);

        clock.advance(Duration.ofHours(8));

        assertThat(browser.send(browser.request(ACTIONS).header("Cookie", cookie))
                        .status())
                .isEqualTo(401);
        assertThat(browser.send(browser.request("/").header("Cookie", cookie)).body())
                .contains("This page is locked");
    }

    @Test
    void aPageMayExecuteAndChangesNothing() throws Exception {
        String id = create("1.0.0");
        TenantCalls browser = TenantCalls.anonymous(tenant.url());
        String cookie = cookie(browser);

        assertThat(posted(browser, cookie, "/local/v1/data-actions/" + id + "/executions"))
                .isEqualTo(200);
        assertThat(posted(browser, cookie, ACTIONS)).isEqualTo(403);
        assertThat(posted(browser, cookie, "/local/v1/page-addresses")).isEqualTo(403);
        assertThat(browser.send(browser.request(ACTIONS + "/" + id)
                                .header("Cookie", cookie)
                                .header("Content-Type", TenantCalls.JSON)
                                .method("PATCH", BodyPublishers.ofString("{\"isDeprecated\":true}")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPagesCookieEndsWithTheOwnersCredentials() throws Exception {
        TenantCalls browser = TenantCalls.anonymous(tenant.url());
        String cookie = cookie(browser);
        String unused = tenant.pageAddress().toString();

        Files.delete(tenant.credentialsFile());

        assertThat(read(browser, cookie)).isEqualTo(401);
        assertThat(browser.get(unused).status()).isEqualTo(401);
        calls.token("grant_type=client_credentials&client_id=a&client_secret=b"); // Makes new credentials.
        assertThat(tenant.credentialsFile()).exists();
        assertThat(read(browser, cookie)).isEqualTo(401);
        assertThat(browser.get(unused).status()).isEqualTo(401);
        assertThat(read(browser, cookie(browser))).isEqualTo(200);
    }

    @Test
    void aQueryHasAtMostAHundredFilters() throws Exception {
        String filter = "{\"dimension\":\"name\",\"operator\":\"EQUALS\",\"value\":\"Routing\"}";
        String begin = "{\"dateFrom\":\"2026-01-01T00:00:00Z\",\"dateTo\":\"2026-02-01T00:00:00Z\",\"filters\":[";

        assertThat(calls.post(QUERY, begin + String.join(",", Collections.nCopies(100, filter)) + "]}")
                        .status())
                .isEqualTo(200);
        Reply refused = calls.post(QUERY, begin + String.join(",", Collections.nCopies(101, filter)) + "]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").stringValue()).isEqualTo("filters: may hold at most 100 entries");
    }

    private String cookie(TenantCalls browser) throws Exception {
        String set = browser.get(tenant.pageAddress().toString()).header("Set-Cookie");
        return set.substring(0, set.indexOf(';'));
    }

    private static int read(TenantCalls browser, String cookie) throws Exception {
        return browser.send(browser.request(ACTIONS).header("Cookie", cookie)).status();
    }

    private static int posted(TenantCalls browser, String cookie, String path) throws Exception {
        return browser.send(browser.request(path)
                        .header("Cookie", cookie)
                        .header("Content-Type", TenantCalls.JSON)
                        .POST(BodyPublishers.ofString("{}")))
                .status();
    }

    @Test
    void metricsComeFromExecutionsAlone() throws Exception {
        String id = create("1.0.0");
        assertThat(calls.post(QUERY, query("")).json().get("data").size()).isZero();
        succeed(id);
        succeed(id);
        execute(id, "{}");
        calls.patch(ACTIONS + "/" + id, "{\"version\":\"1.1.0\"}");
        clock.set("2026-01-06T23:59:59.999Z");
        calls = TenantCalls.owner(tenant);
        succeed(id);

        JsonNode data = calls.post(QUERY, query("")).json().get("data");

        assertThat(rows(data, "timestamp", "status", "version", "count", "errorRate"))
                .containsExactly(
                        "2026-01-05T00:00:00Z error 1.0.0 1 1.0",
                        "2026-01-05T00:00:00Z success 1.0.0 2 0.0",
                        "2026-01-06T00:00:00Z success 1.1.0 1 0.0");
        assertThat(data.get(0).has("avgLatencyMs"))
                .as("no handler was called, so there is no latency")
                .isFalse();
        assertThat(data.get(1).get("avgLatencyMs").doubleValue()).isPositive();
    }

    @Test
    void metricsAreFilteredAndCutAsAsked() throws Exception {
        String id = create("1.0.0");
        succeed(id);
        execute(id, "{}");

        String filter = ",\"filters\":[{\"dimension\":\"status\",\"operator\":\"EQUALS\",\"value\":\"error\"}]";
        assertThat(rows(calls.post(QUERY, query(filter)).json().get("data"), "status", "count"))
                .containsExactly("error 1");
        JsonNode whole = calls.post(
                        QUERY, "{\"dateFrom\":\"2026-01-05T10:00:00Z\",\"dateTo\":\"2026-01-05T10:00:00Z\"}")
                .json();
        assertThat(rows(whole.get("data"), "timestamp", "count", "errorRate"))
                .containsExactly("2026-01-05T10:00:00Z 2 0.5");
        assertThat(calls.post(QUERY, "{\"dateFrom\":\"2026-01-05T10:00:00.001Z\",\"dateTo\":\"2026-01-06T00:00:00Z\"}")
                        .json()
                        .get("data")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"interval\":\"daily\"",
                ",\"interval\":\"P1M2D\"",
                ",\"groupBy\":[\"colour\"]",
                ",\"groupBy\":\"status\"",
                ",\"metrics\":[\"sum\"]",
                ",\"filters\":[{\"dimension\":\"status\",\"operator\":\"LIKE\",\"value\":\"e\"}]",
                ",\"filters\":[{\"dimension\":\"status; DROP TABLE action\",\"operator\":\"EQUALS\",\"value\":\"e\"}]",
                ",\"filters\":[1]",
                ",\"unknown\":1",
            })
    void aQueryThatIsNotAcceptableIs400(String more) throws Exception {
        String query = "{\"dateFrom\":\"2026-01-01T00:00:00Z\",\"dateTo\":\"2026-01-31T23:59:59Z\"" + more + "}";

        assertThat(calls.post(QUERY, query).status()).isEqualTo(400);
    }

    @Test
    void whatWasDeployedAndExecutedIsThereAfterARestart() throws Exception {
        String id = create("1.0.0");
        succeed(id);
        TenantCredentials credentials = TenantCredentials.read(directory);

        tenant.close();
        tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), clock, TenantEvents.NONE);
        calls = TenantCalls.owner(tenant);

        assertThat(TenantCredentials.read(directory)).isEqualTo(credentials);
        assertThat(calls.get(ACTIONS + "/" + id).status()).isEqualTo(200);
        succeed(id);
        assertThat(rows(calls.post(QUERY, query("")).json().get("data"), "count"))
                .containsExactly("2");
    }

    @Test
    void payloadsGoAfterTheirTimeAndCountsStay() throws Exception {
        String id = create("1.0.0");
        succeed(id);
        assertThat(calls.get("/local/v1/executions/1").json().get("payload").stringValue())
                .isEqualTo("{\"score\":0.5}");

        tenant.close();
        clock.set("2026-02-04T10:00:00.001Z");
        tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), clock, TenantEvents.NONE);
        calls = TenantCalls.owner(tenant);

        JsonNode kept = calls.get("/local/v1/executions/1").json();
        for (long deadline = System.nanoTime() + 20_000_000_000L;
                kept.has("payload") && System.nanoTime() < deadline; ) {
            kept = calls.get("/local/v1/executions/1").json();
        }
        assertThat(kept.has("payload")).isFalse();
        assertThat(kept.has("result")).isFalse();
        assertThat(kept.get("latencyMs").doubleValue()).isPositive();
        assertThat(rows(calls.post(QUERY, query("")).json().get("data"), "count"))
                .containsExactly("1");
    }

    @Test
    void percentilesComeWithTheOtherMetrics() throws Exception {
        String id = create("1.0.0");
        succeed(id);
        succeed(id);

        JsonNode row = calls.post(
                        QUERY,
                        "{\"dateFrom\":\"2026-01-01T00:00:00Z\",\"dateTo\":\"2026-01-31T23:59:59Z\","
                                + "\"metrics\":[\"p50LatencyMs\",\"p99LatencyMs\",\"maxLatencyMs\",\"avgLatencyMs\"]}")
                .json()
                .at("/data/0");

        assertThat(row.get("p50LatencyMs").doubleValue())
                .isPositive()
                .isLessThanOrEqualTo(row.get("p99LatencyMs").doubleValue());
        assertThat(row.get("p99LatencyMs").doubleValue())
                .isLessThanOrEqualTo(row.get("maxLatencyMs").doubleValue());
    }

    private String create(String version) throws Exception {
        return calls.post(ACTIONS, action(version)).json().get("id").stringValue();
    }

    private void succeed(String id) throws Exception {
        handler.enqueue(new MockResponse.Builder().body("{\"queue\":\"a\"}").build());
        assertThat(execute(id, "{\"score\":0.5}").json().get("status").stringValue())
                .isEqualTo("success");
    }

    private Reply execute(String id, String payload) throws Exception {
        return calls.post("/local/v1/data-actions/" + id + "/executions", payload);
    }

    private String action(String version) {
        return action(version, "http://127.0.0.1:" + handler.getPort() + "/routing");
    }

    private static String action(String version, String handlerUrl) {
        return "{\"name\":\"Routing\",\"version\":\"" + version + "\",\"isDeprecated\":false,"
                + "\"inputSchema\":{\"type\":\"object\",\"required\":[\"score\"],"
                + "\"properties\":{\"score\":{\"type\":\"number\",\"maximum\":1.0}}},"
                + "\"outputSchema\":{\"type\":\"object\",\"properties\":{\"queue\":{\"type\":\"string\"}}},"
                + "\"handlerUrl\":\"" + handlerUrl + "\"}";
    }

    private static String query(String more) {
        return "{\"dateFrom\":\"2026-01-01T00:00:00Z\",\"dateTo\":\"2026-01-31T23:59:59Z\","
                + "\"groupBy\":[\"status\",\"version\"],\"interval\":\"P1D\","
                + "\"metrics\":[\"count\",\"avgLatencyMs\",\"errorRate\"]" + more + "}";
    }

    private static List<String> rows(JsonNode data, String... fields) {
        return StreamSupport.stream(data.spliterator(), false)
                .map(row -> String.join(
                        " ",
                        List.of(fields).stream()
                                .map(field -> row.path(field).asString("-"))
                                .toList()))
                .toList();
    }

    private static List<String> fields(Reply reply) {
        return StreamSupport.stream(reply.json().get("errors").spliterator(), false)
                .map(error -> error.get("field").stringValue())
                .toList();
    }
}
