package io.github.cxonetools.deployment;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.FakeTime;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.text.Secrets;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DeploymentFilesTest {

    @TempDir
    private Path folder;

    private Deployment deployment;
    private Path planFile;

    @BeforeEach
    void start() throws Exception {
        deployment = new Deployment(folder);
        planFile = folder.resolve("target/cxone/plan.json");
        DeploymentFiles.write(planFile, deployment.plan(desired("A", "1"), desired("B", "1")), new Secrets());
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void anApprovedPlanHoldsWhileNothingMoves() throws Exception {
        byte[] bytes = Files.readAllBytes(planFile);
        DeploymentPlan again = deployment.plan(desired("B", "1"), desired("A", "1"));

        DeploymentFiles.requireApproved(planFile, again, new Secrets(), ChangingGoal.DEPLOY);

        DeploymentFiles.write(planFile, again, new Secrets());
        assertThat(planFile).hasBinaryContent(bytes);
    }

    @Test
    void anApprovedPlanFallsWhenTheTenantMoves() throws Exception {
        deployment.tenant.add(Json.object().put("name", "A").put("version", "0.9"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> DeploymentFiles.requireApproved(
                        planFile,
                        deployment.plan(desired("A", "1"), desired("B", "1")),
                        new Secrets(),
                        ChangingGoal.DEPLOY))
                .withMessage("The approved plan " + planFile + " no longer holds. Plan again: mvn cxone:plan\n"
                        + "  - A: the tenant has changed since the plan was made");
    }

    @Test
    void anApprovedPlanFallsWhenAContractMoves() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> DeploymentFiles.requireApproved(
                        planFile,
                        deployment.plan(desired("A", "1", 11, "https://a.example.com/A", 5000, "d")),
                        new Secrets(),
                        ChangingGoal.DEPLOY))
                .withMessageContaining("A 1: its contract has changed since the plan was made")
                .withMessageContaining("B 1: no longer planned");
    }

    @Test
    void whatEndsBeforeItBeginsIsWrittenDownToo() throws Exception {
        deployment.deploy(desired("A", "1"));
        DeploymentPlan plan = deployment.plan(desired("A", "1", 11, "https://a.example.com/A", 5000, "d"));
        RejectedException conflict = catchThrowableOfType(RejectedException.class, plan::rejectConflicts);
        Path file = folder.resolve("target/cxone/deployment.json");

        DeploymentFiles.write(
                file,
                DeploymentResult.notBegun(
                        ChangingGoal.DEPLOY,
                        deployment.client,
                        deployment.client.baseUrl(),
                        FakeTime.START,
                        plan,
                        conflict),
                "1",
                null,
                new Secrets());

        JsonNode audit = Json.read(Files.readAllBytes(file));
        assertThat(audit.path("complete").asBoolean(true)).isFalse();
        assertThat(audit.path("failure").asString()).contains("A 1 is in the tenant (id id-1) and would change");
        assertThat(audit.at("/actions/0/planned").asString()).isEqualTo("conflict");
        assertThat(audit.at("/actions/0/done").asString()).isEqualTo("not begun");
    }

    @Test
    void withoutAPlanTheReasonIsWrittenDown() {
        DeploymentResult result = DeploymentResult.notBegun(
                ChangingGoal.DEPLOY,
                deployment.client,
                URI.create("local"),
                FakeTime.START,
                null,
                new UnavailableException("Could not obtain an access token"));

        JsonNode audit = result.toJson("1", null);
        assertThat(audit.path("failure").asString()).isEqualTo("Could not obtain an access token");
        assertThat(audit.path("baseUrl").asString()).isEqualTo("local");
        assertThat(audit.path("actions").isEmpty()).isTrue();
        assertThat(result.isComplete()).isFalse();
    }

    @Test
    void whatAModuleDefersComesBackWhole() throws Exception {
        Path file = folder.resolve("target/cxone/deferred.json");
        DeferredDeployment deferred = new DeferredDeployment(
                "deploy",
                "com.example:a",
                URI.create("https://t.example.com"),
                Path.of(".cxone/receipts.json"),
                List.of(desired("A", "1"), desired("B", "2")),
                new TreeMap<>(Map.of("allowSnapshots", "true")));

        deferred.write(file);
        assertThat(DeferredDeployment.read(file)).contains(deferred);

        DeploymentFiles.delete(file);
        assertThat(DeferredDeployment.read(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"baseUrl\":\"u\"}", "{\"actions\":[]}"})
    void anApprovedPlanThatSaysNothingIsNone(String text) throws Exception {
        Files.writeString(planFile, text);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> DeploymentFiles.requireApproved(
                        planFile, deployment.plan(), new Secrets(), ChangingGoal.DEPLOY))
                .withMessage(planFile + " is not a plan that cxone:plan has written. Plan again: mvn cxone:plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "format", "actions", "parameters"})
    void whatWasDeferredIsReadWholeOrNotAtAll(String spoilt) throws Exception {
        Path file = folder.resolve("deferred.json");
        new DeferredDeployment(
                        "deploy",
                        "m",
                        URI.create("https://a.example.com"),
                        folder.resolve("receipts.json"),
                        List.of(desired("A", "1")),
                        new TreeMap<>())
                .write(file);
        String text = Files.readString(file);
        Files.writeString(
                file,
                switch (spoilt) {
                    case "format" -> text.replace("\"format\": 1", "\"format\": 2");
                    case "actions" -> text.replace("\"actions\"", "\"other\"");
                    case "parameters" -> text.replace("\"parameters\"", "\"other\"");
                    default -> spoilt;
                });

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> DeferredDeployment.read(file))
                .withMessage(file + " is not as this plugin writes it. Delete it, and build that module again");
    }

    @Test
    void aSpoiltFileIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("deferred.json"), "{\"goal\":\"deploy\"}");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> DeferredDeployment.read(file))
                .withMessage(file + " is not as this plugin writes it. Delete it, and build that module again");
    }
}
