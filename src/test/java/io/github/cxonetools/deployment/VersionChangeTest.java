package io.github.cxonetools.deployment;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.deployment.VersionChange.Move;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import io.github.cxonetools.report.text.ConsoleStyle;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VersionChangeTest {

    private static final VersionTarget A = new VersionTarget(null, "A");

    @TempDir
    private Path folder;

    private Deployment deployment;
    private VersionChange change;

    @BeforeEach
    void start() throws Exception {
        deployment = new Deployment(folder);
        deployment.deploy(desired("A", "1"));
        change = new VersionChange(deployment.client, deployment.receipts());
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void theOnlyActiveVersionMoves() throws Exception {
        Move move = change.plan(A, "2");
        assertThat(DeploymentConsole.move(move, false, ConsoleStyle.PLAIN))
                .containsExactly("A 1 (id id-1) moves to 2: the label 1 disappears, id and schemas stay");

        change.apply(move);

        assertThat(deployment.tenant.deployed()).containsExactly("A 2");
        assertThat(deployment.receipts().find("A", "2").orElseThrow().id()).isEqualTo("id-1");
        assertThat(deployment.receipts().find("A", "1")).isEmpty();
        assertThat(deployment
                        .tenant
                        .requests()
                        .get(deployment.tenant.requests().size() - 1)
                        .body())
                .isEqualTo("{\"version\":\"2\"}");
    }

    @Test
    void planningChangesNothing() throws Exception {
        change.plan(A, "2");

        assertThat(deployment.tenant.deployed()).containsExactly("A 1");
    }

    @Test
    void whatIsThereAlreadyDoesNotMove() throws Exception {
        Move move = change.plan(new VersionTarget("id-1", null), "1");
        long before = deployment.tenant.lines().size();
        change.apply(move);

        assertThat(DeploymentConsole.move(move, false, ConsoleStyle.PLAIN))
                .containsExactly("A 1 is up to date (id id-1)");
        assertThat(deployment.tenant.lines()).hasSize((int) before);
    }

    @Test
    void severalActiveVersionsAreListed() throws Exception {
        deployment.deploy(desired("A", "1.5"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> change.plan(A, "2"))
                .withMessage(
                        "A has 2 versions that are not deprecated: 1 (id id-1), 1.5 (id id-2). Say which one moves:"
                                + " -Dcxone.actionId=…");
        assertThat(change.plan(new VersionTarget("id-2", null), "2").before()).isEqualTo("1.5");
    }

    @Test
    void aVersionThatAnotherIdHoldsIsTaken() throws Exception {
        deployment.deploy(desired("A", "1.5"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> change.plan(new VersionTarget("id-2", null), "1"))
                .withMessage("A 1 exists already, as id id-1, so no other version can be moved there. Choose another"
                        + " cxone.newVersion");
    }

    @Test
    void anUnknownIdIsRefused() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> change.plan(new VersionTarget("id-9", null), "2"))
                .withMessage("The tenant has no action with id id-9. Check cxone.actionId and cxone.baseUrl");
    }

    @Test
    void whatCouldNotBeCheckedIsSaid() throws Exception {
        deployment.tenant.script =
                request -> request.method().equals("GET") ? Behaviour.status(405, "") : Behaviour.NORMAL;

        Move move = change.plan(new VersionTarget("id-1", null), "2");
        change.apply(move);

        assertThat(DeploymentConsole.move(move, false, ConsoleStyle.PLAIN))
                .last()
                .asString()
                .startsWith("Note: whether another id holds 2 was not checked, because the tenant cannot be read");
        assertThat(deployment.tenant.deployed()).containsExactly("A 2");
    }
}
