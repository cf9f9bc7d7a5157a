package io.github.cxonetools.tenant;

import io.github.cxonetools.tenant.http.Threads;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a handler does is a result, and the tenant goes on. */
class MisbehavingHandlersTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    @TempDir
    private Path directory;

    private ServerSocket handler;
    private LocalTenant tenant;
    private TenantCalls calls;

    /** What is done with a connection after its request has begun to arrive. */
    private interface Behaviour {
        void show(Socket socket) throws IOException;
    }

    @BeforeEach
    void start() throws Exception {
        handler = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), Clock.systemUTC(), TenantEvents.NONE);
        calls = TenantCalls.owner(tenant);
    }

    @AfterEach
    void stop() throws IOException {
        handler.close();
        tenant.close();
    }

    @Test
    void oneThatHangsIsGivenUpAfterItsTime() throws Exception {
        JsonNode result = execute(socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));

        assertRuntimeError(result, "java.util.concurrent.TimeoutException");
        assertThat(result.get("latency_ms").doubleValue()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void whereNothingListensNobodyWasCalled() throws Exception {
        handler.close();

        JsonNode result = execute(socket -> {});

        assertRuntimeError(result, "java.net.ConnectException: nothing listens at 127.0.0.1:" + handler.getLocalPort());
        assertThat(result.get("message").stringValue()).endsWith("mvn compile cxone:tenant");
        assertThat(result.has("latency_ms")).isFalse();
        JsonNode row = calls.post(
                        "/api/v2/analytics/data-actions/details/query",
                        "{\"dateFrom\":\"2000-01-01T00:00:00Z\",\"dateTo\":\"2100-01-01T00:00:00Z\",\"groupBy\":[\"type\"],"
                                + "\"metrics\":[\"count\",\"avgLatencyMs\",\"p95LatencyMs\"]}")
                .json()
                .get("data")
                .get(0);
        assertThat(row.get("type").stringValue()).isEqualTo("runtime");
        assertThat(row.get("count").intValue()).isEqualTo(1);
        assertThat(row.has("avgLatencyMs") || row.has("p95LatencyMs")).isFalse();
    }

    @Test
    void aConnectionThatIsResetIsARuntimeError() throws Exception {
        assertRuntimeError(
                execute(socket -> {
                    socket.setSoLinger(true, 0);
                    socket.close();
                }),
                "java.");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        assertRuntimeError(
                execute(socket -> write(
                        socket,
                        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + handler.getLocalPort()
                                + "/other\r\nContent-Length: 0\r\n\r\n")),
                "HTTP 302");
    }

    @Test
    void anEndlessAnswerIsCutOff() throws Exception {
        assertRuntimeError(
                execute(socket -> {
                    write(socket, HEAD + "Content-Length: 104857600\r\n\r\n");
                    byte[] piece = new byte[1 << 20];
                    for (int i = 0; i < 100; i++) {
                        socket.getOutputStream().write(piece);
                    }
                }),
                "HTTP 200");
    }

    @Test
    void anAnswerThatEndsEarlyIsARuntimeError() throws Exception {
        assertRuntimeError(
                execute(socket -> {
                    write(socket, HEAD + "Content-Length: 100\r\n\r\n{\"queue\":");
                    socket.close();
                }),
                "java.");
    }

    @Test
    void anAnswerThatIsNoJsonBreaksTheOutput() throws Exception {
        JsonNode result = execute(socket -> write(socket, HEAD + "Content-Length: 6\r\n\r\n<html>"));

        assertThat(result.get("type").stringValue()).isEqualTo("validation");
        assertThat(result.get("message").stringValue()).startsWith("output: /");
    }

    private static void assertRuntimeError(JsonNode result, String begin) {
        assertThat(result.get("status").stringValue()).isEqualTo("error");
        assertThat(result.get("type").stringValue()).isEqualTo("runtime");
        assertThat(result.get("message").stringValue()).startsWith(begin);
    }

    /** Executes an action with such a handler, and makes sure that the tenant has recorded it and goes on. */
    private JsonNode execute(Behaviour behaviour) throws Exception {
        Threads.daemon("misbehaving-handler", () -> serve(behaviour)).start();
        String id = calls.post(
                        "/api/v2/data-actions",
                        "{\"name\":\"A\",\"version\":\"1\",\"inputSchema\":{},\"outputSchema\":{\"type\":\"object\"},"
                                + "\"timeoutMs\":300,\"handlerUrl\":\"http://127.0.0.1:" + handler.getLocalPort()
                                + "/\"}")
                .json()
                .get("id")
                .stringValue();

        TenantCalls.Reply reply = calls.post("/local/v1/data-actions/" + id + "/executions", "{}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(calls.get(reply.header("Location")).json().get("result")).isEqualTo(reply.json());
        return reply.json();
    }

    private void serve(Behaviour behaviour) {
        while (!handler.isClosed()) {
            try (Socket socket = handler.accept()) {
                socket.getInputStream().read();
                behaviour.show(socket);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The tenant has hung up, or the test has ended.
            }
        }
    }

    private static void write(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
