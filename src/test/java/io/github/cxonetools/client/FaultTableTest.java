package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.deployment.ClientConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every fault against every call, over raw sockets. What the console shows, what was sent, what is in the tenant and how it
 * ends stands in a golden file for each fault; {@code -Dgolden.update} writes them anew.
 */
class FaultTableTest {

    private static final Path GOLDEN = Path.of("src/test/resources/io/github/cxonetools/client/faults");
    private static final String ACTIONS = "/api/v2/data-actions";

    /** What is called, and which request of it the fault hits. */
    private enum Target {
        TOKEN("POST /oauth/token") {
            @Override
            Object call(CxoneClient client, String id) throws CxoneException {
                return client.dataActions().list("A");
            }
        },
        LIST("GET " + ACTIONS) {
            @Override
            Object call(CxoneClient client, String id) throws CxoneException {
                return client.dataActions().list("A");
            }
        },
        PAGES("GET " + ACTIONS) {
            @Override
            Object call(CxoneClient client, String id) throws CxoneException {
                return client.dataActions()
                        .listings(List.of("A", "B", "C"), new Concurrently(1))
                        .of("A");
            }
        },
        CREATE("POST " + ACTIONS) {
            @Override
            Object call(CxoneClient client, String id) throws CxoneException {
                return client.dataActions().create(draft(), found -> {}).how();
            }
        },
        PATCH("PATCH " + ACTIONS + "/id-1") {
            @Override
            Object call(CxoneClient client, String id) throws CxoneException {
                return client.dataActions()
                        .patch(id, Json.object().put("isDeprecated", true), "deprecate A 1")
                        .deprecated();
            }
        },
        METRICS("POST /api/v2/analytics/data-actions/details/query") {
            @Override
            Object call(CxoneClient client, String id) throws CxoneException {
                return client.analytics().query(Json.object());
            }
        };

        private final String line;

        Target(String line) {
            this.line = line;
        }

        abstract Object call(CxoneClient client, String id) throws CxoneException;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultEndsAsItsGoldenFileSays(Fault fault) throws Exception {
        String actual = Stream.of(Target.values())
                .parallel()
                .map(target -> section(fault, target))
                .collect(Collectors.joining("\n"));
        assertThat(actual).doesNotContain(FaultSecrets.forms(Fault.CLIENT));

        Path golden = GOLDEN.resolve(fault.name() + ".txt");
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    @Test
    void everyGoldenFileBelongsToAFault() throws Exception {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            faults().map(fault -> fault.name() + ".txt").toList());
        }
    }

    private static Stream<Fault> faults() {
        return Fault.all();
    }

    private static String section(Fault fault, Target target) {
        List<String> console = Collections.synchronizedList(new ArrayList<>());
        try (WireTenant tenant = new WireTenant()) {
            tenant.tokenAnswer = FaultSecrets.tokenAnswer();
            tenant.largestPage = target == Target.PAGES ? 1 : tenant.largestPage;
            String id = target == Target.PATCH || target == Target.PAGES ? tenant.add(ActionJson.write(draft())) : "";
            AtomicInteger hits = new AtomicInteger();
            tenant.script = request -> behaviour(fault, target, tenant, hits, request);
            try (CxoneClient client = client(fault, tenant, console)) {
                if (target != Target.TOKEN) {
                    client.require(Scope.DATA_ACTIONS_READ, "the test");
                }
                if (fault.isRefused()) {
                    tenant.refuse();
                }
                String end = end(target, client, id);
                String text = "== " + target.name().toLowerCase(java.util.Locale.ROOT) + "\n"
                        + console.stream().map(line -> line + "\n").collect(Collectors.joining())
                        + end + "\n"
                        + "sent: " + sent(tenant) + "\n"
                        + "tenant: " + tenant.deployed() + "\n";
                assertThat(tenant.deployed()).hasSizeLessThan(2);
                return text.replace(String.valueOf(tenant.url().getPort()), "<port>");
            }
        } catch (Exception e) {
            throw new AssertionError(fault + " on " + target, e);
        }
    }

    private static Behaviour behaviour(
            Fault fault, Target target, WireTenant tenant, AtomicInteger hits, WireTenant.Request request) {
        if (request.line().equals(target.line) && hits.incrementAndGet() <= fault.times()) {
            return fault.behaviour();
        }
        // So that the faulty request has a connection of its own.
        return request.line().equals(Target.TOKEN.line)
                ? Behaviour.status(200, tenant.tokenAnswer, "Connection", "close")
                : Behaviour.NORMAL;
    }

    private static CxoneClient client(Fault fault, WireTenant tenant, List<String> console) {
        ClientSettings settings = Tenant.settings(tenant.url(), Authentication.CLIENT_CREDENTIALS);
        ClientSettings impatient = new ClientSettings(
                settings.baseUrl(),
                settings.tokenUrl(),
                settings.actionsPath(),
                settings.metricsPath(),
                settings.authentication(),
                null,
                false,
                fault.isSlow() ? Duration.ofSeconds(1) : Duration.ofSeconds(20),
                fault.isSlow() ? 2 : settings.maxAttempts(),
                settings.maxWait(),
                null,
                "test");
        return CxoneClient.connect(
                impatient,
                Credentials.clientCredentials(Fault.CLIENT, FaultSecrets.CLIENT_SECRET, "a test"),
                new ClientConsole(line -> console.add("[INFO] " + line), line -> console.add("[WARN] " + line)),
                new FakeTime());
    }

    private static String end(Target target, CxoneClient client, String id) {
        try {
            return "result: " + target.call(client, id);
        } catch (CxoneException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    /** Runs of one request are counted. */
    private static String sent(WireTenant tenant) {
        List<String> runs = new ArrayList<>();
        List<String> lines = tenant.lines();
        for (int i = 0; i < lines.size(); ) {
            int begin = i;
            while (i < lines.size() && lines.get(i).equals(lines.get(begin))) {
                i++;
            }
            runs.add(lines.get(begin) + (i - begin > 1 ? " x" + (i - begin) : ""));
        }
        return String.join(", ", runs);
    }

    private static ActionVersion draft() {
        return new ActionVersion(
                null, "A", "1", false, Json.read("{}"), Json.read("{}"), "https://a.example.com/", 5000, "d");
    }
}
