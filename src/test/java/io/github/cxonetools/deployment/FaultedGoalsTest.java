package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.ActionJson;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.FakeTime;
import io.github.cxonetools.client.Fault;
import io.github.cxonetools.client.FaultSecrets;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.deployment.KilledDeploymentTest.Reading;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.report.deployment.ClientConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every fault on every kind of request of a deployment, a promotion and a rollback: whatever comes of it, nothing is there
 * twice, no action is without an active version at any moment, nothing secret is told, and the next run completes it.
 */
class FaultedGoalsTest {

    /** Every so many faults; all of them in the profile thorough. */
    private static final int EVERY = Integer.getInteger("kill.every", 8);

    private static final List<String> METHODS = List.of("GET", "PATCH", "POST");
    private static final int ATTEMPTS = 5;

    @TempDir
    private Path folder;

    static Stream<Fault> faults() {
        List<Fault> all = Fault.all().toList();
        return IntStream.range(0, all.size()).filter(i -> i % EVERY == 0).mapToObj(all::get);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theNextRunCompletesIt(Fault fault) {
        Stream.of(ChangingGoal.values())
                .flatMap(goal -> METHODS.stream().flatMap(method -> Stream.of(Reading.values())
                        .map(reading -> new Case(fault, goal, method, reading))))
                .parallel()
                .forEach(this::check);
    }

    /**
     * A fault on the first requests with one method, other than for a token.
     *
     * @param method of the requests that it hits
     * @param reading how the tenant lets itself be read
     */
    private record Case(Fault fault, ChangingGoal goal, String method, Reading reading) {}

    private void check(Case each) {
        List<List<String>> versions = KilledDeploymentTest.TENANTS.get(each.goal());
        List<String> console = Collections.synchronizedList(new ArrayList<>());
        Queue<String> inactive = new ConcurrentLinkedQueue<>();
        try (WireTenant tenant = new WireTenant();
                WireTenant source = new WireTenant()) {
            each.reading().prepare(tenant);
            each.reading().prepare(source);
            versions.get(0).forEach(version -> KilledDeploymentTest.add(tenant, version));
            DeployMain.promoted().forEach(action -> source.add(ActionJson.write(action.version())));
            tenant.tokenAnswer = FaultSecrets.tokenAnswer();
            AtomicInteger hits = new AtomicInteger();
            tenant.script = request -> watched(
                    request.method().equals(each.method())
                                    && !request.path().equals("/oauth/token")
                                    && hits.incrementAndGet() <= each.fault().times()
                            ? each.fault().behaviour()
                            : Behaviour.NORMAL,
                    inactive);
            if (each.fault().isRefused()) {
                tenant.refuse();
            }
            Path receipts = Files.createTempDirectory(folder, "checkout").resolve("receipts.json");

            run(each, tenant, source, receipts, console);
            if (each.fault().isRefused()) {
                tenant.acceptAgain();
            }
            tenant.script = request -> watched(Behaviour.NORMAL, inactive);
            assertThat(run(each, tenant, source, receipts, console))
                    .as("%s", each)
                    .isEmpty();

            assertThat(tenant.deployed()).as("%s", each).containsExactlyElementsOf(versions.get(1));
            assertThat(inactive).as("%s", each).isEmpty();
            assertThat(String.join("\n", console)).as("%s", each).doesNotContain(FaultSecrets.forms(Fault.CLIENT));
        } catch (Exception e) {
            throw new AssertionError(each.toString(), e);
        }
    }

    /** How it failed; empty where it did not. */
    private static String run(Case each, WireTenant tenant, WireTenant source, Path receipts, List<String> console) {
        try (CxoneClient client = client(each.fault(), tenant, console);
                CxoneClient reader = client(each.fault(), source, console)) {
            DeploymentTarget target = new DeploymentTarget(
                    client, tenant.url(), Receipts.open(receipts, tenant.url()), Duration.ofSeconds(9), console::add);
            DeployMain.run(each.goal(), target, reader, console::add);
            return "";
        } catch (CxoneException e) {
            console.add(String.valueOf(e.getMessage()));
            return String.valueOf(e.getMessage());
        }
    }

    private static CxoneClient client(Fault fault, WireTenant tenant, List<String> console) {
        ClientSettings settings = Deployment.clientSettings(tenant.url());
        return CxoneClient.connect(
                new ClientSettings(
                        settings.baseUrl(),
                        settings.tokenUrl(),
                        settings.actionsPath(),
                        settings.metricsPath(),
                        settings.authentication(),
                        null,
                        false,
                        fault.isSlow() ? Duration.ofSeconds(1) : Duration.ofSeconds(20),
                        fault.isSlow() ? 2 : ATTEMPTS,
                        settings.maxWait(),
                        null,
                        "test"),
                Credentials.clientCredentials(Fault.CLIENT, FaultSecrets.CLIENT_SECRET, "a test"),
                new ClientConsole(console::add, console::add),
                new FakeTime());
    }

    /** Looks before the answer leaves, whatever becomes of it. */
    private static Behaviour watched(Behaviour behaviour, Queue<String> inactive) {
        return (tenant, request, socket) -> {
            try {
                behaviour.answer(tenant, request, socket);
            } finally {
                KilledDeploymentTest.look(tenant, request, inactive);
            }
        };
    }
}
