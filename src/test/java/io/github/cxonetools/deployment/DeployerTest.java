package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.ActionJson;
import io.github.cxonetools.client.FakeTime;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.deployment.receipts.Receipt;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeployerTest {

    private static final String LIST = "GET /api/v2/data-actions";
    private static final String CREATE = "POST /api/v2/data-actions";

    /** Answers a PATCH as if it had been done. */
    private static final Behaviour WITHOUT_EFFECT = (tenant, request, socket) -> {
        ObjectNode action = tenant.action(request.path().replaceAll(".*/", ""));
        action.setAll((ObjectNode) Json.read(request.body()));
        Behaviour.status(200, Json.compact(action)).answer(tenant, request, socket);
    };

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
    void aNewVersionIsCreatedBesideTheOldOneAndConfirmed() throws Exception {
        deployment.deploy(desired("A", "1.0.0"));
        DeploymentResult result = deployment.deploy(desired("A", "1.1.0"));

        assertThat(deployment.tenant.deployed()).containsExactly("A 1.0.0", "A 1.1.0");
        assertThat(DeploymentConsole.summary(result))
                .containsExactly("A 1.1.0 created (id id-2) in 0 ms", "1 created; took 0 ms");
        assertThat(deployment.tenant.lines())
                .containsExactly("POST /oauth/token", LIST, CREATE, LIST, LIST, CREATE, LIST);
    }

    /** One for the token, one that tells that nothing is there, the creations, and the pages that confirm them. */
    @Test
    void manyActionsArePlannedAndConfirmedByPages() throws Exception {
        DesiredAction[] many = many(200);

        deployment.deploy(many).throwIfIncomplete();
        assertThat(deployment.tenant.deployed()).hasSize(200);
        assertThat(deployment.tenant.lines()).hasSize(1 + 1 + 200 + 3);

        assertThat(deployment.plan(many).isDriftFree()).isTrue();
        assertThat(deployment.tenant.lines()).hasSize(205 + 3);
    }

    @Test
    void aPlanIsTheSameByPagesAndByName() throws Exception {
        DesiredAction[] many = many(5);
        deployment.deploy(many);
        deployment.tenant.add(ActionJson.write(desired("A1", "0.9").version()));
        DeploymentPlan byPages = deployment.plan(many);
        deployment.tenant.listsAll = false;

        assertThat(deployment.plan(many).toJson()).isEqualTo(byPages.toJson());
        assertThat(byPages.tenantDigests()).hasSize(5);
    }

    /** What a page lacks, for example because the list moved while it was read, is asked for before it is called missing. */
    @Test
    void whatThePagesLackIsAskedForByName() throws Exception {
        deployment.tenant.script = request ->
                request.line().equals(LIST) && !request.query().contains("name=")
                        ? Behaviour.status(200, "{\"entities\":[],\"total\":0}")
                        : Behaviour.NORMAL;

        deployment.deploy(many(4)).throwIfIncomplete();

        assertThat(deployment.tenant.requests())
                .filteredOn(request -> request.query().contains("name="))
                .hasSize(4);
    }

    @Test
    void whatIsThereOtherwiseIsToldWhicheverWayItIsRead() throws Exception {
        deployment.tenant.script = request -> (tenant, sent, socket) -> {
            WireTenant.Answer answer = tenant.handle(sent);
            WireTenant.send(
                    socket,
                    sent.method().equals("GET")
                            ? new WireTenant.Answer(200, answer.body().replace("/A2\"", "/other\""))
                            : answer);
        };

        assertThat(deployment.deploy(many(3)).outcomes())
                .extracting(outcome -> outcome.failure() == null)
                .containsExactly(true, true, false);
    }

    /** The next build waits for what was sent by the time that stands in its intent. */
    @Test
    void anIntentSaysWhenACreationIsSentHoweverLongItsTurnTakes() throws Exception {
        DeploymentPlan plan = deployment.plan(many(3));
        AtomicInteger creations = new AtomicInteger();
        List<Optional<Receipt>> atThird = new CopyOnWriteArrayList<>();
        deployment.tenant.script = request -> (tenant, sent, socket) -> {
            if (sent.line().equals(CREATE)) {
                if (creations.incrementAndGet() == 3) {
                    String name = Json.read(sent.body()).path("name").asString();
                    atThird.add(receipt(name));
                }
                while (receipt("A0").isEmpty()
                        || receipt("A1").isEmpty()
                        || receipt("A2").isEmpty()) {
                    Thread.onSpinWait();
                }
                deployment.time.pass(Duration.ofSeconds(1));
            }
            Behaviour.NORMAL.answer(tenant, sent, socket);
        };
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return deployment.time.now();
            }
        };

        new Deployer(deployment.client, deployment.receipts(), deployment.settings, clock)
                .apply(plan)
                .throwIfIncomplete();

        assertThat(atThird).hasSize(1);
        assertThat(atThird.get(0).orElseThrow().intendedAt()).isAfterOrEqualTo(FakeTime.START.plusSeconds(1));
    }

    private Optional<Receipt> receipt(String name) {
        try {
            return deployment.receipts().find(name, "1.0.0");
        } catch (CxoneException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DesiredAction[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> desired("A" + number, "1.0.0"))
                .toArray(DesiredAction[]::new);
    }

    @Test
    void noVersionIsCreatedTwiceWhereATenantCutsItsListsAndTotalIsAText() throws Exception {
        deployment.tenant.unique = false;
        deployment.tenant.script = request -> request.line().equals(LIST) ? DeployerTest::oneAPage : Behaviour.NORMAL;
        for (String version : List.of("1.0.0", "1.1.0", "1.2.0")) {
            deployment.deploy(desired("A", version));
        }
        Files.delete(deployment.receiptsFile);

        assertThat(DeploymentConsole.summary(deployment.deploy(desired("A", "1.2.0"))))
                .contains("A 1.2.0 is up to date (id id-3)");
        assertThat(deployment.tenant.deployed()).containsExactly("A 1.0.0", "A 1.1.0", "A 1.2.0");
    }

    private static void oneAPage(WireTenant tenant, WireTenant.Request request, Socket socket) throws IOException {
        int page = Integer.parseInt(request.query().replaceAll(".*pageNumber=(\\d+).*", "$1"));
        WireTenant.Request all = new WireTenant.Request(
                request.number(), request.method(), request.path(), "name=A", request.headers(), "");
        ObjectNode answer = (ObjectNode) Json.read(tenant.handle(all).body());
        JsonNode entities = answer.path("entities");
        ArrayNode one = Json.array();
        if (page <= entities.size()) {
            one.add(entities.get(page - 1));
        }
        answer.remove("pageSize");
        answer.set("entities", one);
        answer.put("total", entities.size() + " versions");
        WireTenant.send(socket, new WireTenant.Answer(200, Json.compact(answer)));
    }

    @Test
    void whatIsThereAlreadyIsUpToDateAfterOneRead() throws Exception {
        deployment.deploy(desired("A", "1.0.0"));
        byte[] receipts = Files.readAllBytes(deployment.receiptsFile);
        DeploymentPlan plan = deployment.plan(desired("A", "1.0.0"));

        assertThat(plan.changesAnything()).isFalse();
        assertThat(plan.isDriftFree()).isTrue();
        assertThat(DeploymentConsole.summary(deployment.deploy(desired("A", "1.0.0"))))
                .containsExactly("A 1.0.0 is up to date (id id-1)", "1 up to date; took 0 ms");
        assertThat(deployment.tenant.lines()).filteredOn(LIST::equals).hasSize(4);
        assertThat(deployment.receiptsFile).hasBinaryContent(receipts);
    }

    @Test
    void aReleaseThatWouldChangeIsAConflictWithEveryDifference() throws Exception {
        deployment.deploy(desired("A", "1.0.0"));
        DesiredAction changed = desired("A", "1.0.0", 20, "https://b.example.com/", 5000, "d");

        assertThat(DeploymentConsole.plan(deployment.plan(changed)))
                .startsWith("x A 1.0.0   CONFLICT, compatible   id id-1")
                .contains("    ~ handlerUrl   https://a.example.com/A -> https://b.example.com/")
                .anyMatch(line -> line.startsWith("    ~ input") && line.contains("maxLength"))
                .contains("  Next: raise <version> to 1.1.0");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> deployment.deploy(changed))
                .withMessage("A 1.0.0 is in the tenant (id id-1) and would change, but a release never does. Raise the"
                        + " version (<version> of the project or of the action). The contract needs 1.1.0");
        assertThat(deployment.tenant.lines()).filteredOn(CREATE::equals).hasSize(1);
    }

    @Test
    void whatBelongsToAnEnvironmentMayChangeInPlaceWhereThatIsAllowed() throws Exception {
        deployment.deploy(desired("A", "1.0.0"));
        DesiredAction moved = desired("A", "1.0.0", 10, "https://b.example.com/", 9000, "d");

        assertThat(deployment.plan(moved).conflicts())
                .singleElement()
                .asString()
                .contains("-Dcxone.updateRelease");
        deployment.settings = Deployment.settings(null, true);
        DeploymentResult result = deployment.deploy(moved);

        assertThat(result.count(ActionOutcome.Done.UPDATED)).isEqualTo(1);
        JsonNode action = deployment.tenant.action("id-1");
        assertThat(action.path("handlerUrl").asString()).isEqualTo("https://b.example.com/");
        assertThat(deployment.tenant.requests().stream()
                        .filter(request -> request.method().equals("PATCH"))
                        .map(request -> request.body()))
                .containsExactly("{\"handlerUrl\":\"https://b.example.com/\",\"timeoutMs\":9000}");
    }

    @Test
    void aSnapshotChangesInPlace() throws Exception {
        deployment.deploy(desired("A", "1.0-SNAPSHOT"));
        deployment.deploy(desired("A", "1.0-SNAPSHOT", 20, "https://a.example.com/A", 5000, ""));

        assertThat(deployment.tenant.deployed()).containsExactly("A 1.0-SNAPSHOT");
        assertThat(deployment
                        .tenant
                        .action("id-1")
                        .at("/inputSchema/properties/a/maxLength")
                        .asInt())
                .isEqualTo(20);
        assertThat(deployment.tenant.action("id-1").path("description").isNull())
                .isTrue();
    }

    @Test
    void aSnapshotIsHeldBackFromARemoteTenant() throws Exception {
        deployment.settings = new PlanSettings(
                false,
                false,
                false,
                null,
                false,
                1,
                String::compareTo,
                CompatibilityRules.DEFAULT,
                (action, side, pointer) -> null,
                LocalDate.EPOCH);

        DeploymentPlan plan = deployment.plan(desired("A", "1.0-SNAPSHOT"));

        assertThat(plan.changesAnything()).isFalse();
        assertThat(DeploymentConsole.plan(plan))
                .contains("    a snapshot goes to a local tenant only; -Dcxone.allowSnapshots lets it go to this one");
        assertThat(deployment.tenant.lines()).isEmpty();
    }

    @Test
    void allButTheNewestReleasesAreDeprecatedAfterwards() throws Exception {
        deployment.deploy(desired("A", "1.0"));
        deployment.deploy(desired("A", "1.1"));
        deployment.deploy(desired("A", "0.9-SNAPSHOT"));
        deployment.settings = Deployment.settings(2, false);

        DeploymentPlan plan = deployment.plan(desired("A", "1.2"));
        assertThat(DeploymentConsole.plan(plan))
                .containsExactly(
                        "+ A 1.2   create",
                        "~ A 1.0   deprecate   id id-1",
                        "    cxone.keepVersions is 2",
                        "    ~ isDeprecated   false -> true",
                        "Plan for " + deployment.tenant.url() + ": 1 create, 1 deprecate");
        deployment.deploy(desired("A", "1.2"));

        assertThat(deployment.tenant.deployed())
                .containsExactly("A 0.9-SNAPSHOT", "A 1.0 (deprecated)", "A 1.1", "A 1.2");
        assertThat(deployment.receipts().find("A", "1.0").orElseThrow().state().deprecated())
                .isTrue();
    }

    @Test
    void nothingIsDeprecatedWhereACreationFailed() throws Exception {
        deployment.deploy(desired("A", "1.0"));
        deployment.settings = Deployment.settings(1, false);
        deployment.tenant.script = request -> request.line().equals(CREATE)
                ? Behaviour.status(400, "{\"errors\":[{\"field\":\"inputSchema\",\"message\":\"no $ref\"}]}")
                : Behaviour.NORMAL;

        DeploymentResult result = deployment.deploy(desired("A", "1.1"));

        assertThat(deployment.tenant.deployed()).containsExactly("A 1.0");
        assertThat(DeploymentConsole.summary(result))
                .containsExactly(
                        "A 1.1 failed after 0 ms",
                        "A 1.0 not deprecated (id id-1), because the deployment before it is incomplete",
                        "1 failed, 1 not begun; took 0 ms");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(result::throwIfIncomplete)
                .withMessage("Could not deploy A 1.1: POST /api/v2/data-actions answered 400 (127.0.0.1:"
                        + deployment.tenant.url().getPort() + "): inputSchema: no $ref\n"
                        + "0 of 2 versions were changed. When the cause is removed, mvn cxone:deploy completes the"
                        + " deployment");
    }

    @Test
    void nothingIsDeprecatedWhereTheConfirmationFailed() throws Exception {
        deployment.deploy(desired("A", "1.0"));
        deployment.settings = Deployment.settings(1, false);
        AtomicInteger lists = new AtomicInteger();
        deployment.tenant.script = request -> request.line().equals(LIST) && lists.incrementAndGet() == 2
                ? Behaviour.status(200, "{\"entities\":[],\"total\":0}")
                : Behaviour.NORMAL;

        DeploymentResult result = deployment.deploy(desired("A", "1.1"));

        assertThat(deployment.tenant.deployed()).containsExactly("A 1.0", "A 1.1");
        assertThat(DeploymentConsole.summary(result))
                .containsExactly(
                        "A 1.1 created (id id-2) in 0 ms, but not confirmed",
                        "A 1.0 not deprecated (id id-1), because the deployment before it is incomplete",
                        "1 created, 1 not begun, 1 not confirmed; took 0 ms");
        assertThat(result.wayBack()).containsExactly("To take A 1.1 back: mvn cxone:deprecate -Dcxone.actionId=id-2");
    }

    @Test
    void whatOneActionCannotDoOthersStillDo() throws Exception {
        deployment.tenant.script = request ->
                request.line().equals(CREATE) && request.body().contains("\"B\"")
                        ? Behaviour.status(503, "")
                        : Behaviour.NORMAL;

        DeploymentResult result = deployment.deploy(desired("A", "1"), desired("B", "1"), desired("C", "1"));

        assertThat(deployment.tenant.deployed()).containsExactly("A 1", "C 1");
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(result::throwIfIncomplete)
                .withMessageContaining("Could not deploy B 1: POST /api/v2/data-actions answered 503 after 5 attempts")
                .withMessageContaining("2 of 3 versions were changed");
        JsonNode audit = result.toJson("1", null);
        assertThat(audit.at("/actions/1/done").asString()).isEqualTo("failed");
        String id = audit.at("/actions/0/id").asString();
        assertThat(deployment.tenant.action(id).path("name").asString()).isEqualTo("A");
        assertThat(audit.path("complete").asBoolean(true)).isFalse();
        assertThat(Json.pretty(audit)).doesNotContain("s3cr3t");
    }

    @Test
    void anIdWhoseReceiptCannotBeWrittenIsToldAllTheSame() throws Exception {
        deployment.tenant.script = request -> (tenant, sent, socket) -> {
            if (sent.line().equals(CREATE)) {
                Files.delete(deployment.receiptsFile);
                Files.createDirectories(deployment.receiptsFile.resolve("in-the-way"));
            }
            Behaviour.NORMAL.answer(tenant, sent, socket);
        };

        DeploymentResult result = deployment.deploy(desired("A", "1"));

        assertThat(DeploymentConsole.summary(result))
                .first()
                .isEqualTo("A 1 created (id id-1) in 0 ms, but not confirmed");
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(result::throwIfIncomplete)
                .withMessageContaining(deployment.receiptsFile.toString())
                .withMessageContaining("To take A 1 back: mvn cxone:deprecate -Dcxone.actionId=id-1");
        assertThat(result.toJson("1", null).at("/actions/0/id").asString()).isEqualTo("id-1");
    }

    @Test
    void asManyRequestsAreInFlightAsAreAllowed() throws Exception {
        CyclicBarrier two = new CyclicBarrier(2);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        deployment.tenant.script = request -> (tenant, sent, socket) -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            if (!sent.path().equals("/oauth/token")) {
                meet(two);
            }
            inFlight.decrementAndGet();
            Behaviour.NORMAL.answer(tenant, sent, socket);
        };

        deployment
                .deploy(desired("A", "1"), desired("B", "1"), desired("C", "1"), desired("D", "1"))
                .throwIfIncomplete();

        assertThat(most).hasValue(2);
        assertThat(deployment.tenant.deployed()).hasSize(4);
    }

    private static void meet(CyclicBarrier barrier) throws InterruptedException, IOException {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IOException("a request came alone", e);
        }
    }

    @Test
    void aReleaseThatIsDeprecatedStaysSo() throws Exception {
        deployment.deploy(desired("A", "1"));
        new Deprecation(deployment.client, deployment.receipts(), 1)
                .apply(new Deprecation(deployment.client, deployment.receipts(), 1)
                        .plan(new VersionTarget("id-1", null), null, true));

        DeploymentResult result = deployment.deploy(desired("A", "1"));

        assertThat(DeploymentConsole.summary(result)).startsWith("A 1 is up to date (deprecated) (id id-1)");
        assertThat(deployment.tenant.deployed()).containsExactly("A 1 (deprecated)");
    }

    @Test
    void twoOfOneVersionAreAFailureThatNamesBoth() throws Exception {
        deployment.tenant.unique = false;
        deployment.tenant.script = request -> (tenant, sent, socket) -> {
            if (sent.line().equals(CREATE)) {
                tenant.handle(sent);
            }
            Behaviour.NORMAL.answer(tenant, sent, socket);
        };

        DeploymentResult result = deployment.deploy(desired("A", "1"));

        assertThat(DeploymentConsole.summary(result))
                .containsExactly(
                        "A 1 created (id id-2) in 0 ms, but not confirmed", "1 created, 1 not confirmed; took 0 ms");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(result::throwIfIncomplete)
                .withMessage(
                        "A 1 is in the tenant 2 times, as ids id-1, id-2: another pipeline created it at the same time."
                                + " Deprecate all but one\n1 of 1 versions were changed. When the cause is removed, mvn"
                                + " cxone:deploy completes the deployment\nTo take A 1 back: mvn cxone:deprecate"
                                + " -Dcxone.actionId=id-2");
        assertThat(deployment.plan(desired("A", "1")).conflicts())
                .singleElement()
                .asString()
                .contains("is there 2 times, as ids id-1, id-2");
    }

    @Test
    void whereAnUpdateIsNotConfirmedEverythingThatWasChangedHasItsWayBack() throws Exception {
        deployment.deploy(desired("A", "1"));
        deployment.deploy(desired("B", "1-SNAPSHOT"));
        deployment.settings = Deployment.settings(null, true);
        deployment.tenant.script = request -> request.method().equals("PATCH") ? WITHOUT_EFFECT : Behaviour.NORMAL;

        DeploymentResult result = deployment.deploy(
                desired("A", "1", 10, "https://b.example.com/", 9000, "d"),
                desired("B", "1-SNAPSHOT", 20, "https://a.example.com/B", 5000, "d"),
                desired("C", "1"));

        assertThat(result.wayBack())
                .containsExactly(
                        "To take back the update of A 1, with sources that have it as it was (handlerUrl:"
                                + " https://a.example.com/A, timeoutMs: 5000): mvn process-classes cxone:deploy"
                                + " -Dcxone.action=A -Dcxone.updateRelease",
                        "To take back the update of B 1-SNAPSHOT, with sources that have it as it was (inputSchema):"
                                + " mvn process-classes cxone:deploy -Dcxone.action=B -Dcxone.allowSnapshots",
                        "To take C 1 back: mvn cxone:deprecate -Dcxone.actionId=id-3");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(result::throwIfIncomplete)
                .withMessageContaining("A 1 was updated (id id-1), but the tenant has it otherwise")
                .withMessageContaining("3 of 3 versions were changed")
                .withMessageContaining(String.join("\n", result.wayBack()));
        assertThat(result.toJson("1", null).path("wayBack").size()).isEqualTo(3);
    }

    @Test
    void aSnapshotThatWasDeprecatedIsDeprecatedAgainOnTheWayBack() throws Exception {
        deployment.deploy(desired("A", "1-SNAPSHOT"));
        deployment.client.dataActions().patch("id-1", Json.object().put("isDeprecated", true), "x");
        AtomicInteger lists = new AtomicInteger();
        deployment.tenant.script = request -> request.line().equals(LIST) && lists.incrementAndGet() == 2
                ? Behaviour.status(200, "{\"entities\":[],\"total\":0}")
                : Behaviour.NORMAL;

        DeploymentResult result = deployment.deploy(desired("A", "1-SNAPSHOT"));

        assertThat(result.wayBack())
                .containsExactly("To take A 1-SNAPSHOT back: mvn cxone:deprecate -Dcxone.actionId=id-1");
    }

    @Test
    void whatAnotherCreatedHasNoWayBackFromHere() throws Exception {
        deployment.tenant.unique = false;
        deployment.tenant.script = request -> (tenant, sent, socket) -> {
            if (sent.line().equals(CREATE)) {
                tenant.handle(sent);
                tenant.handle(sent);
                Behaviour.status(409, "").answer(tenant, sent, socket);
            } else {
                Behaviour.NORMAL.answer(tenant, sent, socket);
            }
        };

        DeploymentResult result = deployment.deploy(desired("A", "1"));

        assertThat(result.isComplete()).isFalse();
        assertThat(result.wayBack()).isEmpty();
    }

    @Test
    void aFieldThatTheTenantDoesNotTellIsListedAndIsDrift() throws Exception {
        deployment.tenant.add(Json.object().put("name", "A").put("version", "1"));

        DeploymentPlan plan = deployment.plan(desired("A", "1", 10, "https://a.example.com/", 5000, ""));

        assertThat(plan.changesAnything()).isFalse();
        assertThat(plan.isDriftFree()).isFalse();
        assertThat(DeploymentConsole.plan(plan))
                .contains(
                        "    not comparable, because the tenant does not tell: inputSchema, outputSchema, handlerUrl,"
                                + " timeoutMs,",
                        "    isDeprecated");
    }
}
