package io.github.cxonetools.deployment;

import io.github.cxonetools.client.ActionJson;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A deployment, a promotion or a rollback that is killed anywhere is completed by the next one, without a duplicate, with
 * every receipt, and without a moment at which an action has no active version.
 */
class KilledDeploymentTest {

    /** Every so many requests; the whole table takes minutes. */
    private static final int EVERY = Integer.getInteger("kill.every", 8);

    private static final int MOST_REQUESTS = 40;

    /** What is in the tenant before, and what is there after; each takes at least nine requests. */
    static final Map<ChangingGoal, List<List<String>>> TENANTS = Map.of(
            ChangingGoal.DEPLOY,
            List.of(
                    List.of("A 1.0", "C 1.0-SNAPSHOT"),
                    List.of("A 1.0 (deprecated)", "A 1.1", "B 1.0", "C 1.0-SNAPSHOT")),
            ChangingGoal.PROMOTE,
            List.of(List.of("A 1.0"), List.of("A 1.0 (deprecated)", "A 1.1", "B 1.0", "C 1.0")),
            ChangingGoal.ROLLBACK,
            List.of(
                    List.of("A 1.0 (deprecated)", "A 1.1", "A 1.2", "B 1.0", "B 1.1", "C 1.0", "C 1.1"),
                    List.of(
                            "A 1.0",
                            "A 1.1 (deprecated)",
                            "A 1.2 (deprecated)",
                            "B 1.0",
                            "B 1.1 (deprecated)",
                            "C 1.0",
                            "C 1.1 (deprecated)")));

    @TempDir
    private Path folder;

    /** When the JVM dies. */
    private enum Moment {
        BEFORE_THE_TENANT_HANDLED_IT,
        BEFORE_THE_TENANT_ANSWERED,
        AFTER_THE_TENANT_ANSWERED
    }

    /** How a tenant lets itself be read, of which the deployment makes the best. */
    enum Reading {
        /** All that there is, four a page, which is less than all. */
        BY_PAGES {
            @Override
            void prepare(WireTenant tenant) {
                tenant.largestPage = 4;
            }
        },
        /** Only what is named. */
        BY_NAME {
            @Override
            void prepare(WireTenant tenant) {
                tenant.listsAll = false;
            }
        };

        abstract void prepare(WireTenant tenant);
    }

    static Stream<Arguments> kills() {
        return Stream.of(ChangingGoal.values()).flatMap(goal -> Stream.of(Moment.values())
                .flatMap(moment -> Stream.of(Reading.values()).map(reading -> Arguments.of(goal, moment, reading))));
    }

    @ParameterizedTest
    @MethodSource("kills")
    void aSecondRunFinishesWhatAKilledOneBegan(ChangingGoal goal, Moment moment, Reading reading) throws Exception {
        int number = 1 + moment.ordinal() + (reading == Reading.BY_NAME ? EVERY / 2 : 0);
        int kills = 0;
        while (number < MOST_REQUESTS && isKilled(goal, moment, reading, number)) {
            kills++;
            number += EVERY;
        }
        assertThat(kills).isGreaterThanOrEqualTo((8 - moment.ordinal()) / EVERY);
    }

    /** False where it ended before that request. */
    private boolean isKilled(ChangingGoal goal, Moment moment, Reading reading, int number) throws Exception {
        Path runFolder = Files.createDirectories(folder.resolve(goal + "-" + moment + "-" + reading + "-" + number));
        try (Deployment second = new Deployment(runFolder);
                Deployment source = new Deployment(runFolder.resolve("source"))) {
            WireTenant tenant = second.tenant;
            tenant.unique = false;
            reading.prepare(tenant);
            reading.prepare(source.tenant);
            TENANTS.get(goal).get(0).forEach(version -> add(tenant, version));
            DeployMain.promoted().forEach(action -> source.tenant.add(ActionJson.write(action.version())));
            Queue<String> inactive = new ConcurrentLinkedQueue<>();
            AtomicReference<Process> process = new AtomicReference<>();
            AtomicInteger sent = new AtomicInteger();
            Behaviour watched = (wire, request, socket) -> WireTenant.send(socket, watched(wire, request, inactive));
            WireTenant.Script script =
                    request -> sent.incrementAndGet() == number ? killing(moment, process, watched) : watched;
            tenant.script = script;
            source.tenant.script = script;
            Files.createDirectories(second.receiptsFile.getParent());
            process.set(DeployMain.start(goal, tenant.url(), source.tenant.url(), second.receiptsFile));
            assertThat(process.get().waitFor(60, TimeUnit.SECONDS)).isTrue();
            boolean isKilled = process.get().exitValue() != 0;
            tenant.script = request -> watched;
            source.tenant.script = request -> Behaviour.NORMAL;

            DeploymentTarget target = new DeploymentTarget(
                    second.client, tenant.url(), second.receipts(), Duration.ofSeconds(9), line -> {});
            DeployMain.run(goal, target, source.client, line -> {});

            String run = goal + " " + reading + " killed " + moment + " at request " + number;
            assertThat(tenant.deployed())
                    .as(run)
                    .containsExactlyElementsOf(TENANTS.get(goal).get(1));
            assertThat(inactive).as(run).isEmpty();
            assertReceipts(second, run);
            long before = changes(tenant);
            DeployMain.run(goal, target, source.client, line -> {});
            assertThat(changes(tenant)).as(run).isEqualTo(before);
            return isKilled;
        }
    }

    static void add(WireTenant tenant, String version) {
        String[] words = version.split(" ");
        tenant.add(ActionJson.write(Deployment.desired(words[0], words[1]).version())
                .put("isDeprecated", words.length > 2));
    }

    /** What it knows, it knows as it is; and what was created it knows. */
    private static void assertReceipts(Deployment deployment, String run) throws Exception {
        for (String version : deployment.tenant.deployed()) {
            String[] words = version.split(" ");
            var receipt = deployment.receipts().find(words[0], words[1]);
            if (receipt.isPresent()) {
                assertThat(receipt.get().id()).as("%s, %s", run, version).isNotNull();
                assertThat(receipt.get().state().deprecated())
                        .as("%s, %s", run, version)
                        .isEqualTo(words.length > 2);
            }
        }
        assertThat(deployment.receipts().of("A")).as(run).isNotEmpty();
        assertThat(deployment.receipts().of("B")).as(run).isNotEmpty();
    }

    private static long changes(WireTenant tenant) {
        return tenant.requests().stream()
                .filter(request -> request.path().startsWith("/api/v2/data-actions"))
                .filter(request -> !request.method().equals("GET"))
                .count();
    }

    /** Handles it, and looks whether an action that is there has an active version still. */
    private static WireTenant.Answer watched(WireTenant tenant, WireTenant.Request request, Queue<String> inactive) {
        WireTenant.Answer answer = tenant.handle(request);
        look(tenant, request, inactive);
        return answer;
    }

    /** Adds the actions that have versions and none that is active. */
    static void look(WireTenant tenant, WireTenant.Request request, Queue<String> inactive) {
        List<String> deployed = tenant.deployed();
        for (String name : List.of("A", "B", "C")) {
            List<String> versions = deployed.stream()
                    .filter(version -> version.startsWith(name + " "))
                    .toList();
            if (!versions.isEmpty() && versions.stream().allMatch(version -> version.endsWith("(deprecated)"))) {
                inactive.add(name + " after " + request.line());
            }
        }
    }

    private static Behaviour killing(Moment moment, AtomicReference<Process> process, Behaviour watched) {
        return (tenant, request, socket) -> {
            if (moment == Moment.AFTER_THE_TENANT_ANSWERED) {
                watched.answer(tenant, request, socket);
            } else if (moment == Moment.BEFORE_THE_TENANT_ANSWERED) {
                tenant.handle(request);
            }
            process.get().destroyForcibly().waitFor();
        };
    }
}
