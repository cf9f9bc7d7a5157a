package io.github.cxonetools.tenant;

import io.github.cxonetools.execution.HandlerAnswer;
import io.github.cxonetools.tenant.TenantCalls.Reply;
import io.github.cxonetools.tenant.handlers.HandlerEvents;
import io.github.cxonetools.tenant.handlers.HandlerServer;
import io.github.cxonetools.tenant.handlers.ServedHandler;
import io.github.cxonetools.tenant.store.RunningTenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Several processes and one directory. */
class TenantProcessesTest {

    private static final String ACTION = "{\"name\":\"Routing\",\"version\":\"VERSION\",\"inputSchema\":{},"
            + "\"outputSchema\":{},\"handlerUrl\":\"http://127.0.0.1:PORT/handler\"}";
    private static final int WRITERS = 4;
    private static final int CREATED = 40;

    @TempDir
    private Path directory;

    @Test
    void theNextTakesOverWhenTheOwnerIsKilledAndNothingIsLost() throws Exception {
        TenantProcess owner = TenantProcess.start(directory);
        CountDownLatch taken = new CountDownLatch(1);
        TenantEvents events = new TenantEvents() {
            @Override
            public void tookOver(URI url, Path path) {
                taken.countDown();
            }
        };
        try (LocalTenant tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), Clock.systemUTC(), events)) {
            assertThat(tenant.isOwner()).isFalse();
            assertThat(tenant.url()).isEqualTo(owner.url());
            assertThat(tenant.pageAddress().toString()).startsWith(owner.url() + "/?code=");
            TenantCalls calls = TenantCalls.owner(tenant);
            String id = create(calls, "1.0.0", 1);

            owner.kill();

            assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(tenant.isOwner()).isTrue();
            assertThat(tenant.url()).isEqualTo(owner.url());
            assertThat(calls.get("/api/v2/data-actions/" + id).status()).isEqualTo(200);
        }
    }

    @Test
    void manyProcessesThatOpenAtOnceShareOneTenant() throws Exception {
        ExecutorService starters = Executors.newFixedThreadPool(3);
        Queue<TenantProcess> processes = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 3; i++) {
            starters.submit(() -> processes.add(TenantProcess.start(directory)));
        }
        starters.shutdown();
        assertThat(starters.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(processes).hasSize(3);
        assertThat(processes.stream().map(TenantProcess::url).distinct()).hasSize(1);
        for (TenantProcess process : processes) {
            process.close();
        }
        assertThat(LocalTenant.running(directory)).isNull();
    }

    /** As two builds beside a running tenant, all three writing, while the one that serves it is stopped. */
    @Test
    void threeProcessesWriteWhileTheirTenantChangesHandsAndLoseNothing() throws Exception {
        TenantProcess running = TenantProcess.start(directory);
        List<TenantProcess> builds = List.of(TenantProcess.start(directory), TenantProcess.start(directory));
        CountDownLatch stopPoint = new CountDownLatch(30);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        ExecutorService writers = Executors.newFixedThreadPool(3);
        for (int writer = 0; writer < 3; writer++) {
            TenantCalls calls = running.calls();
            String name = "build-" + writer + "-";
            writers.submit(() -> createMany(calls, name, acknowledged, stopPoint));
        }
        assertThat(stopPoint.await(60, TimeUnit.SECONDS)).isTrue();
        running.close();
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(acknowledged).hasSize(3 * CREATED);
        assertThat(RunningTenant.find(directory).orElseThrow().url()).isEqualTo(running.url());
        TenantCalls calls = running.calls();
        assertThat(acknowledged)
                .allSatisfy(
                        path -> assertThat(calls.get(path).status()).as(path).isEqualTo(200));
        assertThat(calls.get("/api/v2/data-actions").json().get("total").intValue())
                .isEqualTo(3 * CREATED);
        for (TenantProcess build : builds) {
            build.close();
        }
    }

    /** As a build does it: what was not answered is asked again, and may turn out to have been done. */
    private static void createMany(TenantCalls calls, String name, Queue<String> acknowledged, CountDownLatch point) {
        int created = 0;
        while (created < CREATED) {
            try {
                Reply reply = calls.post("/api/v2/data-actions", action(name + created, 1));
                acknowledged.add(reply.status() == 409 ? found(calls, name + created) : reply.header("Location"));
                created++;
                point.countDown();
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20)); // Nobody serves the tenant in this moment.
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String found(TenantCalls calls, String version) throws Exception {
        JsonNode entities =
                calls.get("/api/v2/data-actions?pageSize=500").json().get("entities");
        for (JsonNode entity : entities) {
            if (entity.get("version").stringValue().equals(version)) {
                return "/api/v2/data-actions/" + entity.get("id").stringValue();
            }
        }
        throw new IllegalStateException(version + " was answered 409, and is not there");
    }

    @Test
    void aDiskThatIsFullFromTheBeginningIsSaid() throws Exception {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> TenantProcess.startOnFullDisk(directory, 4))
                .withMessageContaining(directory.toRealPath().toString())
                .withMessageContaining("Check that the disk has space left");

        TenantProcess.start(directory).close();
    }

    @Test
    void aFullDiskIsSaidAndTheTenantGoesOn() throws Exception {
        String payload = "\""
                + new Random(1)
                        .ints(400_000, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + "\"";
        TenantProcess process = TenantProcess.startOnFullDisk(directory, 2048);
        TenantCalls calls = process.calls();
        String path = "/local/v1/data-actions/" + create(calls, "1.0.0", 1) + "/executions";

        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Reply reply = calls.post(path, payload);
        for (int i = 0; i < 10 && reply.status() == 200; i++) {
            acknowledged.add(reply.header("Location"));
            reply = calls.post(path, payload);
        }

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().get("message").stringValue())
                .startsWith("The execution was not recorded.")
                .endsWith("Check that the disk has space left");
        assertThat(calls.get("/api/v2/data-actions").json().get("total").intValue())
                .isEqualTo(1);
        process.close();

        TenantProcess again = TenantProcess.start(directory);
        for (String each : acknowledged) {
            assertThat(again.calls().get(each).status()).isEqualTo(200);
        }
        again.close();
    }

    /** Seeds, of which each is a run: one here, as many as {@code cxone.killRuns} says elsewhere. */
    static IntStream seeds() {
        return IntStream.rangeClosed(1, Integer.getInteger("cxone.killRuns", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasAcknowledgedIsFoundAfterKill(int seed) throws Exception {
        int port = freePort();
        ServedHandler handler = new ServedHandler(
                (payload, timeout) -> new HandlerAnswer.Output("{}".getBytes(StandardCharsets.UTF_8), 0),
                Duration.ofSeconds(1));
        Map<URI, ServedHandler> handlers = Map.of(URI.create("http://127.0.0.1:" + port + "/handler"), handler);
        HandlerServer served = HandlerServer.serve(handlers, HandlerEvents.NONE);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch killPoint = new CountDownLatch(20 + new Random(seed).nextInt(1000));

        TenantProcess process = TenantProcess.start(directory);
        String action = create(process.calls(), "first", port);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            TenantCalls calls = process.calls();
            String name = "writer-" + writer + "-";
            writers.submit(() -> write(calls, action, name, port, acknowledged, killPoint));
        }
        assertThat(killPoint.await(60, TimeUnit.SECONDS)).isTrue();
        process.kill();
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        served.close();

        TenantProcess again = TenantProcess.start(directory);
        TenantCalls calls = again.calls();
        assertThat(acknowledged)
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(
                        path -> assertThat(calls.get(path).status()).as(path).isEqualTo(200));
        again.close();
    }

    /** Writes until the tenant is gone, and notes what it has acknowledged. */
    private static void write(
            TenantCalls calls,
            String action,
            String name,
            int port,
            Queue<String> acknowledged,
            CountDownLatch killPoint) {
        try {
            for (int i = 0; ; i++) {
                Reply reply = i % 10 == 0
                        ? calls.post("/api/v2/data-actions", action(name + i, port))
                        : calls.post("/local/v1/data-actions/" + action + "/executions", "{}");
                if (reply.status() < 300) {
                    acknowledged.add(reply.header("Location"));
                    killPoint.countDown();
                }
            }
        } catch (IOException e) {
            // The tenant was killed.
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String create(TenantCalls calls, String version, int port) throws Exception {
        return calls.post("/api/v2/data-actions", action(version, port))
                .json()
                .get("id")
                .stringValue();
    }

    private static String action(String version, int port) {
        return ACTION.replace("VERSION", version).replace("PORT", Integer.toString(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
