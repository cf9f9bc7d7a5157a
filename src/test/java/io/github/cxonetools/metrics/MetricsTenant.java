package io.github.cxonetools.metrics;

import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.FakeTime;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientEvents;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import tools.jackson.databind.JsonNode;

/** A tenant whose actions and metrics a test decides, and a client for it. */
public final class MetricsTenant implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final FakeTime time = new FakeTime();
    private final List<JsonNode> queries = new CopyOnWriteArrayList<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final CxoneClient client;

    private volatile Function<JsonNode, Reply> metrics = query -> rows();
    private volatile Reply actions = new Reply(405, "");
    private volatile Reply change =
            new Reply(200, "{\"id\":\"a\",\"name\":\"A\",\"version\":\"1.0.0\",\"isDeprecated\":true}");
    private volatile String scope = "data-actions:read data-actions:write analytics:read";

    public MetricsTenant() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                Reply reply = reply(request);
                return new MockResponse.Builder()
                        .code(reply.status())
                        .body(reply.body())
                        .build();
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = CxoneClient.connect(
                settings(server.url("/").uri()),
                Credentials.clientCredentials("the-client", "s3cr3t", "a test"),
                new NoEvents(),
                time);
    }

    public record Reply(int status, String body) {}

    public static Reply rows(String... rows) {
        return new Reply(200, "{\"data\":[" + String.join(",", rows) + "]}");
    }

    public static Reply refusal(String message) {
        return new Reply(400, "{\"message\":\"" + message + "\"}");
    }

    public CxoneClient client() {
        return client;
    }

    public FakeTime time() {
        return time;
    }

    public void answers(Function<JsonNode, Reply> metrics) {
        this.metrics = metrics;
    }

    public void has(String... actions) {
        this.actions = new Reply(
                200,
                "{\"entities\":[" + String.join(",", actions) + "],\"pageNumber\":1,\"pageSize\":100,\"total\":"
                        + actions.length + "}");
    }

    public void cannotBeRead() {
        this.actions = new Reply(405, "");
    }

    public void answersChanges(String action) {
        this.change = new Reply(200, action);
    }

    public void refusesChanges() {
        this.change = refusal("no");
    }

    public void grants(String scope) {
        this.scope = scope;
    }

    public List<JsonNode> queries() {
        return queries;
    }

    /** What was changed, as {@code PATCH /api/v2/data-actions/a-1 {…}}. */
    public List<String> changes() {
        return changes;
    }

    private Reply reply(RecordedRequest request) {
        String body = request.getBody() == null ? "" : request.getBody().string(StandardCharsets.UTF_8);
        String path = request.getUrl().encodedPath();
        if (path.equals("/oauth/token")) {
            return new Reply(200, "{\"access_token\":\"tok\",\"expires_in\":86400,\"scope\":\"" + scope + "\"}");
        }
        if (path.equals(ClientSettings.DEFAULT_METRICS_PATH)) {
            JsonNode query = Json.read(body);
            queries.add(query);
            return metrics.apply(query);
        }
        if (request.getMethod().equals("PATCH")) {
            changes.add("PATCH " + path + " " + body);
            return change;
        }
        return actions;
    }

    private static ClientSettings settings(URI baseUrl) {
        return new ClientSettings(
                baseUrl,
                baseUrl.resolve("/oauth/token"),
                ClientSettings.DEFAULT_ACTIONS_PATH,
                ClientSettings.DEFAULT_METRICS_PATH,
                Authentication.CLIENT_CREDENTIALS,
                null,
                false,
                Duration.ofSeconds(5),
                5,
                Duration.ofMinutes(2),
                null,
                "cxone-maven-plugin/test");
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    private static final class NoEvents implements ClientEvents {

        @Override
        public void tokenObtained(String clientId, String source, URI tokenUrl) {}

        @Override
        public void waiting(String what, String cause, Duration wait, int nextAttempt, int maxAttempts) {}

        @Override
        public void unclear(String what, String cause, Duration wait) {}

        @Override
        public void unreadable(String reason) {}

        @Override
        public void warning(String message) {}
    }
}
