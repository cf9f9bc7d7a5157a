package io.github.cxonetools.deployment;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.ActionJson;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.deployment.promotion.Promotion;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.deployment.DeploymentOutput;
import io.github.cxonetools.report.text.ConsoleLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Released contracts that go to a tenant. */
class PromotionTest {

    private static final DeploymentRun.Proof PROVEN = () -> {};

    private final List<String> console = new ArrayList<>();

    @TempDir
    private Path folder;

    private Deployment target;

    @BeforeEach
    void start() {
        target = new Deployment(folder);
        target.tenant.add(ActionJson.write(desired("A", "1.0").version()));
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void exactlyTheDryRunThatWasApprovedIsApplied() throws Exception {
        promotion(null).run(List.of(desired("A", "1.1")), PROVEN, true);
        assertThat(console).contains("Dry run: nothing was changed");
        assertThat(target.tenant.deployed()).containsExactly("A 1.0");
        Path approved = Files.copy(folder.resolve("plan.json"), folder.resolve("approved.json"));

        promotion(approved).run(List.of(desired("A", "1.1")), PROVEN, false);

        assertThat(target.tenant.deployed()).containsExactly("A 1.0", "A 1.1");
        assertThat(Json.read(Files.readAllBytes(folder.resolve("deployment.json")))
                        .path("goal")
                        .asString())
                .isEqualTo("cxone:promote");
    }

    @Test
    void aPlanNoLongerHoldsWhereTheTenantHasMoved() throws Exception {
        promotion(null).run(List.of(desired("A", "1.1")), PROVEN, true);
        target.tenant.add(ActionJson.write(desired("A", "0.9").version()));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(
                        () -> promotion(folder.resolve("plan.json")).run(List.of(desired("A", "1.1")), PROVEN, false))
                .withMessage(
                        "The approved plan " + folder.resolve("plan.json") + " no longer holds. Plan again: the same"
                                + " command with -Dcxone.dryRun and without cxone.planFile\n"
                                + "  - A: the tenant has changed since the plan was made");
    }

    @Test
    void whatIsThereWithAnotherHandlerIsAConflictAndNothingIsSent() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> promotion(null)
                        .run(List.of(desired("A", "1.0", 10, "https://b.example.com/", 5000, "d")), PROVEN, false))
                .withMessageContaining("A 1.0 is in the tenant (id id-1) and would change, but a release never does.")
                .withMessageContaining("allow it with -Dcxone.updateRelease");
        assertThat(folder.resolve("deployment.json")).exists();
    }

    @Test
    void whatIsNotProvenIsWrittenDownAndNeverPlanned() throws Exception {
        DeploymentRun.Proof refusal = () -> {
            throw new RejectedException("The source has no A 1.1");
        };

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> promotion(null).run(List.of(desired("A", "1.1")), refusal, false))
                .withMessage("The source has no A 1.1");
        assertThat(Json.read(Files.readAllBytes(folder.resolve("deployment.json")))
                        .path("failure")
                        .asString())
                .isEqualTo("The source has no A 1.1");
        assertThat(target.tenant.requests()).isEmpty();
    }

    @Test
    void whatIsIncompleteIsCompletedByTheSameCommand() {
        target.tenant.script = request -> request.line().equals("POST /api/v2/data-actions")
                ? Behaviour.status(400, "{\"message\":\"no\"}")
                : Behaviour.NORMAL;

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> promotion(null).run(List.of(desired("A", "1.1")), PROVEN, false))
                .withMessageEndingWith(
                        "0 of 1 versions were changed. When the cause is removed, the same command completes"
                                + " the promotion");
    }

    private Promotion promotion(@Nullable Path approved) {
        return new Promotion(
                new DeploymentTarget(
                        target.client, target.tenant.url(), target.receipts(), Duration.ofSeconds(9), console::add),
                target.settings,
                approved,
                new DeploymentRun.Audit(folder.resolve("deployment.json"), "1.1", null),
                new DeploymentOutput(new ConsoleLog(console::add, console::add, console::add)));
    }
}
