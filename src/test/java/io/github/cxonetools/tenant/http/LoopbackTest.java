package io.github.cxonetools.tenant.http;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.TenantCalls;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoopbackTest {

    private static final int MAX_BODY = 1000;

    /** What one request meets is a 500 for it, and no end of the others. */
    @Test
    void anErrorEndsOneRequestOnly() throws Exception {
        List<Throwable> heard = new CopyOnWriteArrayList<>();
        try (Loopback loopback = Loopback.bind(InetAddress.getLoopbackAddress(), 0, MAX_BODY)) {
            loopback.serve(new Loopback.Responder() {
                @Override
                public Response answer(Request request) {
                    switch (request.path().get(0)) {
                        case "memory" -> throw new OutOfMemoryError("Java heap space");
                        case "stack" -> throw new StackOverflowError();
                        case "linkage" -> throw new NoClassDefFoundError("com/example/Gone");
                        default -> {
                            return Response.json(200, Json.object());
                        }
                    }
                }

                @Override
                public void failed(Request request, Throwable defect) {
                    heard.add(defect);
                    throw new OutOfMemoryError("Java heap space"); // To tell of it may fail as well.
                }
            });
            TenantCalls calls = TenantCalls.anonymous(URI.create("http://127.0.0.1:" + loopback.port()));

            assertAnswers500(calls, "/memory", "java.lang.OutOfMemoryError");
            assertAnswers500(calls, "/stack", "java.lang.StackOverflowError");
            assertAnswers500(calls, "/linkage", "java.lang.NoClassDefFoundError");
            for (int i = 0; i < 20; i++) {
                assertThat(calls.get("/fine").status()).isEqualTo(200);
            }
        }
        assertThat(heard).hasSize(3);
    }

    private static void assertAnswers500(TenantCalls calls, String path, String kind) throws Exception {
        TenantCalls.Reply reply = calls.get(path);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().get("message").stringValue()).isEqualTo("The request failed with " + kind);
    }
}
