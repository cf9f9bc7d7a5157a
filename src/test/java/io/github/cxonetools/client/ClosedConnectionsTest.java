package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.client.http.ApiCall;
import io.github.cxonetools.client.http.Outcome.Failure;
import io.github.cxonetools.client.http.Transport;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.json.Json;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Servers that close connections which they had promised to keep. */
class ClosedConnectionsTest {

    private static final String TOKEN = "POST /oauth/token";
    private static final String LIST = "GET /api/v2/data-actions";
    private static final String CREATE = "POST /api/v2/data-actions";

    private final WireTenant tenant = new WireTenant();
    private final FakeTime time = new FakeTime();
    private final RecordedEvents events = new RecordedEvents();
    private final CxoneClient client = CxoneClient.connect(
            Tenant.settings(tenant.url(), Authentication.CLIENT_CREDENTIALS),
            Credentials.clientCredentials("the-client", "s3cr3t&more", "a test"),
            events,
            time);

    @AfterEach
    void stop() {
        client.close();
        tenant.close();
    }

    @Test
    void everyCallGetsAFreshConnectionWhereEachAnswerEndsOne() throws Exception {
        tenant.script = request -> (server, sent, socket) -> {
            Behaviour.NORMAL.answer(server, sent, socket);
            socket.close();
        };

        String id = client.dataActions().create(draft(), found -> {}).version().id();
        for (int i = 0; i < 3; i++) {
            client.dataActions().list("A");
            client.dataActions().patch(id, Json.object().put("isDeprecated", true), "deprecate A 1");
        }

        assertThat(tenant.lines())
                .containsExactly(
                        TOKEN,
                        CREATE,
                        LIST,
                        "PATCH /api/v2/data-actions/" + id,
                        LIST,
                        "PATCH /api/v2/data-actions/" + id,
                        LIST,
                        "PATCH /api/v2/data-actions/" + id);
        assertThatNothingWasWaitedFor();
    }

    @Test
    void everySafeCallIsSentAgainAtOnceWhereTheSecondRequestEndsAConnection() throws Exception {
        connectionsServe(1);

        client.dataActions().list("A");
        client.dataActions().create(draft(), found -> {});
        client.dataActions().list("A");

        assertThat(tenant.lines()).containsExactly(TOKEN, LIST, LIST, CREATE, LIST);
        assertThat(tenant.deployed()).containsExactly("A 1");
        assertThatNothingWasWaitedFor();
    }

    @Test
    void aCreationThatMayHaveArrivedIsLookedForBeforeItGetsAFreshConnection() throws Exception {
        connectionsServe(2);
        client.dataActions().list("A");

        Created created = client.dataActions().create(draft(), found -> {});

        assertThat(created.how()).isEqualTo(Created.How.ANSWERED);
        assertThat(tenant.lines()).containsExactly(TOKEN, LIST, CREATE, LIST, CREATE);
        assertThat(tenant.deployed()).containsExactly("A 1");
    }

    @Test
    void aStreamThatTheServerRefusedWasNeverHandled() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            server.start();
            int refused = 7;
            int cancelled = 8;
            server.enqueue(closed(refused));
            server.enqueue(closed(cancelled));
            OkHttpClient http = new OkHttpClient.Builder()
                    .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                    .retryOnConnectionFailure(false)
                    .build();
            Transport transport = new Transport(http, "test");
            ApiCall call = new ApiCall(
                    "create",
                    ApiCall.CallKind.CREATE,
                    "POST",
                    server.url("/"),
                    "{}".getBytes(),
                    null,
                    ApiCall.ACTION_BYTES);

            assertThat(((Failure) transport.exchange(call, null)).sent()).isFalse();
            assertThat(((Failure) transport.exchange(call, null)).sent()).isTrue();
        }
    }

    private static MockResponse closed(int errorCode) {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseStream(errorCode))
                .build();
    }

    private void connectionsServe(int requests) {
        Map<Socket, Integer> served = new ConcurrentHashMap<>();
        tenant.script = request -> (server, sent, socket) -> {
            if (served.merge(socket, 1, Integer::sum) <= requests) {
                Behaviour.NORMAL.answer(server, sent, socket);
            } else {
                socket.close();
            }
        };
    }

    private void assertThatNothingWasWaitedFor() {
        assertThat(time.sleeps()).isEmpty();
        assertThat(events.lines()).containsExactly("token for the-client from a test");
    }

    private static ActionVersion draft() {
        return new ActionVersion(
                null, "A", "1", false, Json.read("{}"), Json.read("{}"), "https://a.example.com/", 5000, "d");
    }
}
