package io.github.cxonetools.tenant;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.store.RunningTenant;
import io.github.cxonetools.tenant.store.TenantCredentials;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Times list, get and analytics against a tenant that runs: URL, directory. Prints milliseconds. */
final class TenantQueries {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String[] INTERVALS = {"P1D", "PT12H", "P2D", "P7D"};
    private static final String[] GROUPS = {"\"status\",\"version\"", "\"name\"", "\"status\"", "\"version\"", ""};

    private final URI base;
    private final String token;
    private final long pid;
    private final Random random = new Random(7);

    private TenantQueries(URI base, String token, long pid) {
        this.base = base;
        this.token = token;
        this.pid = pid;
    }

    public static void main(String[] args) throws Exception {
        URI base = URI.create(args[0]);
        TenantCredentials credentials = TenantCredentials.read(Path.of(args[1]));
        String form = "grant_type=client_credentials&client_id=" + credentials.clientId() + "&client_secret="
                + credentials.clientSecret();
        String token = Json.read(new TenantQueries(base, "", 0)
                        .send(HttpRequest.newBuilder(base.resolve("/oauth/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))))
                .path("access_token")
                .asString();
        new TenantQueries(base, token, RunningTenant.read(Path.of(args[1])).orElseThrow().pid()).run();
    }

    private void run() throws Exception {
        JsonNode first = Json.read(send(request("/api/v2/data-actions?pageSize=100")));
        int pages = first.path("total").asInt() / 100;
        print("list page of 100", 20, 200, i -> send(request("/api/v2/data-actions?pageSize=100&pageNumber=" + (1 + random.nextInt(pages)))));
        String[] ids = new String[100];
        Arrays.setAll(ids, i -> first.path("entities").get(i).path("id").asString());
        print("get", 20, 500, i -> send(request("/api/v2/data-actions/" + ids[random.nextInt(ids.length)])));
        print("analytics over all executions, three percentiles included", 100, 40, i -> {
            send(post("/local/v1/data-actions/" + ids[i % ids.length] + "/executions", "{\"score\":0.5}"));
            long begin = System.nanoTime();
            send(post("/api/v2/analytics/data-actions/details/query", query(i)));
            return begin;
        });
    }

    private String query(int i) {
        Instant from = Instant.now().minusSeconds(31 * 86_400L + i);
        return "{\"dateFrom\":\"" + from + "\",\"dateTo\":\"" + Instant.now() + "\",\"groupBy\":["
                + GROUPS[i % GROUPS.length] + "],\"interval\":\"" + INTERVALS[i % INTERVALS.length]
                + "\",\"metrics\":[\"count\",\"avgLatencyMs\",\"errorRate\",\"p50LatencyMs\",\"p95LatencyMs\",\"p99LatencyMs\"]}";
    }

    /** A call; it returns when its timing began, or a text where that was before it. */
    private interface Call {
        Object run(int i) throws Exception;
    }

    private void print(String name, int goal, int times, Call call) throws Exception {
        double cpu = cpuMillis();
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            Object began = call.run(i);
            millis[i] = (System.nanoTime() - (began instanceof Long later ? later : begin)) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(
                "%s, %d times: p95 %.1f ms (goal %d ms), first %.1f, p50 %.1f, max %.1f; the tenant's CPU for each: %.1f ms%n",
                name,
                times,
                millis[(int) Math.ceil(times * 0.95) - 1],
                goal,
                first,
                millis[times / 2],
                millis[times - 1],
                (cpuMillis() - cpu) / times);
    }

    /** What the tenant's process has used so far: tells the work apart from a busy machine. */
    private double cpuMillis() {
        return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() > 201) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
