package io.github.cxonetools.client;

import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server whose answers a test queues, and a client for it. */
public final class Tenant implements AutoCloseable {

    public final MockWebServer server = new MockWebServer();
    final FakeTime time = new FakeTime();
    final RecordedEvents events = new RecordedEvents();
    public final CxoneClient client;

    Tenant() {
        this(Credentials.clientCredentials("the-client", "s3cr3t&more", "a test"), Authentication.CLIENT_CREDENTIALS);
    }

    public Tenant(Credentials credentials, Authentication authentication) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = CxoneClient.connect(settings(server.url("/").uri(), authentication), credentials, events, time);
    }

    static ClientSettings settings(URI baseUrl, Authentication authentication) {
        return new ClientSettings(
                baseUrl,
                baseUrl.resolve("/oauth/token"),
                ClientSettings.DEFAULT_ACTIONS_PATH,
                ClientSettings.DEFAULT_METRICS_PATH,
                authentication,
                null,
                false,
                Duration.ofSeconds(5),
                5,
                Duration.ofMinutes(2),
                null,
                "cxone-maven-plugin/test");
    }

    public Tenant token() {
        return answer(200, "{\"access_token\":\"tok-123\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
    }

    public Tenant answer(int status, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(response.build());
        return this;
    }

    /** Everything that was sent so far, as {@code POST /oauth/token}. */
    List<String> requests() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (RecordedRequest request : recorded()) {
            lines.add(request.getMethod() + " " + request.getTarget());
        }
        return lines;
    }

    public List<RecordedRequest> recorded() throws InterruptedException {
        List<RecordedRequest> requests = new ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            requests.add(server.takeRequest());
        }
        return requests;
    }

    public static String body(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().string(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
