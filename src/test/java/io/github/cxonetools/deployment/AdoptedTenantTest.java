package io.github.cxonetools.deployment;

import io.github.cxonetools.client.FakeTime;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.deployment.pull.Adoption;
import io.github.cxonetools.deployment.pull.PullSelection;
import io.github.cxonetools.deployment.pull.TenantReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;

/** A plan after the receipts are gone, or never were, and the tenant was adopted. */
class AdoptedTenantTest {

    @TempDir
    private Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() throws Exception {
        deployment = new Deployment(folder);
        deployment.deploy(desired("A", "1"), desired("B", "1", 10, "https://b.example.com/?code=k3y", 800, null));
        Files.delete(deployment.receiptsFile);
        Adoption adoption = new Adoption(new TenantReader(
                        deployment.client.readOnly().dataActions(),
                        "T",
                        Comparator.naturalOrder(),
                        deployment.client.secrets())
                .read(new PullSelection(Set.of(), null)));
        assertThat(Adoption.write(deployment.receipts(), adoption.versions(), FakeTime.START))
                .isEqualTo(2);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void nothingChangesWhereTheTenantTells() throws Exception {
        assertNothingChanges();
    }

    @Test
    void nothingChangesWhereOnlyTheReceiptsTell() throws Exception {
        deployment.tenant.script =
                request -> request.method().equals("GET") ? Behaviour.status(405, "") : Behaviour.NORMAL;

        assertNothingChanges();
    }

    private void assertNothingChanges() throws Exception {
        DeploymentPlan plan =
                deployment.plan(desired("A", "1"), desired("B", "1", 10, "https://b.example.com/?code=k3y", 800, null));

        assertThat(plan.changesAnything()).isFalse();
        assertThat(plan.actions()).allSatisfy(action -> {
            assertThat(action.kind()).isEqualTo(PlannedAction.Kind.UP_TO_DATE);
            assertThat(action.differences()).isEmpty();
        });
        assertThat(deployment.receiptsFile).content().doesNotContain("k3y");
    }
}
