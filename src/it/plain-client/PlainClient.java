import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client of CXone as anybody could write it from what the platform confirms: token, create, change, analytics, failures. It
 * knows nothing of this plugin; only the base URL tells a real tenant from a local one.
 */
public final class PlainClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private String token = "";

    private PlainClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public static void main(String[] args) throws Exception {
        String credentials = Files.readString(Path.of(args[1]));
        new PlainClient(args[0]).run(member(credentials, "clientId"), member(credentials, "clientSecret"));
        System.out.println("The tenant speaks as CXone does");
    }

    private void run(String id, String secret) throws Exception {
        String refused = expect(401, "POST", "/api/v2/data-actions", action("1.0.0", "{\"type\":\"object\"}"));
        require(!refused.isEmpty(), "a body with the failure");
        token = token(id, secret);

        String created = expect(201, "POST", "/api/v2/data-actions", action("1.0.0", "{\"type\":\"object\"}"));
        require(member(created, "version").equals("1.0.0"), "the version that was created");
        String path = "/api/v2/data-actions/" + member(created, "id");

        String reference = action("2.0.0", "{\"$ref\":\"#/definitions/x\",\"definitions\":{\"x\":{}}}");
        expect(400, "POST", "/api/v2/data-actions", reference);
        expect(400, "POST", "/api/v2/data-actions", "{\"name\":7}");

        String moved = expect(200, "PATCH", path, "{\"version\": \"1.1.0\"}");
        require(member(moved, "version").equals("1.1.0"), "the version that it was moved to");
        String deprecated = expect(200, "PATCH", path, "{\"isDeprecated\": true}");
        require(deprecated.replace(" ", "").contains("\"isDeprecated\":true"), "a deprecated action");

        String metrics = expect(200, "POST", "/api/v2/analytics/data-actions/details/query", query(member(created, "id")));
        require(metrics.replaceAll("\\s", "").equals("{\"data\":[]}"), "no rows without executions");
    }

    private String token(String id, String secret) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(baseUrl + "/oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + encode(id)
                                + "&client_secret=" + encode(secret)))
                        .build(),
                BodyHandlers.ofString());
        require(response.statusCode() == 200, "a token");
        require(response.body().matches("(?s).*\"expires_in\"\\s*:\\s*[1-9][0-9]*.*"), "seconds until it expires");
        return member(response.body(), "access_token");
    }

    private String expect(int status, String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        require(
                response.statusCode() == status,
                status + " for " + method + " " + path + ", not " + response.statusCode() + " " + response.body());
        return response.body();
    }

    private static String action(String version, String inputSchema) {
        return "{\"name\": \"PlainAction\", \"version\": \"" + version + "\", \"isDeprecated\": false,"
                + " \"inputSchema\": " + inputSchema + ", \"outputSchema\": {\"type\": \"object\"},"
                + " \"handlerUrl\": \"https://actions.example.com/plain\", \"timeoutMs\": 5000, \"description\": \"Plain\"}";
    }

    private static String query(String id) {
        return "{\"dateFrom\": \"2026-01-01T00:00:00Z\", \"dateTo\": \"2026-01-31T23:59:59Z\","
                + " \"groupBy\": [\"status\", \"version\"], \"interval\": \"P1D\","
                + " \"filters\": [{\"dimension\": \"actionId\", \"operator\": \"EQUALS\", \"value\": \"" + id + "\"}],"
                + " \"metrics\": [\"count\", \"avgLatencyMs\", \"errorRate\"]}";
    }

    private static String member(String json, String name) {
        Matcher member =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        require(member.find(), name + " in " + json);
        return member.group(1);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Expected " + what);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
