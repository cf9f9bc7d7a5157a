package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.ActionJson;
import io.github.cxonetools.client.FakeTime;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.deployment.rollback.RollbackPlanner;
import io.github.cxonetools.deployment.rollback.RollbackRequest;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RollbackTest {

    private static final String ACTIONS = "/api/v2/data-actions";

    @TempDir
    private Path folder;

    private Deployment deployment;
    private WireTenant tenant;
    private Comparator<String> order = Comparator.naturalOrder();

    @BeforeEach
    void start() {
        deployment = new Deployment(folder);
        tenant = deployment.tenant;
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void theVersionBeforeBecomesActiveAndThenTheReleaseIsDeprecated() throws Exception {
        deployment.deploy(desired("A", "1.0"));
        deployment.settings = Deployment.settings(1, false);
        deployment.deploy(desired("A", "1.1"));
        assertThat(tenant.deployed()).containsExactly("A 1.0 (deprecated)", "A 1.1");

        DeploymentPlan plan = plan(request("A", "1.1", null));
        assertThat(DeploymentConsole.plan(plan))
                .containsExactly(
                        "~ A 1.0   activate   id id-1",
                        "    ~ isDeprecated   true -> false",
                        "~ A 1.1   deprecate   id id-2",
                        "    ~ isDeprecated   false -> true",
                        "Plan for " + tenant.url() + ": 1 activate, 1 deprecate");
        DeploymentResult result = apply(plan);

        assertThat(tenant.deployed()).containsExactly("A 1.0", "A 1.1 (deprecated)");
        assertThat(changes()).endsWith("id-1 {\"isDeprecated\":false}", "id-2 {\"isDeprecated\":true}");
        assertThat(DeploymentConsole.summary(result).get(0)).matches("A 1\\.0 activated \\(id id-1\\) in .*");
        assertThat(deployment.receipts().find("A", "1.0").orElseThrow().state().deprecated())
                .isFalse();
        assertThat(deployment.receipts().find("A", "1.1").orElseThrow().state().deprecated())
                .isTrue();
        assertThat(result.toJson(null, null).path("goal").asString()).isEqualTo("cxone:rollback");
    }

    @Test
    void aSecondRunFindsNothingToDo() throws Exception {
        active("A", "1.0", "1.1");
        rollback(request("A", "1.1", null));
        int before = changes().size();

        DeploymentPlan again = plan(request("A", "1.1", null));
        apply(again).throwIfIncomplete();

        assertThat(again.changesAnything()).isFalse();
        assertThat(DeploymentConsole.plan(again)).last().asString().endsWith("; nothing changes");
        assertThat(changes()).hasSize(before);
    }

    @Test
    void everyVersionAboveTheTargetGoesAndWhatIsAboveTheReleaseStays() throws Exception {
        active("A", "1.0", "1.1", "1.1-SNAPSHOT", "1.2", "1.3");

        DeploymentPlan plan = plan(request("A", "1.2", "1.0"));
        rollback(request("A", "1.2", "1.0"));

        assertThat(plan.actions().get(0).note())
                .isEqualTo("1.3 above 1.2 stays active; -Dcxone.newVersion takes it out of use too");
        assertThat(tenant.deployed())
                .containsExactly("A 1.0", "A 1.1 (deprecated)", "A 1.1-SNAPSHOT", "A 1.2 (deprecated)", "A 1.3");
    }

    @Test
    void aTargetAloneTakesEverythingAboveItOutOfUse() throws Exception {
        active("A", "1.0", "1.1", "1.2");

        rollback(request("A", null, "1.0"));

        assertThat(tenant.deployed()).containsExactly("A 1.0", "A 1.1 (deprecated)", "A 1.2 (deprecated)");
    }

    @Test
    void aTargetThatWasDeprecatedWhileALowerOneIsActiveIsSaid() throws Exception {
        active("A", "1.0", "1.1", "1.2");
        rollback(request("A", "1.1", null));

        assertThat(plan(request("A", "1.2", null)).actions().get(0).note())
                .isEqualTo("it is deprecated at present; 1.0 is active: -Dcxone.toVersion=<version> goes back further");
    }

    @Test
    void whereThereIsNothingBelowItSaysSo() throws Exception {
        active("A", "1.0-SNAPSHOT", "1.0");

        refuses(request("A", "1.0", null))
                .withMessage("A 1.0 is the lowest release in the tenant, so there is none to go back to. Deploy another"
                        + " under a higher version, or leave flows without one: mvn cxone:deprecate -Dcxone.action=A"
                        + " -Dcxone.versions=1.0");
        assertThat(changes()).isEmpty();
    }

    @Test
    void versionsThatTheTenantDoesNotHaveAreRefused() throws Exception {
        active("A", "1.0", "1.1");

        refuses(request("A", "1.2", null))
                .withMessage("The tenant has no A 1.2. There are 1.0, 1.1. Say which one goes out of use:"
                        + " -Dcxone.newVersion=<version>");
        refuses(request("A", "1.1", "0.9"))
                .withMessage("The tenant has no A 0.9. There are 1.0, 1.1. Say which one becomes active:"
                        + " -Dcxone.toVersion=<version>");
        refuses(request("B", "1.1", null))
                .withMessage("The tenant has no action B. Correct cxone.action or cxone.baseUrl");
        refuses(request("A", "1.0", "1.1"))
                .withMessageStartingWith("A 1.1 is not below 1.0, so nothing goes back to it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("A", null, null))
                .withMessageContaining("set -Dcxone.newVersion=<version>");
    }

    @Test
    void ofTwoVersionsOfOneNumberTheActiveOneIsTheTarget() throws Exception {
        active("A", "1.0", "1.0", "1.1");
        refuses(request("A", "1.1", null))
                .withMessage(
                        "A 1.0 is in the tenant 2 times, as ids id-1, id-2, so nobody knows which one becomes active."
                                + " Leave one that is not deprecated: mvn cxone:deprecate -Dcxone.actionId=<id>");

        deprecate("id-2");
        rollback(request("A", "1.1", null));

        assertThat(tenant.deployed()).containsExactly("A 1.0", "A 1.0 (deprecated)", "A 1.1 (deprecated)");
    }

    @Test
    void ofTwoThatAreDeprecatedNobodyKnowsWhichBecomesActive() throws Exception {
        active("A", "1.0", "1.0", "1.1");
        deprecate("id-1");
        deprecate("id-2");

        refuses(request("A", "1.1", null))
                .withMessageEndingWith("mvn cxone:deprecate -Dcxone.actionId=<id> -Dcxone.deprecated=false");
    }

    @Test
    void ofTwoActiveVersionsOfTheReleasesNumberNoneIsTouched() throws Exception {
        active("A", "1.0", "1.1", "1.1");

        refuses(request("A", "1.1", null))
                .withMessage(
                        "A 1.1 is in the tenant 2 times, as ids id-2, id-3, so another pipeline may count on one of"
                                + " them. Deprecate all but one: mvn cxone:deprecate -Dcxone.actionId=<id>");

        deprecate("id-2");
        rollback(request("A", "1.1", null));
        assertThat(tenant.deployed()).containsExactly("A 1.0", "A 1.1 (deprecated)", "A 1.1 (deprecated)");
    }

    @Test
    void labelsThatAreOneVersionInMavensOrderAreNamed() throws Exception {
        order = Comparator.comparing(version -> version.replaceAll("(\\.0)+$", ""));
        active("A", "1.0", "1.0.0", "1.1");

        refuses(request("A", "1.1", null))
                .withMessage("A has 1.0, 1.0.0, which are one version in Maven's order. Say which one becomes active:"
                        + " -Dcxone.toVersion=<version>");
        assertThat(plan(request("A", "1.1", "1.0.0")).actions().get(0).version())
                .isEqualTo("1.0.0");
    }

    @Test
    void aTargetThatIsDeprecatedInTheMeantimeKeepsTheRelease() throws Exception {
        active("A", "1.0", "1.1");
        DeploymentPlan plan = plan(request("A", "1.1", null));
        deprecate("id-1");

        DeploymentResult result = apply(plan);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(result::throwIfIncomplete)
                .withMessage(
                        "A 1.0 (id id-1) is deprecated: somebody did that after the plan was made, so nothing above it"
                                + " was deprecated. Type the same command again, or choose another with"
                                + " -Dcxone.toVersion=<version>\n0 of 2 versions were changed. When the cause is removed, the same"
                                + " command completes the rollback");
        assertThat(tenant.deployed()).containsExactly("A 1.0 (deprecated)", "A 1.1");

        rollback(request("A", "1.1", null));
        assertThat(tenant.deployed()).containsExactly("A 1.0", "A 1.1 (deprecated)");
    }

    @Test
    void aTargetThatIsGoneInTheMeantimeKeepsTheRelease() throws Exception {
        active("A", "1.0", "1.1");
        DeploymentPlan plan = plan(request("A", "1.1", null));
        tenant.script = request -> request.method().equals("GET")
                ? Behaviour.status(200, "{\"entities\":[],\"pageNumber\":1,\"pageSize\":100,\"total\":0}")
                : Behaviour.NORMAL;

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> apply(plan).throwIfIncomplete())
                .withMessageStartingWith(
                        "A 1.0 (id id-1) is no longer in the tenant, so nothing above it was deprecated");
        assertThat(tenant.deployed()).containsExactly("A 1.0", "A 1.1");
    }

    @Test
    void whereTheTargetDoesNotBecomeActiveNothingIsDeprecated() throws Exception {
        active("A", "1.0", "1.1");
        active("B", "1.0", "1.1");
        deprecate("id-1");
        tenant.script = request -> request.line().equals("PATCH " + ACTIONS + "/id-1")
                ? Behaviour.status(400, "{\"message\":\"no\"}")
                : Behaviour.NORMAL;
        RollbackRequest[] both = {request("A", "1.1", null), request("B", "1.1", null)};

        assertThatExceptionOfType(CxoneException.class)
                .isThrownBy(() -> rollback(both))
                .withMessageStartingWith("Could not take back the deprecation of A 1.0");
        assertThat(tenant.deployed()).containsExactly("A 1.0 (deprecated)", "A 1.1", "B 1.0", "B 1.1");

        tenant.script = request -> Behaviour.NORMAL;
        rollback(both);
        assertThat(tenant.deployed()).containsExactly("A 1.0", "A 1.1 (deprecated)", "B 1.0", "B 1.1 (deprecated)");
    }

    @Test
    void aTenantThatKeepsTheDeprecationIsNotBelieved() throws Exception {
        active("A", "1.0", "1.1");
        deprecate("id-1");
        String kept = ActionJson.write(desired("A", "1.0").version())
                .put("id", "id-1")
                .put("isDeprecated", true)
                .toString();
        tenant.script = request -> request.method().equals("PATCH") ? Behaviour.status(200, kept) : Behaviour.NORMAL;

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> rollback(request("A", "1.1", null)))
                .withMessageStartingWith(
                        "The tenant accepted taking back the deprecation of A 1.0, but answers that it is"
                                + " deprecated (id id-1). Check the tenant");
    }

    @Test
    void aTenantThatTakesNoDeprecationBackNeedsAnotherVersion() throws Exception {
        active("A", "1.0", "1.1");
        deprecate("id-1");
        tenant.script = request -> request.method().equals("PATCH") ? Behaviour.status(405, "") : Behaviour.NORMAL;

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> rollback(request("A", "1.1", null)))
                .withMessageContaining("answered 405")
                .withMessageContaining(
                        "A tenant that changes no version in place needs a new one: deploy under a higher version");
        assertThat(tenant.deployed()).containsExactly("A 1.0 (deprecated)", "A 1.1");
    }

    @Test
    void everythingThatHasNoWayBackIsToldBeforeAnythingIsChanged() throws Exception {
        active("A", "1.0", "1.1");
        active("B", "1.1");
        active("C", "1.1");

        refuses(request("A", "1.1", null), request("B", "1.1", null), request("C", "1.1", null))
                .withMessageStartingWith("Not every action can be rolled back (2 findings):\n  - B 1.1 is the lowest");
        assertThat(changes()).isEmpty();
    }

    @Test
    void receiptsTellTheVersionsOfATenantThatCannotBeRead() throws Exception {
        deployment.deploy(desired("A", "1.0"));
        deployment.settings = Deployment.settings(1, false);
        deployment.deploy(desired("A", "1.1"));
        String digest =
                deployment.receipts().find("A", "1.0").orElseThrow().state().inputSchema();
        unreadable();

        DeploymentResult result = rollback(request("A", "1.1", null));

        assertThat(tenant.deployed()).containsExactly("A 1.0", "A 1.1 (deprecated)");
        assertThat(DeploymentConsole.summary(result).get(0))
                .contains("not confirmed, because the tenant cannot be read");
        assertThat(deployment.receipts().find("A", "1.0").orElseThrow().state().inputSchema())
                .isEqualTo(digest)
                .isNotNull();
        assertThat(plan(request("A", "1.1", null)).changesAnything()).isFalse();
    }

    @Test
    void aTenantThatCannotBeReadWithoutReceiptsIsRefused() {
        unreadable();

        refuses(request("A", "1.1", null))
                .withMessageContaining(", and no receipt names A. Set cxone.receipts to the receipts of the build that"
                        + " deployed it");
    }

    @Test
    void whatWasDeployedFromElsewhereGetsReceipts() throws Exception {
        active("A", "1.0", "1.1");
        deprecate("id-1");
        assertThat(Files.exists(deployment.receiptsFile)).isFalse();

        rollback(request("A", "1.1", null));

        assertThat(deployment.receipts().find("A", "1.0").orElseThrow().id()).isEqualTo("id-1");
        assertThat(deployment.receipts().find("A", "1.1").orElseThrow().state().deprecated())
                .isTrue();
    }

    @Test
    void deployingWhatWasRolledBackKeepsWhatIsActive() throws Exception {
        active("A", "1.0", "1.1");
        rollback(request("A", "1.1", null));
        deployment.settings = Deployment.settings(1, false);

        deployment.deploy(desired("A", "1.1")).throwIfIncomplete();

        assertThat(tenant.deployed()).containsExactly("A 1.0", "A 1.1 (deprecated)");
    }

    @Test
    void atNoMomentNoneIsActive() throws Exception {
        active("A", "1.0", "1.1", "1.2");
        deprecate("id-1");
        List<List<String>> moments = new CopyOnWriteArrayList<>();
        tenant.script = request -> (wire, received, socket) -> {
            WireTenant.Answer answer = wire.handle(received);
            moments.add(wire.deployed());
            WireTenant.send(socket, answer);
        };

        rollback(request("A", "1.2", "1.0"));

        assertThat(moments).hasSizeGreaterThan(4).allSatisfy(moment -> assertThat(moment)
                .anyMatch(version -> !version.endsWith("(deprecated)")));
    }

    private static RollbackRequest request(String action, String released, String target) {
        return new RollbackRequest(action, released, target);
    }

    private void active(String name, String... versions) {
        for (String version : versions) {
            tenant.add(ActionJson.write(desired(name, version).version()));
        }
    }

    /** Somebody else does it. */
    private void deprecate(String id) {
        tenant.handle(new WireTenant.Request(
                0, "PATCH", ACTIONS + "/" + id, "", Map.of("authorization", "Bearer x"), "{\"isDeprecated\":true}"));
    }

    private void unreadable() {
        tenant.script = request -> request.method().equals("GET") ? Behaviour.status(405, "") : Behaviour.NORMAL;
    }

    private DeploymentPlan plan(RollbackRequest... requests) throws Exception {
        return new RollbackPlanner(deployment.client, deployment.receipts(), order, 2).plan(List.of(requests));
    }

    private DeploymentResult apply(DeploymentPlan plan) throws Exception {
        return Deployer.ofRollback(
                        deployment.client, deployment.receipts(), 2, Clock.fixed(FakeTime.START, ZoneOffset.UTC))
                .apply(plan);
    }

    private DeploymentResult rollback(RollbackRequest... requests) throws Exception {
        DeploymentResult result = apply(plan(requests));
        result.throwIfIncomplete();
        return result;
    }

    private ThrowableAssertAlternative<RejectedException> refuses(RollbackRequest... requests) {
        return assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> plan(requests));
    }

    private List<String> changes() {
        return tenant.requests().stream()
                .filter(request -> request.method().equals("PATCH"))
                .map(request -> request.path().substring(ACTIONS.length() + 1) + " " + request.body())
                .toList();
    }
}
