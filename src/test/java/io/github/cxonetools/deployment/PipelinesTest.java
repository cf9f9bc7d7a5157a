package io.github.cxonetools.deployment;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.ActionJson;
import io.github.cxonetools.client.FakeTime;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Answer;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What no client can exclude: two pipelines at once, and a tenant that commits after everybody has given up. */
class PipelinesTest {

    private static final String CREATE = "POST /api/v2/data-actions";

    @TempDir
    private Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = new Deployment(folder);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void ofTwoPipelinesOneCreatesAndTheOtherIsUpToDate() throws Exception {
        List<String> consoles = runTwo();

        assertThat(deployment.tenant.deployed()).containsExactly("A 1.1", "B 1.0", "C 1.0-SNAPSHOT");
        assertThat(consoles).allSatisfy(console -> assertThat(console).doesNotContain("failed"));
        assertThat(consoles).anySatisfy(console -> assertThat(console).contains("up to date, created by another"));
        assertThat(consoles).anySatisfy(console -> assertThat(console).contains(" created (id "));
    }

    @Test
    void whereATenantTakesBothBothSayDuplicate() throws Exception {
        deployment.tenant.unique = false;

        List<String> consoles = runTwo();

        assertThat(consoles).allSatisfy(console -> assertThat(console)
                .contains("A 1.1 is in the tenant 2 times, as ids ")
                .contains("another pipeline created it at the same time"));
    }

    @Test
    void twoBuildsInOneCheckoutCreateEachVersionOnce() throws Exception {
        deployment.tenant.unique = false;
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        deployment.tenant.script = request -> (tenant, sent, socket) -> {
            if (sent.line().equals(CREATE)) {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                Thread.sleep(200);
                underWay.decrementAndGet();
            }
            WireTenant.send(socket, tenant.handle(sent));
        };
        Path checkout = Files.createDirectories(folder.resolve("checkout"));
        Path receipts = checkout.resolve("receipts.json");

        List<Process> builds = List.of(
                DeployMain.start(deployment.tenant.url(), receipts),
                DeployMain.start(deployment.tenant.url(), receipts));
        for (Process build : builds) {
            assertThat(build.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(build.exitValue()).isZero();
        }

        assertThat(deployment.tenant.deployed()).containsExactly("A 1.1", "B 1.0", "C 1.0-SNAPSHOT");
        assertThat(deployment.tenant.count(CREATE)).isEqualTo(3);
        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void whatALivingProcessIsCreatingIsNotCreatedAgain() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            deployment.receipts().intend(desired("A", "1").version(), FakeTime.START);
            String own = Long.toString(ProcessHandle.current().pid());
            String text = Files.readString(deployment.receiptsFile)
                    .replace("\"pid\": " + own, "\"pid\": " + other.pid())
                    .replaceAll(
                            "\"startedAt\": \"[^\"]*\"",
                            "\"startedAt\": \"" + other.info().startInstant().orElseThrow() + "\"");
            Files.writeString(deployment.receiptsFile, text);

            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> deployment.deploy(desired("A", "1")))
                    .withMessage("A 1: another build (process " + other.pid() + ") is creating it, since "
                            + FakeTime.START + ". Wait until it has ended, then run this again");
            assertThat(deployment.tenant.lines()).doesNotContain(CREATE);
        } finally {
            other.destroyForcibly().waitFor();
        }
        deployment.deploy(desired("A", "1")).throwIfIncomplete();
        assertThat(deployment.tenant.deployed()).containsExactly("A 1");
    }

    /** The build that sent it was ended, and what it sent arrives only after the next one has planned. */
    @Test
    void whatAnEndedBuildHasSentIsLookedForBeforeItIsSentAgain() throws Exception {
        deployment.tenant.unique = false;
        deployment.receipts().intend(desired("A", "1").version(), FakeTime.START.minusSeconds(2));
        deployment.time.whenSlept(
                () -> deployment.tenant.add(ActionJson.write(desired("A", "1").version())));

        DeploymentResult result = deployment.deploy(desired("A", "1"));

        result.throwIfIncomplete();
        assertThat(deployment.tenant.count(CREATE)).isZero();
        assertThat(deployment.tenant.deployed()).containsExactly("A 1");
        assertThat(deployment.time.sleeps()).containsExactly(Duration.ofSeconds(3));
        assertThat(deployment.receipts().find("A", "1").orElseThrow().isIntent())
                .isFalse();
    }

    @Test
    void aCommitAfterTheResetIsFoundWhenItComesWithinTheWait() throws Exception {
        commitLate(1);

        DeploymentResult result = deployment.deploy(desired("A", "1"));

        assertThat(DeploymentConsole.summary(result)).startsWith("A 1 created (id id-1) in 0 ms");
        assertThat(deployment.tenant.count(CREATE)).isEqualTo(1);
    }

    @Test
    void aCommitAfterTheWaitIsFoundByTheTenantsRefusal() throws Exception {
        commitLate(2);

        DeploymentResult result = deployment.deploy(desired("A", "1"));

        assertThat(result.isComplete()).isTrue();
        assertThat(deployment.tenant.deployed()).containsExactly("A 1");
        assertThat(deployment.tenant.count(CREATE)).isEqualTo(2);
    }

    @Test
    void aCommitAfterTheWaitIsReportedWhereTheTenantTakesBoth() throws Exception {
        deployment.tenant.unique = false;
        commitLate(2);

        DeploymentResult result = deployment.deploy(desired("A", "1"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(result::throwIfIncomplete)
                .withMessageStartingWith("A 1 is in the tenant 2 times, as ids id-1, id-2");
    }

    @Test
    void aConnectionThatIsRefusedForAWhileIsTriedAgainWithoutALook() throws Exception {
        deployment.tenant.script = request -> (tenant, sent, socket) -> {
            Answer answer = tenant.handle(sent);
            WireTenant.send(socket, new Answer(answer.status(), answer.body(), "Connection", "close"));
        };
        DeploymentPlan plan = deployment.plan(desired("A", "1"));
        deployment.tenant.refuse();
        deployment.time.whenSlept(deployment.tenant::acceptAgain);

        DeploymentResult result = new Deployer(
                        deployment.client, deployment.receipts(), deployment.settings, Clock.systemUTC())
                .apply(plan);

        result.throwIfIncomplete();
        assertThat(deployment.tenant.lines())
                .containsExactly("POST /oauth/token", "GET /api/v2/data-actions", CREATE, "GET /api/v2/data-actions");
    }

    /** The first creation is reset, and committed only when {@code posts} creations or the first look have come. */
    private void commitLate(int posts) {
        AtomicInteger seen = new AtomicInteger();
        AtomicInteger looks = new AtomicInteger();
        deployment.tenant.script = request -> (tenant, sent, socket) -> {
            if (sent.line().equals(CREATE) && seen.incrementAndGet() == 1) {
                WireTenant.reset(socket);
                return;
            }
            boolean isLook = sent.method().equals("GET") && seen.get() == 1 && looks.incrementAndGet() == 1;
            if (isLook && posts == 1) {
                commitFirst(tenant);
            }
            if (sent.line().equals(CREATE) && posts == 2) {
                commitFirst(tenant);
            }
            WireTenant.send(socket, tenant.handle(sent));
        };
    }

    private static void commitFirst(WireTenant tenant) {
        WireTenant.Request first = tenant.requests().stream()
                .filter(request -> request.line().equals(CREATE))
                .findFirst()
                .orElseThrow();
        tenant.handle(first);
    }

    /** Both have listed before either creates, and both have created before either is answered. */
    private List<String> runTwo() throws Exception {
        CyclicBarrier listed = new CyclicBarrier(2);
        CyclicBarrier created = new CyclicBarrier(2);
        AtomicInteger lists = new AtomicInteger();
        AtomicInteger creations = new AtomicInteger();
        deployment.tenant.script = request -> (tenant, sent, socket) -> {
            boolean isA = sent.body().contains("\"name\":\"A\"");
            Answer answer = tenant.handle(sent);
            if (sent.method().equals("GET") && lists.incrementAndGet() <= 2) {
                await(listed);
            } else if (isA && sent.line().equals(CREATE) && creations.incrementAndGet() <= 2) {
                await(created);
            }
            WireTenant.send(socket, answer);
        };
        List<Path> folders =
                List.of(Files.createDirectories(folder.resolve("one")), Files.createDirectories(folder.resolve("two")));
        List<Process> processes = List.of(
                DeployMain.start(deployment.tenant.url(), folders.get(0).resolve("receipts.json")),
                DeployMain.start(deployment.tenant.url(), folders.get(1).resolve("receipts.json")));
        for (Process process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        return List.of(console(folders.get(0)), console(folders.get(1)));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String console(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".log"))
                    .findFirst()
                    .orElseThrow());
        }
    }
}
