package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.LocalExecution;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.http.HttpClients;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CxoneClientTest {

    private static final String LIST = "/api/v2/data-actions?name=A&pageNumber=%d&pageSize=100";
    private static final String ACTION = "{\"id\":\"%s\",\"name\":\"A\",\"version\":\"%s\",\"isDeprecated\":false}";
    private static final Existing ANY = found -> {};

    private final Tenant tenant = new Tenant();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void oneTokenServesEveryCallWhileItLasts() throws Exception {
        tenant.token().answer(200, list(0, "")).answer(200, list(0, ""));

        tenant.client.dataActions().list("A");
        tenant.client.readOnly().dataActions().list("A");

        List<RecordedRequest> requests = tenant.recorded();
        assertThat(requests)
                .extracting(RecordedRequest::getTarget)
                .containsExactly("/oauth/token", LIST.formatted(1), LIST.formatted(1));
        assertThat(Tenant.body(requests.get(0)))
                .isEqualTo("grant_type=client_credentials&client_id=the-client&client_secret=s3cr3t%26more");
        assertThat(requests.get(1).getHeaders().get("Authorization")).isEqualTo("Bearer tok-123");
        assertThat(requests.get(1).getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(tenant.events.lines()).containsExactly("token for the-client from a test");
    }

    @Test
    void aTokenCountsAsExpiredSixtySecondsEarly() throws Exception {
        tenant.token().answer(200, list(0, "")).answer(200, list(0, "")).token().answer(200, list(0, ""));

        tenant.client.dataActions().list("A");
        tenant.time.pass(Duration.ofSeconds(3539));
        tenant.client.dataActions().list("A");
        tenant.time.pass(Duration.ofSeconds(1));
        tenant.client.dataActions().list("A");

        assertThat(tenant.requests()).filteredOn("POST /oauth/token"::equals).hasSize(2);
    }

    @Test
    void aRefusedTokenIsRenewedOnce() throws Exception {
        tenant.token().answer(401, "").token().answer(200, list(0, ""));

        assertThat(tenant.client.dataActions().list("A")).isEqualTo(new Listing.Versions(List.of()));

        assertThat(tenant.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void aTokenThatIsRefusedTwiceEndsTheCall() {
        tenant.token().answer(401, "").token().answer(401, "{\"message\":\"who are you\"}");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tenant.client.dataActions().list("A"))
                .withMessage(
                        "Could not read the versions of A: GET /api/v2/data-actions answered 401 after 2 attempts over"
                                + " 0 ms (" + host()
                                + "): who are you. The token of client the-client was refused, and a fresh"
                                + " one too. Check that the client (from a test) belongs to this tenant");
    }

    @Test
    void wrongCredentialsAreAskedForOnceAndNameTheirSource() {
        tenant.answer(401, "{\"error\":\"invalid_client\",\"error_description\":\"no s3cr3t&more here\"}");

        for (int call = 0; call < 2; call++) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> tenant.client.dataActions().list("A"))
                    .withMessage(
                            "Could not obtain an access token: POST /oauth/token answered 401 (" + host()
                                    + "): invalid_client: no *** here. Check the credentials of client the-client, from a test");
        }
        assertThat(tenant.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void everyPageOfAListIsRead() throws Exception {
        tenant.token()
                .answer(200, list(3, ACTION.formatted("1", "1.0") + "," + ACTION.formatted("2", "1.1")))
                .answer(200, list(3, ACTION.formatted("3", "1.2")));

        Listing listing = tenant.client.dataActions().list("A");

        assertThat(((Listing.Versions) listing).versions())
                .extracting(ActionVersion::version)
                .containsExactly("1.0", "1.1", "1.2");
        assertThat(tenant.requests())
                .containsExactly("POST /oauth/token", "GET " + LIST.formatted(1), "GET " + LIST.formatted(2));
    }

    @Test
    void aListThatEndsBeforeItsTotalIsNotTakenForComplete() {
        tenant.token().answer(200, list(3, ACTION.formatted("1", "1.0"))).answer(200, list(3, ""));

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> tenant.client.dataActions().list("A"))
                .withMessageContaining("total is 3, but the pages end after 1");
    }

    @Test
    void otherActionsInAListAreNotThisOne() throws Exception {
        tenant.token()
                .answer(
                        200,
                        "{\"entities\":[{\"id\":\"9\",\"name\":\"AB\",\"version\":\"1\"},"
                                + ACTION.formatted("1", "1.0") + "]}")
                .answer(200, "{\"entities\":[]}");

        assertThat(((Listing.Versions) tenant.client.dataActions().list("A")).versions())
                .extracting(ActionVersion::id)
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405, 501})
    void aTenantThatCannotBeReadIsNoError(int status) throws Exception {
        tenant.token().answer(status, "");

        assertThat(tenant.client.dataActions().list("A"))
                .isEqualTo(new Listing.Unreadable("GET /api/v2/data-actions answered " + status));
        assertThat(tenant.events.lines()).contains("unreadable: GET /api/v2/data-actions answered " + status);
    }

    @Test
    void aTokenWithoutReadScopeReadsNothing() throws Exception {
        tenant.answer(200, "{\"access_token\":\"t-o-k\",\"expires_in\":3600,\"scope\":\"data-actions:write\"}");

        assertThat(tenant.client.dataActions().list("A"))
                .isEqualTo(new Listing.Unreadable("the token lacks the scope data-actions:read"));
        assertThat(tenant.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aMissingScopeIsNamedBeforeTheFirstCall() {
        tenant.answer(200, "{\"access_token\":\"t-o-k\",\"expires_in\":3600,\"scope\":\"data-actions:read\"}");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tenant.client.require(Scope.DATA_ACTIONS_WRITE, "cxone:deploy"))
                .withMessage("cxone:deploy cannot run: the token of client the-client lacks the scope"
                        + " data-actions:write. Grant it to the client (credentials from a test)");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tenant.client.dataActions().create(draft(), ANY))
                .withMessageStartingWith("Could not deploy A 1.0: the token of client the-client lacks");
        assertThat(tenant.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void creatingPostsEveryField() throws Exception {
        tenant.token().answer(201, ACTION.formatted("7", "1.0"));

        assertThat(tenant.client.dataActions().create(draft(), ANY).version().id())
                .isEqualTo("7");

        RecordedRequest request = tenant.recorded().get(1);
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("POST /api/v2/data-actions");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(Tenant.body(request)).isEqualTo("""
                {"name":"A","version":"1.0","isDeprecated":false,"inputSchema":{"type":"object"},"outputSchema":{},\
                "handlerUrl":"https://a.example.com/","timeoutMs":5000,"description":"d"}""");
    }

    @Test
    void changingPatchesTheId() throws Exception {
        tenant.token().answer(200, ACTION.formatted("a:b@7", "1.1"));

        ObjectNode change = Json.object().put("version", "1.1");
        assertThat(tenant.client.dataActions().patch("a:b@7", change, "move A").version())
                .isEqualTo("1.1");

        RecordedRequest request = tenant.recorded().get(1);
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("PATCH /api/v2/data-actions/a:b@7");
        assertThat(Tenant.body(request)).isEqualTo("{\"version\":\"1.1\"}");
    }

    @Test
    void anUnknownIdIsNoError() throws Exception {
        tenant.token().answer(404, "");

        assertThat(tenant.client.dataActions().get("7")).isEqualTo(new Listing.Versions(List.of()));
        assertThat(tenant.requests()).endsWith("GET /api/v2/data-actions/7");
    }

    @Test
    void metricsAreAskedForByPost() throws Exception {
        tenant.token().answer(200, "{\"data\":[{\"count\":3}]}");

        assertThat(tenant.client
                        .readOnly()
                        .analytics()
                        .query(Json.object().put("interval", "P1D"))
                        .at("/data/0/count")
                        .asInt())
                .isEqualTo(3);
        assertThat(tenant.requests()).endsWith("POST /api/v2/analytics/data-actions/details/query");
    }

    @Test
    void anErrorResultIsAResult() throws Exception {
        tenant.token().answer(200, "{\"status\":\"error\",\"type\":\"runtime\",\"message\":\"HTTP 503\"}");

        assertThat(tenant.client.localExecutions().execute("7", "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(LocalExecution.of(ExecutionResult.error("runtime", "HTTP 503", null)));
        assertThat(tenant.requests()).endsWith("POST /local/v1/data-actions/7/executions");
    }

    @Test
    void aLocalTenantTellsMoreThanAResult() throws Exception {
        tenant.token()
                .answer(
                        200,
                        "{\"status\":\"error\",\"type\":\"runtime\",\"message\":\"HTTP 500\",\"reached\":false,"
                                + "\"cold_start\":true,\"stack\":\"a.B\\n\\tat c.D.e(D.java:3)\"}");

        assertThat(tenant.client.localExecutions().execute("7", "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new LocalExecution(
                        ExecutionResult.error("runtime", "HTTP 500", null), false, true, "a.B\n\tat c.D.e(D.java:3)"));
    }

    @Test
    void aReadOnlyClientSendsNothingElse() {
        DataActionsApi readOnly = tenant.client.readOnly().dataActions();

        assertThatThrownBy(() -> readOnly.create(draft(), ANY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> readOnly.patch("7", Json.object(), "move")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tenant.client.readOnly().localExecutions().execute("7", new byte[0]))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tenant.server.getRequestCount()).isZero();
    }

    @Test
    void readingIsRepeatedWithinTheBounds() {
        tenant.token();
        for (int i = 0; i < 5; i++) {
            tenant.answer(503, "{\"errors\":[{\"field\":\"f\",\"message\":\"m\",\"errorCode\":\"c\"}]}");
        }

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> tenant.client.dataActions().list("A"))
                .withMessage("Could not read the versions of A: GET /api/v2/data-actions answered 503 after 5 attempts"
                        + " over 15 s (" + host() + "): f: m (c)");
        assertThat(tenant.time.sleeps()).containsExactly(seconds(1), seconds(2), seconds(4), seconds(8));
        assertThat(tenant.events.lines())
                .contains("read the versions of A: GET /api/v2/data-actions answered 503," + " attempt 2 of 5 in PT1S");
    }

    @Test
    void waitsAreJitteredOverTheirWholeLength() {
        tenant.token();
        for (int i = 0; i < 5; i++) {
            tenant.answer(503, "");
        }
        tenant.time.random = 0.25;

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> tenant.client.dataActions().list("A"));
        assertThat(tenant.time.sleeps())
                .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), seconds(1), seconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "'Thu, 15 Jan 2026 12:00:10 GMT', 10",
        "'Thursday, 15-Jan-26 12:00:10 GMT', 10",
        "'Thu Jan 15 12:00:10 2026', 10",
        "'Thu Jan  1 12:00:10 2026', 0",
        "'Thu, 15 Jan 2026 11:00:10 GMT', 0",
        "soon, 1"
    })
    void theServerSaysWhenToComeBack(String retryAfter, int waited) throws Exception {
        tenant.token().answer(429, "", "Retry-After", retryAfter).answer(201, ACTION.formatted("7", "1.0"));

        tenant.client.dataActions().create(draft(), ANY);

        assertThat(tenant.time.now()).isEqualTo(FakeTime.START.plusSeconds(waited));
        assertThat(tenant.server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"300", "99999999999999999999", "Friday, 15-Jan-27 12:00:10 GMT"})
    void aWaitBeyondTheBoundsEndsTheCall(String retryAfter) {
        tenant.token().answer(429, "", "Retry-After", retryAfter);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> tenant.client.dataActions().list("A"))
                .withMessageEndingWith("It asks to wait longer than cxone.maxWait allows");
        assertThat(tenant.time.sleeps()).isEmpty();
    }

    @Test
    void afterAnUnclearCreationTheTenantIsAskedBeforeAnythingIsSentAgain() throws Exception {
        tenant.token()
                .answer(503, "")
                .answer(200, list(0, ""))
                .answer(500, "")
                .answer(200, list(1, ACTION.formatted("7", "1.0")));

        Created created = tenant.client.dataActions().create(draft(), ANY);

        assertThat(created.how()).isEqualTo(Created.How.FOUND);
        assertThat(created.version().id()).isEqualTo("7");
        assertThat(tenant.requests())
                .containsExactly(
                        "POST /oauth/token",
                        "POST /api/v2/data-actions",
                        "GET " + LIST.formatted(1),
                        "POST /api/v2/data-actions",
                        "GET " + LIST.formatted(1));
        assertThat(tenant.time.sleeps()).containsExactly(seconds(5), seconds(60));
    }

    @Test
    void aConflictIsDecidedByWhatIsThere() {
        tenant.token().answer(409, "").answer(200, list(1, ACTION.formatted("7", "1.0")));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tenant.client.dataActions().create(draft(), found -> {
                    throw new RejectedException("differs: " + found.id());
                }))
                .withMessage("differs: 7");
    }

    @Test
    void redirectsAreNotFollowed() {
        tenant.token().answer(307, "", "Location", "https://evil.example.com/?token=1");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tenant.client.dataActions().create(draft(), ANY))
                .withMessage("Could not deploy A 1.0: POST /api/v2/data-actions answered 307 (" + host()
                        + "). Redirects are not followed (this one leads to https://evil.example.com). Correct"
                        + " cxone.baseUrl");
        assertThat(tenant.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aCreationOnADroppedConnectionIsNotResent() throws Exception {
        AtomicInteger creations = new AtomicInteger();
        try (WireTenant wire = new WireTenant();
                CxoneClient client = CxoneClient.connect(
                        Tenant.settings(wire.url(), Authentication.CLIENT_CREDENTIALS),
                        Credentials.clientCredentials("the-client", "s3cr3t&more", "a test"),
                        tenant.events,
                        tenant.time)) {
            wire.script =
                    request -> request.line().equals("POST /api/v2/data-actions") && creations.incrementAndGet() == 1
                            ? (server, sent, socket) -> socket.close()
                            : WireTenant.Behaviour.NORMAL;
            client.dataActions().list("A");

            client.dataActions().create(draft(), ANY);

            assertThat(wire.lines())
                    .containsExactly(
                            "POST /oauth/token",
                            "GET /api/v2/data-actions",
                            "POST /api/v2/data-actions",
                            "GET /api/v2/data-actions",
                            "POST /api/v2/data-actions");
        }
    }

    @Test
    void manyThreadsFetchOneToken() throws Exception {
        try (WireTenant wire = new WireTenant();
                CxoneClient client = CxoneClient.connect(
                        Tenant.settings(wire.url(), Authentication.CLIENT_CREDENTIALS),
                        Credentials.clientCredentials("the-client", "s3cr3t&more", "a test"),
                        tenant.events,
                        tenant.time)) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Callable<Listing>> calls =
                    Collections.nCopies(16, () -> client.dataActions().list("A"));
            for (Future<Listing> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(new Listing.Versions(List.of()));
            }
            threads.shutdown();

            assertThat(wire.count("POST /oauth/token")).isEqualTo(1);
        }
    }

    @Test
    void httpTwoCanBeAvoided() {
        ClientSettings auto = Tenant.settings(tenant.server.url("/").uri(), Authentication.CLIENT_CREDENTIALS);
        ClientSettings old = new ClientSettings(
                auto.baseUrl(),
                auto.tokenUrl(),
                auto.actionsPath(),
                auto.metricsPath(),
                auto.authentication(),
                null,
                true,
                auto.requestTimeout(),
                auto.maxAttempts(),
                auto.maxWait(),
                null,
                "test");

        assertThat(HttpClients.create(auto).protocols()).contains(Protocol.HTTP_2);
        assertThat(HttpClients.create(old).protocols()).containsExactly(Protocol.HTTP_1_1);
    }

    private String host() {
        return tenant.server.getHostName() + ":" + tenant.server.getPort();
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static String list(int total, String entities) {
        return "{\"entities\":[" + entities + "],\"pageNumber\":1,\"pageSize\":100,\"total\":" + total + "}";
    }

    private static ActionVersion draft() {
        return new ActionVersion(
                null,
                "A",
                "1.0",
                false,
                Json.read("{\"type\":\"object\"}"),
                Json.read("{}"),
                "https://a.example.com/",
                5000,
                "d");
    }
}
