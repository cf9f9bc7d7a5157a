package io.github.cxonetools.deployment;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A tenant that knows only what is confirmed of CXone: it creates and patches, and answers no question. */
class UnreadableTenantTest {

    private static final String CREATE = "POST /api/v2/data-actions";

    @TempDir
    private Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = new Deployment(folder);
        deployment.tenant.script =
                request -> request.method().equals("GET") ? Behaviour.status(405, "") : Behaviour.NORMAL;
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void withoutReceiptsNothingIsCreatedUnlessItIsSaidToBeAbsent() throws Exception {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> deployment.deploy(desired("A", "1")))
                .withMessage("A 1: the tenant cannot be read (GET /api/v2/data-actions answered 405), and there are no"
                        + " receipts in " + deployment.receiptsFile + ". Restore them if there were any. Else: Look in"
                        + " the tenant for A 1. If it is there, write {\"baseUrl\", \"action\", \"version\", \"id\"} to"
                        + " the receipts; if not, deploy with -Dcxone.assumeAbsent");
        assertThat(deployment.tenant.lines()).doesNotContain(CREATE);

        deployment.settings = assumeAbsent();
        assertThat(DeploymentConsole.summary(deployment.deploy(desired("A", "1"))))
                .startsWith("A 1 created (id id-1) in 0 ms, not confirmed, because the tenant cannot be read: GET"
                        + " /api/v2/data-actions answered 405");
        assertThat(deployment.tenant.deployed()).containsExactly("A 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"receipts\":null}",
                "{\"receipts\":{}}",
                "{\"name\":\"foreign\",\"entries\":[]}",
                "{\"format\":2,\"receipts\":[]}"
            })
    void receiptsThatSayNothingAreNoEmptyTenant(String text) throws Exception {
        Files.createDirectories(deployment.receiptsFile.getParent());
        Files.writeString(deployment.receiptsFile, text);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> deployment.deploy(desired("A", "1")))
                .withMessageContaining(deployment.receiptsFile.toString());

        assertThat(deployment.tenant.lines()).doesNotContain(CREATE);
        assertThat(deployment.receiptsFile).hasContent(text);
    }

    @Test
    void anEmptyListOfReceiptsSaysThatNothingWasDeployed() throws Exception {
        Files.createDirectories(deployment.receiptsFile.getParent());
        Files.writeString(deployment.receiptsFile, "{\"format\":1,\"receipts\":[]}");

        assertThat(deployment.plan(desired("A", "1")).count(PlannedAction.Kind.CREATE))
                .isEqualTo(1);
    }

    @Test
    void everythingThatCannotBePlannedIsSaidAtOnce() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> deployment.plan(desired("B", "1"), desired("A", "1")))
                .withMessageMatching("(?s)Not every action can be planned \\(2 findings\\):\n  - A 1: .*\n  - B 1: .*");
    }

    @Test
    void aChangedContractIsComparedWithNoneAndThatIsSaid() throws Exception {
        deployment.settings = assumeAbsent();
        deployment.deploy(desired("A", "1.0.0"));

        assertThat(DeploymentConsole.plan(deployment.plan(desired("A", "1.0.1"))))
                .noneMatch(line -> line.contains("not compared"));
        DeploymentPlan changed = deployment.plan(desired("A", "1.0.1", 5, "https://a.example.com/A", 5000, "d"));
        assertThat(DeploymentConsole.plan(changed))
                .contains(
                        "    not compared, because the tenant cannot be read, and the receipts keep no schemas of 1.0.0");
        assertThat(changed.conflicts()).isEmpty();
        assertThat(changed.toJson().at("/actions/0/compatibility/notCompared").asString())
                .startsWith("the tenant cannot be read");
    }

    @Test
    void aReceiptWithAnIdPreventsAnotherCreation() throws Exception {
        deployment.settings = assumeAbsent();
        deployment.deploy(desired("A", "1"));

        DeploymentResult again = deployment.deploy(desired("A", "1"));

        assertThat(DeploymentConsole.summary(again)).startsWith("A 1 is up to date (id id-1)");
        assertThat(deployment.tenant.count(CREATE)).isEqualTo(1);
        assertThat(deployment.events.lines())
                .filteredOn(line -> line.startsWith("unreadable"))
                .hasSize(1);
    }

    @Test
    void aReceiptTellsWhatAReleaseWouldChange() throws Exception {
        deployment.settings = assumeAbsent();
        deployment.deploy(desired("A", "1"));

        DeploymentPlan plan = deployment.plan(desired("A", "1", 20, "https://b.example.com/", 5000, "d"));

        assertThat(plan.conflicts()).hasSize(1);
        assertThat(String.join("\n", DeploymentConsole.plan(plan)))
                .contains(
                        "~ input\n          sha256:",
                        "~ handlerUrl   https://a.example.com/A -> https://b.example.com/");
    }

    @Test
    void aSnapshotIsUpdatedUnderTheIdOfItsReceipt() throws Exception {
        deployment.settings = assumeAbsent();
        deployment.deploy(desired("A", "1-SNAPSHOT"));
        deployment.deploy(desired("A", "1-SNAPSHOT", 20, "https://a.example.com/A", 5000, "d"));

        assertThat(deployment
                        .tenant
                        .action("id-1")
                        .at("/inputSchema/properties/a/maxLength")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void anIntentWithoutIdStopsTheNextRun() throws Exception {
        deployment.settings = assumeAbsent();
        deployment.tenant.script = request -> request.method().equals("GET")
                ? Behaviour.status(405, "")
                : (tenant, sent, socket) -> {
                    WireTenant.Answer answer = tenant.handle(sent);
                    if (sent.line().equals(CREATE)) {
                        WireTenant.reset(socket);
                    } else {
                        WireTenant.send(socket, answer);
                    }
                };
        DeploymentResult result = deployment.deploy(desired("A", "1"));
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(result::throwIfIncomplete)
                .withMessageContaining("whether it was created is unknown, because the tenant cannot be read");

        deployment.settings = Deployment.settings(null, false);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> deployment.deploy(desired("A", "1")))
                .withMessageStartingWith(
                        "A 1: a creation was sent at 2026-01-15T12:00:00Z and its outcome is not known");
        assertThat(deployment.tenant.count(CREATE)).isEqualTo(1);
    }

    @Test
    void anIdCanBeGivenByHand() throws Exception {
        String id = deployment.tenant.add(Json.object().put("name", "A").put("version", "1"));
        Files.createDirectories(deployment.receiptsFile.getParent());
        Files.writeString(
                deployment.receiptsFile,
                "{\"receipts\":[{\"baseUrl\":\"%s/\",\"action\":\"A\",\"version\":\"1\",\"id\":\"%s\"}]}"
                        .formatted(deployment.tenant.url(), id));

        DeploymentPlan plan = deployment.plan(desired("A", "1"), desired("A", "2"));

        assertThat(plan.count(PlannedAction.Kind.UP_TO_DATE)).isEqualTo(1);
        assertThat(plan.count(PlannedAction.Kind.CREATE)).isEqualTo(1);
        assertThat(plan.isDriftFree()).isFalse();
    }

    @Test
    void aTenantWithoutReadScopeIsOneThatCannotBeRead() throws Exception {
        deployment.settings = assumeAbsent();
        deployment.tenant.tokenAnswer =
                "{\"access_token\":\"t-o-k-e-n\",\"expires_in\":3600,\"scope\":\"data-actions:write\"}";

        deployment.deploy(desired("A", "1"));

        assertThat(deployment.tenant.lines()).containsExactly("POST /oauth/token", CREATE);
    }

    private static PlanSettings assumeAbsent() {
        return new PlanSettings(
                false,
                true,
                false,
                null,
                true,
                2,
                String::compareTo,
                CompatibilityRules.DEFAULT,
                (action, side, pointer) -> null,
                LocalDate.EPOCH);
    }
}
