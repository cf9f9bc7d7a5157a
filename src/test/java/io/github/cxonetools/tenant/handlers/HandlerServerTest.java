package io.github.cxonetools.tenant.handlers;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerAnswer;
import io.github.cxonetools.execution.ServedAnswer;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantCalls;
import io.github.cxonetools.tenant.TenantCalls.Reply;
import io.github.cxonetools.tenant.TenantEvents;
import io.github.cxonetools.tenant.TenantSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HandlerServerTest {

    private static final Handler ECHO = (payload, timeout) -> new HandlerAnswer.Output(payload, timeout.toMillis());

    private final List<String> heard = new ArrayList<>();
    private final HandlerEvents events = new HandlerEvents() {
        @Override
        public void served(URI url) {
            heard.add("served " + url.getPath());
        }

        @Override
        public void failed(URI url, String problem, String at) {
            heard.add(url.getPath() + " failed: " + problem);
        }

        @Override
        public void alreadyListening(URI url) {
            heard.add("left alone " + url.getPath());
        }
    };

    private HandlerServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private final URI base = URI.create("http://127.0.0.1:" + freePort());

    @Test
    void knowsWhereSomethingListensAlready() throws Exception {
        URI url = base.resolve("/echo");
        assertThat(HandlerServer.isTaken(url)).isFalse();

        serve(Map.of("/echo", ECHO));

        assertThat(HandlerServer.isTaken(url)).isTrue();
        assertThat(HandlerServer.isTaken(URI.create("https://actions.example.com/echo")))
                .isFalse();
    }

    @Test
    void pathsOnOnePortShareAListener() throws Exception {
        Handler other = (payload, timeout) -> new HandlerAnswer.Output(bytes("\"other\""), 0);
        serve(Map.of("/echo", ECHO, "/other", other));
        TenantCalls calls = TenantCalls.anonymous(base);

        assertThat(calls.post("/echo", "{\"a\":1}").body()).isEqualTo("{\"a\":1}");
        assertThat(calls.post("/other", "{}").body()).isEqualTo("\"other\"");
        assertThat(calls.post("/third", "{}").status()).isEqualTo(404);
        assertThat(heard).containsExactly("served /echo", "served /other");
    }

    @Test
    void anErrorInACallEndsThatCallOnly() throws Exception {
        serve(Map.of("/echo", ECHO, "/error", (payload, timeout) -> {
            throw new OutOfMemoryError("Java heap space");
        }));
        TenantCalls calls = TenantCalls.anonymous(base);

        assertProblem(calls.post("/error", "{}"), 500, "The request failed with java.lang.OutOfMemoryError");
        assertThat(calls.post("/echo", "{}").status()).isEqualTo(200);
        assertThat(heard).contains("/error failed: java.lang.OutOfMemoryError: Java heap space");
    }

    @Test
    void aHandlerThatFailsIs500AndABindingFailure422() throws Exception {
        serve(Map.of(
                "/fails",
                (payload, timeout) -> new HandlerAnswer.RunFailure("java.lang.IllegalStateException: no queue", 1.0),
                "/binds",
                (payload, timeout) -> new HandlerAnswer.BindingFailure("/tags is null"),
                "/null",
                (payload, timeout) -> new HandlerAnswer.UnusableOutput("the result is null", 1.0)));
        TenantCalls calls = TenantCalls.anonymous(base);

        Reply failed = calls.post("/fails", "{}");
        assertProblem(failed, 500, "java.lang.IllegalStateException: no queue");
        assertThat(failed.header(ServedAnswer.HEADER)).isEqualTo("1.000000");
        Reply refused = calls.post("/binds", "{}");
        assertProblem(refused, 422, "binding: /tags is null");
        assertThat(refused.header(ServedAnswer.HEADER)).isEqualTo("not called");
        assertProblem(calls.post("/null", "{}"), 500, "output: the result is null");
        assertThat(heard)
                .contains(
                        "/fails failed: java.lang.IllegalStateException: no queue",
                        "/binds failed: binding: /tags is null",
                        "/null failed: output: the result is null");
    }

    /** A JVM that starts, classes that are loaded, other calls before this one: none of it is the handler's time. */
    @Test
    void theTenantsClockExcludesWhatIsNotTheHandlersTime(@TempDir Path directory) throws Exception {
        serve(Map.of(
                "/waits", (payload, timeout) -> after(1500, new HandlerAnswer.Output(bytes("{}"), 0.5)),
                "/slow", (payload, timeout) -> after(1500, new HandlerAnswer.Output(bytes("{}"), 400)),
                "/fails",
                        (payload, timeout) -> after(
                                1500,
                                new HandlerAnswer.RunFailure(
                                        "java.util.concurrent.TimeoutException: no answer within 300 ms", 300.1))));
        try (LocalTenant tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), Clock.systemUTC(), TenantEvents.NONE)) {
            TenantCalls calls = TenantCalls.owner(tenant);

            assertThat(execute(calls, "/waits")).isEqualTo("{\"status\":\"success\",\"output\":{},\"latency_ms\":0.5}");
            String timeout = "\"message\":\"java.util.concurrent.TimeoutException: no answer within 300 ms\"";
            assertThat(execute(calls, "/slow")).contains(timeout).contains("\"latency_ms\":400");
            assertThat(execute(calls, "/fails")).contains(timeout).contains("\"latency_ms\":300.1");
        }
    }

    private String execute(TenantCalls calls, String path) throws Exception {
        String id = calls.post(
                        "/api/v2/data-actions",
                        "{\"name\":\"A\",\"version\":\"" + path + "\",\"inputSchema\":{},\"outputSchema\":{},"
                                + "\"timeoutMs\":300,\"handlerUrl\":\"" + base.resolve(path) + "\"}")
                .json()
                .get("id")
                .stringValue();
        return calls.post("/local/v1/data-actions/" + id + "/executions", "{}").body();
    }

    private static HandlerAnswer after(int millis, HandlerAnswer answer) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    @Test
    void onlyJsonIsPosted() throws Exception {
        serve(Map.of("/echo", ECHO));
        TenantCalls calls = TenantCalls.anonymous(base);

        assertThat(calls.get("/echo").status()).isEqualTo(405);
        assertThat(calls.send(calls.request("/echo").POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void pagesOfOtherSitesHaveNoAccess() throws Exception {
        serve(Map.of("/echo", ECHO));
        TenantCalls calls = TenantCalls.anonymous(base);

        Reply reply = calls.send(calls.request("/echo")
                .header("Content-Type", TenantCalls.JSON)
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void aPortWhereSomethingListensIsLeftAlone() throws Exception {
        try (ServerSocket taken = new ServerSocket(base.getPort(), 1, InetAddress.getLoopbackAddress())) {
            serve(Map.of("/echo", ECHO));

            assertThat(heard).containsExactly("left alone /echo");
            assertThat(taken.isClosed()).isFalse();
        }
    }

    @Test
    void aClosedServerGivesItsPortsBack() throws Exception {
        serve(Map.of("/echo", ECHO));
        server.close();

        try (ServerSocket free = new ServerSocket(base.getPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(free.isBound()).isTrue();
        }
    }

    @Test
    void urlsOffThisMachineAreRefused() {
        Map<URI, ServedHandler> remote =
                Map.of(URI.create("https://actions.example.com/x"), new ServedHandler(ECHO, Duration.ofSeconds(1)));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> HandlerServer.serve(remote, events))
                .withMessageStartingWith("The handler URL https://actions.example.com/x cannot be served here.");
    }

    private void serve(Map<String, Handler> handlers) throws Exception {
        Map<URI, ServedHandler> served = new TreeMap<>();
        handlers.forEach(
                (path, handler) -> served.put(base.resolve(path), new ServedHandler(handler, Duration.ofSeconds(1))));
        server = HandlerServer.serve(served, events);
    }

    private static void assertProblem(Reply reply, int status, String message) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().get("message").stringValue()).isEqualTo(message);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
