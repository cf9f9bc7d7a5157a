package io.github.cxonetools.deployment;

import io.github.cxonetools.action.Json;
import io.github.cxonetools.action.RejectedException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeploymentFilesTest {

    @TempDir
    private Path folder;

    private Deployment deployment;
    private Path planFile;

    @BeforeEach
    void start() throws Exception {
        deployment = new Deployment(folder);
        planFile = folder.resolve("target/cxone/plan.json");
        DeploymentFiles.write(planFile, deployment.plan(desired("A", "1"), desired("B", "1")));
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void anApprovedPlanHoldsWhileNothingMoves() throws Exception {
        byte[] bytes = Files.readAllBytes(planFile);
        DeploymentPlan again = deployment.plan(desired("B", "1"), desired("A", "1"));

        DeploymentFiles.requireApproved(planFile, again);

        DeploymentFiles.write(planFile, again);
        assertThat(planFile).hasBinaryContent(bytes);
    }

    @Test
    void anApprovedPlanFallsWhenTheTenantMoves() throws Exception {
        deployment.tenant.add(Json.MAPPER.createObjectNode().put("name", "A").put("version", "0.9"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> DeploymentFiles.requireApproved(
                        planFile, deployment.plan(desired("A", "1"), desired("B", "1"))))
                .withMessageContaining("A: the tenant has changed since the plan was made");
    }

    @Test
    void anApprovedPlanFallsWhenAContractMoves() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> DeploymentFiles.requireApproved(
                        planFile, deployment.plan(desired("A", "1", 11, "https://a.example.com/A", 5000, "d"))))
                .withMessageContaining("A 1: its contract has changed since the plan was made")
                .withMessageContaining("B 1: no longer planned");
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
                Json.MAPPER.createObjectNode().put("allowSnapshots", "true"));

        deferred.write(file);
        assertThat(DeferredDeployment.read(file)).contains(deferred);

        DeferredDeployment.delete(file);
        assertThat(DeferredDeployment.read(file)).isEmpty();
    }

    @Test
    void aSpoiltFileIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("deferred.json"), "{\"goal\":\"deploy\"}");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> DeferredDeployment.read(file))
                .withMessage(file + " is not as this plugin writes it. Delete it, and build that module again");
    }
}
