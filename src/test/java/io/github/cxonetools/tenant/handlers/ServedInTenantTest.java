package io.github.cxonetools.tenant.handlers;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerWorkers;
import io.github.cxonetools.execution.WorkerSettings;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.classes.HandlerSignature;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantCalls;
import io.github.cxonetools.tenant.TenantEvents;
import io.github.cxonetools.tenant.TenantSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Handlers in their own JVM, served on loopback, called by the tenant. */
class ServedInTenantTest {

    private static final String WARM = "[{\"dimension\":\"start\",\"operator\":\"EQUALS\",\"value\":\"warm\"}]";

    private final List<String> failures = new ArrayList<>();
    private URI base;
    private HandlerWorkers workers;
    private HandlerServer server;
    private LocalTenant tenant;
    private TenantCalls calls;

    /** Takes its time once, as whatever connects to a database or fills a cache does. */
    public static final class SlowAtFirst implements Function<Map<String, String>, Map<String, String>> {

        private boolean ready;

        @Override
        public Map<String, String> apply(Map<String, String> request) {
            if (!ready || request.containsKey("slow")) {
                sleep(900);
                ready = true;
            }
            return Map.of("queue", "billing");
        }

        private static void sleep(int millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Fails in a method of its own. */
    public static final class Failing implements Function<Map<String, String>, Map<String, String>> {

        @Override
        public Map<String, String> apply(Map<String, String> request) {
            return lookup(request);
        }

        private static Map<String, String> lookup(Map<String, String> request) {
            throw new IllegalStateException("no profile", new IllegalArgumentException("of " + request.size()));
        }
    }

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            base = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        Path classes = Path.of(ServedInTenantTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        workers = HandlerWorkers.start(new WorkerSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"), List.of(classes), "", directory, 10 << 20));
        server = HandlerServer.serve(
                Map.of(
                        base.resolve("/slow"), served(SlowAtFirst.class),
                        base.resolve("/fails"), served(Failing.class)),
                new HandlerEvents() {
                    @Override
                    public void failed(URI url, String problem, String stack) {
                        failures.add(problem + "\n" + stack);
                    }
                });
        tenant = LocalTenant.open(
                new TenantSettings(directory.resolve("tenant"), 0, Period.ofDays(30), "0.1.0"),
                Clock.systemUTC(),
                TenantEvents.NONE);
        calls = TenantCalls.owner(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
        server.close();
        workers.close();
    }

    @Test
    void aColdStartIsMarkedAndNotCountedAgainstTheTimeout() throws Exception {
        String id = deploy("/slow", 500);

        JsonNode cold = execute(id, "{}");
        JsonNode warm = execute(id, "{}");
        JsonNode slow = execute(id, "{\"slow\":\"yes\"}");

        assertThat(cold.path("status").asString()).as(cold.toString()).isEqualTo("success");
        assertThat(cold.path("cold_start").asBoolean()).isTrue();
        assertThat(cold.path("latency_ms").asDouble()).isGreaterThan(900);
        assertThat(warm.path("status").asString()).isEqualTo("success");
        assertThat(warm.has("cold_start")).isFalse();
        assertThat(slow.path("message").asString())
                .isEqualTo("java.util.concurrent.TimeoutException: no answer within 500 ms");
        assertThat(execute(id, "{}").path("cold_start").asBoolean())
                .as("the JVM that follows after a call has ended one is cold again")
                .isTrue();
        JsonNode kept = calls.get("/local/v1/executions").json().get("entities");
        assertThat(kept.valueStream().map(each -> each.path("coldStart").asBoolean()))
                .containsExactly(true, false, false, true);
    }

    @Test
    void whatIsAskedOfWarmCallsLeavesColdOnesOut() throws Exception {
        String id = deploy("/slow", 500);
        execute(id, "{}");
        execute(id, "{}");

        assertThat(row(WARM).path("count").asInt()).isEqualTo(1);
        assertThat(row(WARM).path("p95LatencyMs").asDouble()).isLessThan(500);
        assertThat(row("[]").path("count").asInt()).isEqualTo(2);
        assertThat(row("[]").path("p95LatencyMs").asDouble()).isGreaterThan(500);
    }

    @Test
    void anExceptionComesWithItsStackAndWithoutThisPluginsFrames() throws Exception {
        String id = deploy("/fails", 500);

        JsonNode failed = execute(id, "{}");

        assertThat(failed.path("message").asString())
                .isEqualTo("HTTP 500: java.lang.IllegalStateException: no profile");
        assertThat(failed.path("stack").asString())
                .startsWith("java.lang.IllegalStateException: no profile\n\tat " + Failing.class.getName() + ".lookup(")
                .contains("Caused by: java.lang.IllegalArgumentException: of 0")
                .doesNotContain("execution.worker");
        assertThat(calls.get("/local/v1/executions/1").json().at("/result/stack"))
                .isEqualTo(failed.path("stack"));
        assertThat(failures).singleElement().asString().contains("no profile", Failing.class.getName() + ".lookup(");
    }

    @Test
    void whereNobodyAnswersForTheUrlNoHandlerHasFailed() throws Exception {
        String elsewhere = deploy("/elsewhere", 500);
        String gone = deploy("/slow", 500);
        JsonNode nobody = execute(elsewhere, "{}");
        server.close();

        JsonNode refused = execute(gone, "{}");

        assertThat(nobody.path("message").asString()).isEqualTo("HTTP 404: No handler has its URL here");
        for (JsonNode result : List.of(nobody, refused)) {
            assertThat(result.path("reached").asBoolean(true)).isFalse();
            assertThat(result.has("latency_ms")).isFalse();
        }
        assertThat(calls.get("/local/v1/data-actions/" + gone + "/handler")
                        .json()
                        .path("listening")
                        .asBoolean(true))
                .isFalse();
    }

    private ServedHandler served(Class<?> handler) {
        String types = "java.util.Map<java.lang.String,java.lang.String>";
        Handler made = workers.handler(
                new ActionDefinition("A", "1", null, handler.getName(), null, null, null, 500),
                new HandlerSignature(handler.getName(), null, types, types),
                Duration.ofSeconds(10));
        return new ServedHandler(made, Duration.ofMillis(500));
    }

    private String deploy(String path, int timeoutMs) throws Exception {
        return calls.post(
                        "/api/v2/data-actions",
                        "{\"name\":\"A\",\"version\":\"" + path + "\",\"inputSchema\":{},\"outputSchema\":{},"
                                + "\"timeoutMs\":" + timeoutMs + ",\"handlerUrl\":\"" + base.resolve(path) + "\"}")
                .json()
                .get("id")
                .stringValue();
    }

    private JsonNode execute(String id, String payload) throws Exception {
        return calls.post("/local/v1/data-actions/" + id + "/executions", payload)
                .json();
    }

    private JsonNode row(String filters) throws Exception {
        return Json.read(calls.post(
                                "/api/v2/analytics/data-actions/details/query",
                                "{\"dateFrom\":\"2000-01-01T00:00:00Z\",\"dateTo\":\"2100-01-01T00:00:00Z\","
                                        + "\"metrics\":[\"count\",\"p95LatencyMs\"],\"filters\":" + filters + "}")
                        .body())
                .at("/data/0");
    }
}
