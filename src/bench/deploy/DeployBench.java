import io.github.cxonetools.action.Contract;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientEvents;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.deployment.Deployer;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.PlanSettings;
import io.github.cxonetools.deployment.Planner;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.json.Json;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Deploys 200 actions to a tenant that takes 50 ms for each request, and prints medians of interleaved rounds: new ones and
 * unchanged ones without a limit, new ones within 50 requests a second.
 */
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

    /** A tenant's limit, made anew for each deployment, and what it adds to a 429. */
    private record Row(String name, Supplier<Limit> limit, String... headers) {}

    /** What one deployment took; those that were turned away are among the requests. */
    private record Figures(int requests, int refused, double seconds) {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        List<Row> rows = List.of(
                new Row("no limit", () -> () -> true),
                new Row("50/s in fixed windows", FixedWindow::new),
                new Row("50/s in the last second", LastSecond::new),
                new Row("50/s from a token bucket", TokenBucket::new),
                new Row("fixed windows, Retry-After: 1", FixedWindow::new, "Retry-After", "1"),
                new Row("last second, Retry-After: 1", LastSecond::new, "Retry-After", "1"),
                new Row("token bucket, Retry-After: 1", TokenBucket::new, "Retry-After", "1"));
        Map<String, List<Figures>> figures = new LinkedHashMap<>();
        run(rows.get(0), new LinkedHashMap<>());
        for (int round = 0; round < rounds; round++) {
            for (Row row : rows) {
                run(row, figures);
            }
        }
        System.out.printf(
                "%-32s %9s %9s %7s %7s %7s %9s %7s%n",
                ACTIONS + " actions, " + rounds + " rounds", "requests", "refused", "s", "least", "most", "needed s", "ratio");
        figures.forEach(DeployBench::print);
    }

    private static void run(Row row, Map<String, List<Figures>> figures) throws Exception {
        Path receipts = Files.createTempDirectory("deploy-bench").resolve("receipts.json");
        AtomicInteger refused = new AtomicInteger();
        Limit limit = row.limit().get();
        try (WireTenant tenant = new WireTenant()) {
            tenant.script = request -> (t, sent, socket) -> {
                Thread.sleep(LATENCY_MS);
                if (limit.allows()) {
                    Behaviour.NORMAL.answer(t, sent, socket);
                } else {
                    refused.incrementAndGet();
                    WireTenant.send(socket, new WireTenant.Answer(429, "", row.headers()));
                }
            };
            // Windows begin whenever they do.
            Thread.sleep(ThreadLocalRandom.current().nextInt(1000));
            Figures fresh = timed(tenant, receipts, refused);
            if (tenant.deployed().size() != ACTIONS) {
                throw new IllegalStateException("deployed " + tenant.deployed().size());
            }
            figures.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(fresh);
            if (row.name().equals("no limit")) {
                figures.computeIfAbsent("nothing to change", name -> new ArrayList<>())
                        .add(timed(tenant, receipts, refused));
            }
        }
    }

    private static Figures timed(WireTenant tenant, Path receipts, AtomicInteger refused) throws Exception {
        int requests = tenant.requests().size();
        int turnedAway = refused.get();
        long begun = System.nanoTime();
        try (CxoneClient client = client(tenant.url())) {
            Receipts open = Receipts.open(receipts, tenant.url());
            open.exclusively(Duration.ofMinutes(1), line -> {}, () -> {
                DeploymentPlan plan = new Planner(client, open, settings()).plan(desired());
                new Deployer(client, open, settings(), Clock.systemUTC())
                        .apply(plan)
                        .throwIfIncomplete();
            });
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Figures(tenant.requests().size() - requests, refused.get() - turnedAway, seconds);
    }

    private static void print(String name, List<Figures> figures) {
        double needed = name.equals("no limit")
                ? ACTIONS / (double) CONCURRENCY * LATENCY_MS / 1000
                : name.equals("nothing to change") ? Double.NaN : ACTIONS / (double) LIMIT;
        List<Figures> byTime = figures.stream()
                .sorted(Comparator.comparingDouble(Figures::seconds))
                .toList();
        double median = byTime.get(byTime.size() / 2).seconds();
        System.out.printf(
                Locale.ROOT,
                "%-32s %9d %9d %7.2f %7.2f %7.2f %9s %7s %s%n",
                name,
                median(figures, Figures::requests),
                median(figures, Figures::refused),
                median,
                byTime.get(0).seconds(),
                byTime.get(byTime.size() - 1).seconds(),
                Double.isNaN(needed) ? "" : String.format(Locale.ROOT, "%.2f", needed),
                Double.isNaN(needed) ? "" : String.format(Locale.ROOT, "%.2f", median / needed),
                name.contains("Retry-After")
                        ? ""
                        : Double.isNaN(needed) ? "(bar 4 requests)" : "(bar 1.15, aim 1.05)");
    }

    private static int median(List<Figures> figures, ToIntFunction<Figures> figure) {
        int[] sorted = figures.stream().mapToInt(figure).sorted().toArray();
        return sorted[sorted.length / 2];
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
        return new PlanSettings(
                false,
                false,
                false,
                null,
                false,
                CONCURRENCY,
                Comparator.naturalOrder(),
                CompatibilityRules.DEFAULT,
                (action, side, pointer) -> null,
                LocalDate.EPOCH);
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

    /** Counts by the seconds of the clock. */
    private static final class FixedWindow implements Limit {
        private long window;
        private int used;

        @Override
        public synchronized boolean allows() {
            long now = System.nanoTime() / 1_000_000_000;
            used = now == window ? used + 1 : 1;
            window = now;
            return used <= LIMIT;
        }
    }

    /** Counts what it has accepted within the last second. */
    private static final class LastSecond implements Limit {
        private final Deque<Long> accepted = new ArrayDeque<>();

        @Override
        public synchronized boolean allows() {
            long now = System.nanoTime();
            while (!accepted.isEmpty() && now - accepted.peekFirst() >= 1_000_000_000) {
                accepted.removeFirst();
            }
            if (accepted.size() == LIMIT) {
                return false;
            }
            return accepted.add(now);
        }
    }

    /** Has a second's worth of tokens at first. */
    private static final class TokenBucket implements Limit {
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
    }
}
