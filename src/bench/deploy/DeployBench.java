import io.github.cxonetools.compatibility.check.CompatibilityRules;
import java.time.LocalDate;
import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.client.ActionJson;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientEvents;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.deployment.Deployer;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.PlanSettings;
import io.github.cxonetools.deployment.Planner;
import io.github.cxonetools.deployment.receipts.Receipts;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Deploys 200 actions to a tenant that takes 50 ms for each request, with and without a limit, and prints the figures. */
public final class DeployBench {

    private static final int ACTIONS = 200;
    private static final int CONCURRENCY = 4;
    private static final int LIMIT = 50;
    private static final long LATENCY_MS = 50;

    private DeployBench() {}

    /** Whether a request is within the tenant's limit. */
    private interface Limit {
        boolean allows();
    }

    public static void main(String[] args) throws Exception {
        System.out.printf("%-34s %9s %9s %7s %9s %7s%n", "deploy of " + ACTIONS, "requests", "refused", "s", "ideal s", "ratio");
        run("warm-up", () -> true, false);
        run("no limit", () -> true, false);
        run("no limit, serial loop", () -> true, true);
        run("50/s in fixed windows", fixedWindow(), false);
        run("50/s in fixed windows, serial loop", fixedWindow(), true);
        run("50/s from a token bucket", tokenBucket(), false);
        run("50/s from a token bucket, serial loop", tokenBucket(), true);
    }

    private static void run(String name, Limit limit, boolean isSerial) throws Exception {
        Path folder = Files.createTempDirectory("deploy-bench");
        AtomicInteger refused = new AtomicInteger();
        try (WireTenant tenant = new WireTenant()) {
            tenant.script = request -> (t, sent, socket) -> {
                Thread.sleep(LATENCY_MS);
                if (limit.allows()) {
                    Behaviour.NORMAL.answer(t, sent, socket);
                } else {
                    refused.incrementAndGet();
                    WireTenant.send(socket, new WireTenant.Answer(429, ""));
                }
            };
            long begun = System.nanoTime();
            if (isSerial) {
                serial(tenant.url());
            } else {
                deploy(tenant.url(), folder.resolve("receipts.json"));
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (tenant.deployed().size() != ACTIONS) {
                throw new IllegalStateException("deployed " + tenant.deployed().size());
            }
            print(name, tenant.requests().size() - refused.get(), refused.get(), seconds);
            if (!isSerial && refused.get() == 0) {
                nothingToDo(tenant, folder.resolve("receipts.json"));
            }
        }
    }

    private static void print(String name, int accepted, int refused, double seconds) {
        double ideal = name.startsWith("50/s") ? accepted / (double) LIMIT : accepted / (double) CONCURRENCY * LATENCY_MS / 1000;
        System.out.printf(
                Locale.ROOT,
                "%-34s %9d %9d %7.2f %9.2f %7.2f%n",
                name,
                accepted,
                refused,
                seconds,
                ideal,
                seconds / ideal);
    }

    private static void deploy(URI url, Path receipts) throws Exception {
        try (CxoneClient client = client(url)) {
            DeploymentPlan plan = new Planner(client, Receipts.open(receipts, url), settings()).plan(desired());
            DeploymentResult result = new Deployer(
                            client, Receipts.open(receipts, url), settings(), Clock.systemUTC())
                    .apply(plan);
            result.throwIfIncomplete();
        }
    }

    private static void nothingToDo(WireTenant tenant, Path receipts) throws Exception {
        int before = tenant.requests().size();
        long begun = System.nanoTime();
        deploy(tenant.url(), receipts);
        print("  nothing to change", tenant.requests().size() - before, 0, (System.nanoTime() - begun) / 1e9);
    }

    /** What a script would do: list, create, list again, one action after another; a second's pause after a 429. */
    private static void serial(URI url) throws Exception {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        send(http, HttpRequest.newBuilder(url.resolve("/oauth/token"))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        URI actions = url.resolve("/api/v2/data-actions");
        for (DesiredAction action : desired()) {
            Contract contract = action.contract();
            HttpRequest list = authorized(URI.create(actions + "?name=" + contract.name())).GET().build();
            send(http, list);
            ActionVersion version = new ActionVersion(
                    null,
                    contract.name(),
                    contract.version(),
                    false,
                    contract.inputSchema(),
                    contract.outputSchema(),
                    action.handlerUrl().toString(),
                    contract.timeoutMs(),
                    contract.description());
            send(http, authorized(actions)
                    .POST(HttpRequest.BodyPublishers.ofString(Json.compact(ActionJson.write(version))))
                    .build());
            send(http, list);
        }
    }

    private static HttpRequest.Builder authorized(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer token");
    }

    private static void send(HttpClient http, HttpRequest request) throws Exception {
        while (http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 429) {
            Thread.sleep(1000);
        }
    }

    private static CxoneClient client(URI url) {
        ClientSettings settings = new ClientSettings(
                url,
                url.resolve("/oauth/token"),
                ClientSettings.DEFAULT_ACTIONS_PATH,
                ClientSettings.DEFAULT_METRICS_PATH,
                Authentication.CLIENT_CREDENTIALS,
                null,
                false,
                Duration.ofSeconds(30),
                5,
                Duration.ofMinutes(2),
                null,
                "bench");
        ClientEvents silent = (ClientEvents) Proxy.newProxyInstance(
                DeployBench.class.getClassLoader(), new Class<?>[] {ClientEvents.class}, (proxy, method, arguments) -> null);
        return CxoneClient.connect(settings, Credentials.clientCredentials("bench", "bench-secret", "the bench"), silent);
    }

    private static PlanSettings settings() {
        return new PlanSettings(false, false, false, null, false, CONCURRENCY, Comparator.naturalOrder(), CompatibilityRules.DEFAULT, (action, side, pointer) -> null, LocalDate.EPOCH);
    }

    private static List<DesiredAction> desired() {
        List<DesiredAction> desired = new ArrayList<>();
        for (int i = 0; i < ACTIONS; i++) {
            desired.add(new DesiredAction(
                    new Contract(
                            "Action" + i,
                            "1.0.0",
                            "An action",
                            5000,
                            Json.read("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}"),
                            Json.read("{\"type\":\"object\"}")),
                    URI.create("https://actions.example.com/" + i)));
        }
        return desired;
    }

    private static Limit fixedWindow() {
        return new Limit() {
            private long window;
            private int used;

            @Override
            public synchronized boolean allows() {
                long now = System.nanoTime() / 1_000_000_000;
                used = now == window ? used + 1 : 1;
                window = now;
                return used <= LIMIT;
            }
        };
    }

    private static Limit tokenBucket() {
        return new Limit() {
            private double tokens = LIMIT;
            private long last = System.nanoTime();

            @Override
            public synchronized boolean allows() {
                long now = System.nanoTime();
                tokens = Math.min(LIMIT, tokens + (now - last) / 1e9 * LIMIT);
                last = now;
                if (tokens < 1) {
                    return false;
                }
                tokens--;
                return true;
            }
        };
    }
}
