package io.github.cxonetools.tenant.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A listener on one loopback address. It is the JDK's own server: nothing to download, started in milliseconds, and fast
 * enough for many thousand requests a second here.
 */
public final class Loopback implements AutoCloseable {

    /** Answers every request; what it throws becomes a 500. */
    public interface Responder {
        Response answer(Request request) throws Problem;

        /** Hears of a defect that the client was only told the kind of. */
        default void failed(Request request, Throwable defect) {}
    }

    private static final int BACKLOG = 512;
    private static final int GRACE_SECONDS = 5;

    static {
        // Without it, Nagle's algorithm and delayed acknowledgements hold an answer's body back for up to 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Threads.forRequests();
    private final Phaser inFlight = new Phaser(1);
    private final int maxBytes;
    private final PayloadMemory memory;

    private Loopback(HttpServer server, int maxBytes, PayloadMemory memory) {
        this.server = server;
        this.maxBytes = maxBytes;
        this.memory = memory;
    }

    /**
     * Binds the address, without answering yet.
     *
     * @param port 0 for any free one
     * @throws java.net.BindException where something listens there already
     */
    public static Loopback bind(InetAddress address, int port, int maxBytes) throws IOException {
        return bind(address, port, maxBytes, PayloadMemory.ofHeap(maxBytes));
    }

    /** @param memory what all bodies under way may take */
    static Loopback bind(InetAddress address, int port, int maxBytes, PayloadMemory memory) throws IOException {
        if (!address.isLoopbackAddress()) {
            throw new IOException(address + " is not a loopback address");
        }
        return new Loopback(HttpServer.create(new InetSocketAddress(address, port), BACKLOG), maxBytes, memory);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void serve(Responder endpoint) {
        server.createContext("/", exchange -> handle(exchange, endpoint));
        server.setExecutor(threads);
        server.start();
    }

    /** Lets requests that are being answered finish, for a few seconds, then closes the port. */
    @Override
    public void close() {
        try {
            inFlight.awaitAdvanceInterruptibly(inFlight.arrive(), GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // A handler that hangs must not keep the port.
        }
        server.stop(0);
        threads.shutdown(); // Without an interrupt: it would close the database's file under whoever reads it.
    }

    private void handle(HttpExchange exchange, Responder endpoint) throws IOException {
        inFlight.register();
        Request request = new Request(exchange, maxBytes, memory);
        try (exchange) {
            Response answer = answer(request, endpoint);
            request.forget(); // Before the client hears of it, and sends the next one.
            send(exchange, answer);
        } finally {
            request.forget();
            inFlight.arriveAndDeregister();
        }
    }

    private static Response answer(Request request, Responder endpoint) {
        try {
            return endpoint.answer(request);
        } catch (Problem problem) {
            return problem.toAnswer();
        } catch (RuntimeException | Error e) {
            // One request's defect; the next one is answered.
            tell(endpoint, request, e);
            return new Problem(
                            500,
                            "internal_error",
                            "The request failed with " + e.getClass().getName())
                    .toAnswer();
        }
    }

    /** Where there is too little memory for it, the client's answer comes first. */
    private static void tell(Responder endpoint, Request request, Throwable defect) {
        try {
            endpoint.failed(request, defect);
        } catch (RuntimeException | Error e) {
            defect.addSuppressed(e);
        }
    }

    private static void send(HttpExchange exchange, Response answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head || answer.body().length == 0 ? -1 : answer.body().length);
        if (!head) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
