package io.github.cxonetools.deployment;

import io.github.cxonetools.client.ActionJson;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A deployment that is killed anywhere is completed by the next one, without a duplicate and with every receipt. */
class KilledDeploymentTest {

    /** Every so many requests; the whole table takes a minute. */
    private static final int EVERY = Integer.getInteger("kill.every", 4);

    private static final int MOST_REQUESTS = 40;

    @TempDir
    private Path folder;

    /** When the deploying JVM dies. */
    private enum Moment {
        BEFORE_THE_TENANT_HANDLED_IT,
        BEFORE_THE_TENANT_ANSWERED,
        AFTER_THE_TENANT_ANSWERED
    }

    @ParameterizedTest
    @EnumSource
    void aSecondRunFinishesWhatAKilledOneBegan(Moment moment) throws Exception {
        int number = 1 + moment.ordinal();
        int kills = 0;
        while (number < MOST_REQUESTS && isKilled(moment, number)) {
            kills++;
            number += EVERY;
        }
        assertThat(kills).isGreaterThanOrEqualTo(8 / EVERY);
    }

    /** False where the deployment ended before that request. */
    private boolean isKilled(Moment moment, int number) throws Exception {
        Path runFolder = Files.createDirectories(folder.resolve(moment + "-" + number));
        try (Deployment second = new Deployment(runFolder)) {
            WireTenant tenant = second.tenant;
            tenant.unique = false;
            tenant.add(ActionJson.write(Deployment.desired("A", "1.0").version()));
            tenant.add(ActionJson.write(Deployment.desired("C", "1.0-SNAPSHOT").version()));
            AtomicReference<Process> process = new AtomicReference<>();
            tenant.script = request -> request.number() == number ? killing(moment, process) : Behaviour.NORMAL;
            Files.createDirectories(second.receiptsFile.getParent());
            process.set(DeployMain.start(tenant.url(), second.receiptsFile));
            assertThat(process.get().waitFor(60, TimeUnit.SECONDS)).isTrue();
            boolean isKilled = process.get().exitValue() != 0;
            tenant.script = request -> Behaviour.NORMAL;

            second.settings = Deployment.settings(1, false);
            second.deploy(DeployMain.desired().toArray(DesiredAction[]::new)).throwIfIncomplete();

            assertThat(tenant.deployed())
                    .as("killed %s at request %s", moment, number)
                    .containsExactly("A 1.0 (deprecated)", "A 1.1", "B 1.0", "C 1.0-SNAPSHOT");
            assertThat(second.receipts().find("A", "1.1").orElseThrow().isIntent())
                    .isFalse();
            assertThat(second.receipts().find("B", "1.0").orElseThrow().isIntent())
                    .isFalse();
            assertThat(second.plan(DeployMain.desired().toArray(DesiredAction[]::new))
                            .isDriftFree())
                    .isTrue();
            return isKilled;
        }
    }

    private static Behaviour killing(Moment moment, AtomicReference<Process> process) {
        return (tenant, request, socket) -> {
            if (moment == Moment.AFTER_THE_TENANT_ANSWERED) {
                Behaviour.NORMAL.answer(tenant, request, socket);
            } else if (moment == Moment.BEFORE_THE_TENANT_ANSWERED) {
                tenant.handle(request);
            }
            process.get().destroyForcibly().waitFor();
        };
    }
}
