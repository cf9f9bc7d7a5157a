package io.github.cxonetools.tenant;

import io.github.cxonetools.tenant.TenantCalls.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What other sites, other machines and careless clients get to see of a tenant: nothing. */
class LocalTenantBoundaryTest {

    @TempDir
    private Path directory;

    private LocalTenant tenant;
    private int port;

    @BeforeEach
    void start() throws Exception {
        tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), Clock.systemUTC(), TenantEvents.NONE);
        port = tenant.url().getPort();
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "[::1]:PORT"})
    void namesOfThisMachineAreServed(String host) throws Exception {
        assertThat(send("GET / HTTP/1.1", "Host: " + host(host))).startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example:PORT", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:PORT", ""})
    void otherHostsAre421(String host) throws Exception {
        assertThat(send("GET / HTTP/1.1", "Host: " + host(host))).startsWith("HTTP/1.1 421");
        assertThat(send("POST /oauth/token HTTP/1.1", "Host: " + host(host), "Content-Length: 0"))
                .startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin: null, 403",
        "Origin: https://evil.example, 403",
        "Origin: http://127.0.0.1:1, 403",
        "Origin: http://localhost:PORT, 403",
        "Origin: http://127.0.0.1:PORT, 401",
        "Sec-Fetch-Site: cross-site, 403",
        "Sec-Fetch-Site: same-site, 403",
        "Sec-Fetch-Site: same-origin, 401",
        "Sec-Fetch-Site: none, 401",
    })
    void otherOriginsAre403(String header, int status) throws Exception {
        String answer = send("GET /api/v2/data-actions HTTP/1.1", "Host: 127.0.0.1:" + port, host(header));

        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContainIgnoringCase("Access-Control-");
    }

    @Test
    void everyAnswerForbidsWhatAPageNeedsNot() throws Exception {
        assertThat(send("GET / HTTP/1.1", "Host: 127.0.0.1:" + port))
                .containsIgnoringCase(
                        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'")
                .containsIgnoringCase("frame-ancestors 'none'")
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .doesNotContain("unsafe-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /page/tenant.js HTTP/1.1",
                "GET /local/v1/executions HTTP/1.1",
                "GET /api/v2/data-actions/x HTTP/1.1",
            })
    void nothingButTheTokenEndpointAnswersWithoutCredentials(String request) throws Exception {
        assertThat(send(request, "Host: 127.0.0.1:" + port)).startsWith("HTTP/1.1 401");
    }

    @Test
    void aBodyBeyondTheLimitIs413AndTheTenantGoesOn() throws Exception {
        TenantCalls calls = TenantCalls.owner(tenant);
        byte[] large = new byte[(10 << 20) + 1];

        assertThat(calls.send(calls.request("/api/v2/data-actions")
                                .header("Content-Type", TenantCalls.JSON)
                                .POST(BodyPublishers.ofByteArray(large)))
                        .status())
                .isEqualTo(413);
        assertThat(calls.get("/api/v2/data-actions").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v2/data-actions/%00 HTTP/1.1",
                "GET //////// HTTP/1.1",
                "GET /api/v2/data-actions?%=& HTTP/1.1",
                "GARBAGE",
                "GET / HTTP/9.9",
            })
    void malformedRequestsAreAnsweredAndTheTenantGoesOn(String request) throws Exception {
        String answer = send(request, "Host: 127.0.0.1:" + port);

        assertThat(answer).satisfiesAnyOf(text -> assertThat(text).isEmpty(), text -> assertThat(text)
                .startsWith("HTTP/1.1 4"));
        assertThat(TenantCalls.owner(tenant).get("/api/v2/data-actions").status())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatEndsEarlyDoesNotStopTheTenant() throws Exception {
        try (Socket socket = new Socket(tenant.url().getHost(), port)) {
            socket.getOutputStream()
                    .write(("POST /oauth/token HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Type: "
                                    + TenantCalls.FORM + "\r\nContent-Length: 100\r\n\r\ngrant")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(TenantCalls.owner(tenant).get("/api/v2/data-actions").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE action; --", "<script>alert(1)</script>", "\\\"}{", "%00\u202e"})
    void sqlAndHtmlAreText(String text) throws Exception {
        TenantCalls calls = TenantCalls.owner(tenant);
        String quoted = io.github.cxonetools.json.Json.quoted(text);

        String id = calls.post(
                        "/api/v2/data-actions",
                        "{\"name\":" + quoted + ",\"version\":" + quoted + ",\"description\":" + quoted
                                + ",\"inputSchema\":{\"title\":" + quoted + "},\"outputSchema\":{},"
                                + "\"handlerUrl\":\"https://example.com\"}")
                .json()
                .get("id")
                .stringValue();

        assertThat(calls.get("/api/v2/data-actions/" + id).json().get("name").stringValue())
                .isEqualTo(text);
        assertThat(calls.get("/api/v2/data-actions?name=" + java.net.URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .json()
                        .get("total")
                        .intValue())
                .isEqualTo(1);
        assertThat(calls.post(
                                "/api/v2/analytics/data-actions/details/query",
                                "{\"dateFrom\":\"2026-01-01T00:00:00Z\",\"dateTo\":\"2026-01-02T00:00:00Z\",\"filters\":"
                                        + "[{\"dimension\":\"name\",\"operator\":\"EQUALS\",\"value\":" + quoted
                                        + "}]}")
                        .status())
                .isEqualTo(200);
        Reply executed = calls.post("/local/v1/data-actions/" + id + "/executions", text);
        assertThat(calls.get(executed.header("Location")).json().get("payload").stringValue())
                .isEqualTo(text);
        assertThat(calls.token("grant_type=client_credentials&client_secret=x&client_id="
                                + java.net.URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(401);
    }

    private String host(String pattern) {
        return pattern.replace("PORT", Integer.toString(port));
    }

    /** Sends one request and reads all of the answer. */
    private String send(String... lines) throws IOException {
        try (Socket socket = new Socket(tenant.url().getHost(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketException e) {
                // The server may reset a connection on which it understands nothing.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
