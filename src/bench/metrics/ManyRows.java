import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A tenant whose only action has as many metrics rows as asked for. Arguments: rows, and a file for the port. */
final class ManyRows {

    private ManyRows() {}

    public static void main(String[] arguments) throws IOException {
        byte[] rows = rows(Integer.parseInt(arguments[0]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(server, "/oauth/token", "{\"access_token\":\"bench\",\"expires_in\":3600}".getBytes(StandardCharsets.UTF_8));
        answer(
                server,
                "/api/v2/data-actions",
                ("{\"entities\":[{\"id\":\"a-1\",\"name\":\"Bench\",\"version\":\"1.0.0\",\"isDeprecated\":false}],"
                                + "\"pageNumber\":1,\"pageSize\":100,\"total\":1}")
                        .getBytes(StandardCharsets.UTF_8));
        answer(server, "/api/v2/analytics/data-actions/details/query", rows);
        server.start();
        Files.writeString(Path.of(arguments[1]), Integer.toString(server.getAddress().getPort()));
    }

    private static void answer(HttpServer server, String path, byte[] body) {
        server.createContext(path, exchange -> send(exchange, body));
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** One row a minute, four versions, two statuses. */
    private static byte[] rows(int count) {
        StringBuilder json = new StringBuilder("{\"data\":[");
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"timestamp\":\"").append(start.plusSeconds(60L * (i / 8)))
                    .append("\",\"status\":\"").append(i % 2 == 0 ? "success" : "error")
                    .append("\",\"version\":\"1.").append(i / 2 % 4)
                    .append(".0\",\"count\":").append(i % 97)
                    .append(",\"avgLatencyMs\":").append(i % 1000 / 10.0)
                    .append(",\"errorRate\":").append(i % 2 == 0 ? "0.0" : "1.0")
                    .append('}');
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
