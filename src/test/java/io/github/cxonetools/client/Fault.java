package io.github.cxonetools.client;

import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.client.WireTenant.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One way in which a call can go wrong.
 *
 * @param name of the golden file
 * @param times how many requests it hits; the rest is answered well
 * @param behaviour what happens to a request that it hits
 */
public record Fault(String name, int times, Behaviour behaviour) {

    /** Whose secrets are echoed. */
    public static final String CLIENT = "the-client";

    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final String OTHER =
            "https://other.example.com/login?session=" + FaultSecrets.encoded(FaultSecrets.CLIENT_SECRET);

    public static Stream<Fault> all() {
        return Stream.of(connections(), bodies(), statuses(), errorBodies(), echoes(), limits())
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> connections() {
        return Stream.of(
                new Fault("refused", ALWAYS, (tenant, request, socket) -> {
                    throw new IOException("never reached: nothing listens");
                }),
                new Fault("reset-before-it-was-handled", ALWAYS, (tenant, request, socket) -> WireTenant.reset(socket)),
                new Fault("reset-before-it-was-handled-once", 1, (tenant, request, socket) -> WireTenant.reset(socket)),
                new Fault("reset-after-it-was-handled", ALWAYS, (tenant, request, socket) -> {
                    tenant.handle(request);
                    WireTenant.reset(socket);
                }),
                new Fault("slow-headers", ALWAYS, (tenant, request, socket) -> {
                    tenant.handle(request);
                    silence(socket);
                }),
                new Fault("slow-body", ALWAYS, (tenant, request, socket) -> {
                    byte[] bytes = tenant.handle(request).bytes();
                    write(socket, bytes, bytes.length - 2);
                    silence(socket);
                }),
                new Fault("truncated", ALWAYS, (tenant, request, socket) -> {
                    byte[] bytes = tenant.handle(request).bytes();
                    write(socket, bytes, bytes.length - 2);
                    socket.close();
                }),
                new Fault(
                        "garbled-compression",
                        ALWAYS,
                        (tenant, request, socket) -> WireTenant.send(
                                socket,
                                new WireTenant.Answer(
                                        tenant.handle(request).status(), "no gzip", "Content-Encoding", "gzip"))));
    }

    private static Stream<Fault> bodies() {
        return Stream.of(
                new Fault("no-json", ALWAYS, Behaviour.status(200, "<html>Please sign in</html>")),
                new Fault("wrong-types", ALWAYS, Behaviour.status(200, """
                        {"access_token":7,"entities":{},"id":[],"name":1,"version":"1","data":"none"}""")),
                new Fault("deeply-nested", ALWAYS, Behaviour.status(200, "[".repeat(100_000) + "]".repeat(100_000))),
                new Fault("hundred-megabytes", ALWAYS, Fault::hundredMegabytes),
                new Fault("empty-body", ALWAYS, Behaviour.status(200, "")));
    }

    private static Stream<Fault> statuses() {
        return Stream.concat(
                Stream.of(301, 302, 303, 307, 308)
                        .map(status -> new Fault(
                                "redirect-" + status, ALWAYS, Behaviour.status(status, "", "Location", OTHER))),
                Stream.concat(
                        Stream.of(401, 403, 404, 405, 408, 409, 421, 429, 500, 501, 502, 503, 504)
                                .map(status -> new Fault(
                                        "status-" + status, ALWAYS, Behaviour.status(status, "{\"message\":\"no\"}"))),
                        Stream.of(401, 408, 429, 500, 503)
                                .map(status -> new Fault(
                                        "status-" + status + "-once",
                                        1,
                                        Behaviour.status(status, "{\"message\":\"no\"}")))));
    }

    private static Stream<Fault> errorBodies() {
        String secrets = "client_secret=s3cr3t-value&Authorization: Bearer " + FaultSecrets.TOKEN;
        return Stream.of(
                new Fault("bad-request-message", ALWAYS, Behaviour.status(400, """
                        {"message":"not acceptable","code":"bad.schema","status":400,"errors":["a","b"]}""")),
                new Fault("bad-request-oauth", ALWAYS, Behaviour.status(400, """
                        {"error":"invalid_request","error_description":"something is missing"}""")),
                new Fault("bad-request-camel", ALWAYS, Behaviour.status(400, """
                        {"error":"invalid_request","errorDescription":"something is missing"}""")),
                new Fault("bad-request-fields", ALWAYS, Behaviour.status(400, """
                        {"errors":[{"field":"inputSchema","message":"no $ref","errorCode":"E7"},{"field":"name"}]}""")),
                new Fault("bad-request-text", ALWAYS, Behaviour.status(400, "plain\u001b[31m text\r\nin two lines")),
                new Fault("bad-request-with-secrets", ALWAYS, Behaviour.status(400, secrets)),
                new Fault("bad-request-long", ALWAYS, Behaviour.status(400, "0123456789".repeat(300))));
    }

    /** Servers and gateways that give back what they were sent, and more. */
    private static Stream<Fault> echoes() {
        return Stream.of(200, 400, 401, 403, 500)
                .map(status -> new Fault(
                        "echo-" + status, ALWAYS, (tenant, request, socket) -> Behaviour.status(status, echo(request))
                                .answer(tenant, request, socket)));
    }

    /** Who answers at the token endpoint has seen the secret; who answers elsewhere may have seen the token too. */
    private static String echo(Request request) {
        Set<String> seen =
                request.path().equals("/oauth/token") ? FaultSecrets.ofClient(CLIENT) : FaultSecrets.forms(CLIENT);
        return "<pre>" + request.headers().getOrDefault("authorization", "") + "\n" + request.body() + "\n"
                + String.join("\n", seen) + "</pre>";
    }

    private static Stream<Fault> limits() {
        return Stream.of(
                new Fault("limited-for-seconds", 1, Behaviour.status(429, "", "Retry-After", "7")),
                new Fault(
                        "limited-until-a-date",
                        1,
                        Behaviour.status(429, "", "Retry-After", "Thu, 15 Jan 2026 12:00:10 GMT")),
                new Fault(
                        "limited-by-a-skewed-clock",
                        1,
                        Behaviour.status(
                                429,
                                "",
                                "Date",
                                "Thu, 15 Jan 2026 03:00:00 GMT",
                                "Retry-After",
                                "Thu, 15 Jan 2026 03:00:09 GMT")),
                new Fault("limited-too-long", ALWAYS, Behaviour.status(429, "", "Retry-After", "3600")),
                new Fault("unavailable-for-no-time", ALWAYS, Behaviour.status(503, "", "Retry-After", "0")));
    }

    private static void hundredMegabytes(WireTenant tenant, Request request, Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        byte[] chunk = ("100000\r\n" + " ".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 100; i++) {
            out.write(chunk);
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void write(Socket socket, byte[] bytes, int length) throws IOException {
        socket.getOutputStream().write(bytes, 0, length);
        socket.getOutputStream().flush();
    }

    /** Says nothing until the client has gone. */
    private static void silence(Socket socket) throws IOException {
        if (socket.getInputStream().read() >= 0) {
            throw new IOException("the client sent more, without waiting for an answer");
        }
    }

    public boolean isSlow() {
        return name.startsWith("slow");
    }

    public boolean isRefused() {
        return name.equals("refused");
    }

    @Override
    public String toString() {
        return name;
    }
}
