package io.github.cxonetools.deployment;

import io.github.cxonetools.client.ActionJson;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Deployments that are killed at random instants, alone and beside another in the same checkout. */
class RandomKillsTest {

    /** How many deployments are killed, and how many of two: a few here, a hundred in the profile thorough. */
    private static final int ALONE = Integer.getInteger("kill.alone", 2);

    private static final int OF_TWO = Integer.getInteger("kill.ofTwo", 1);

    /** As long as a deployment talks to the tenant, on a machine that has other things to do. */
    private static final int LONGEST_MILLIS = 500;

    private static final int MOST_ANSWER_MILLIS = 20;

    @TempDir
    private Path folder;

    @Test
    void aDeploymentThatIsKilledIsCompletedByTheNext() throws Exception {
        kill(ALONE, 1);
    }

    @Test
    void ofTwoInOneCheckoutTheOtherCompletesWhatWasKilled() throws Exception {
        kill(OF_TWO, 2);
    }

    private void kill(int times, int builds) throws Exception {
        int kills = 0;
        for (int run = 1; kills < times; run++) {
            assertThat(run).as("runs for %s kills", kills).isLessThan(20 + 5 * times);
            if (isKilled(run, builds)) {
                kills++;
            }
        }
    }

    /** False where it was too late to kill anything. */
    private boolean isKilled(int seed, int count) throws Exception {
        Random random = new Random(seed);
        Path checkout = Files.createDirectories(folder.resolve(count + "-" + seed));
        try (Deployment last = new Deployment(checkout)) {
            WireTenant tenant = last.tenant;
            tenant.unique = false;
            tenant.add(ActionJson.write(Deployment.desired("A", "1.0").version()));
            tenant.add(ActionJson.write(Deployment.desired("C", "1.0-SNAPSHOT").version()));
            CountDownLatch begun = new CountDownLatch(1);
            tenant.script = request -> slowly(begun);
            Files.createDirectories(last.receiptsFile.getParent());
            List<Process> builds = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                builds.add(DeployMain.start(tenant.url(), last.receiptsFile));
            }
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            Process killed = builds.remove(random.nextInt(count));
            killed.destroyForcibly().waitFor();
            for (Process other : builds) {
                assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(other.exitValue()).as("seed %s of %s", seed, count).isZero();
            }
            tenant.script = request -> Behaviour.NORMAL;
            Thread.sleep(5 * MOST_ANSWER_MILLIS); // What was sent arrives.

            last.settings = Deployment.settings(1, false);
            last.deploy(DeployMain.desired().toArray(DesiredAction[]::new)).throwIfIncomplete();
            assertConverged(last, seed + " of " + count);
            return killed.exitValue() != 0;
        }
    }

    private static void assertConverged(Deployment last, String run) throws Exception {
        assertThat(last.tenant.deployed())
                .as("seed %s", run)
                .containsExactly("A 1.0 (deprecated)", "A 1.1", "B 1.0", "C 1.0-SNAPSHOT");
        for (String label : List.of("A 1.1", "B 1.0", "C 1.0-SNAPSHOT")) {
            String[] words = label.split(" ");
            assertThat(last.receipts().find(words[0], words[1]).orElseThrow().id())
                    .as("seed %s, %s", run, label)
                    .isNotNull();
        }
        assertThat(last.plan(DeployMain.desired().toArray(DesiredAction[]::new)).isDriftFree())
                .isTrue();
    }

    private static Behaviour slowly(CountDownLatch begun) {
        return (tenant, request, socket) -> {
            begun.countDown();
            WireTenant.Answer answer = tenant.handle(request);
            Thread.sleep(ThreadLocalRandom.current().nextInt(MOST_ANSWER_MILLIS));
            WireTenant.send(socket, answer);
        };
    }
}
