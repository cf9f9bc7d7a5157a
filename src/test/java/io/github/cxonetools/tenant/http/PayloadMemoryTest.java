package io.github.cxonetools.tenant.http;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.TenantCalls;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies of requests under way have a bound together, and each is given back. */
class PayloadMemoryTest {

    private static final int MAX_BODY = 1000;

    private final CountDownLatch entered = new CountDownLatch(2);
    private final CountDownLatch released = new CountDownLatch(1);
    private Loopback loopback;
    private URI base;

    @BeforeEach
    void listen() throws Exception {
        loopback = Loopback.bind(InetAddress.getLoopbackAddress(), 0, MAX_BODY, new PayloadMemory(2 * MAX_BODY));
        base = URI.create("http://127.0.0.1:" + loopback.port());
        loopback.serve(request -> {
            byte[] body = request.body();
            if (request.path().contains("held")) {
                entered.countDown();
                await(released);
            }
            return Response.json(200, Json.object().put("size", body.length));
        });
    }

    @AfterEach
    void stop() {
        released.countDown();
        loopback.close();
    }

    @Test
    void whatIsBeyondTheBoundIsBusyUntilOthersHaveEnded() throws Exception {
        TenantCalls calls = TenantCalls.anonymous(base);
        try (Socket first = held();
                Socket second = held()) {
            await(entered);

            TenantCalls.Reply busy = calls.post("/", "x".repeat(900));
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.json().get("message").stringValue()).startsWith("Too many large payloads are under way");
            assertThat(calls.post("/", "x".repeat(100)).status()).isEqualTo(200);

            released.countDown();
            assertThat(first.getInputStream().read()).isEqualTo('H');
            assertThat(second.getInputStream().read()).isEqualTo('H');
        }
        for (int i = 0; i < 10; i++) {
            assertThat(calls.post("/", "x".repeat(1000)).status()).isEqualTo(200);
            assertThat(calls.post("/", "x".repeat(1001)).status()).isEqualTo(413);
        }
    }

    private Socket held() throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), loopback.port());
        String request = "POST /held HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900\r\n\r\n" + "x".repeat(900);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
