package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.report.deployment.ClientConsole;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A deployment in a JVM of its own, so that a test can kill it, or run two at once. */
final class DeployMain {

    private DeployMain() {}

    /** What is deployed: two new releases, a snapshot that changes, and an old release that is deprecated. */
    static List<DesiredAction> desired() {
        return List.of(
                Deployment.desired("A", "1.1"),
                Deployment.desired("B", "1.0"),
                Deployment.desired("C", "1.0-SNAPSHOT", 20, "https://c.example.com/", 5000, "d"));
    }

    static Process start(URI tenant, Path receipts) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeployMain.class.getName(),
                        tenant.toString(),
                        receipts.toString())
                .redirectErrorStream(true)
                .redirectOutput(File.createTempFile(
                        "deploy", ".log", receipts.getParent().toFile()))
                .start();
    }

    public static void main(String[] args) throws Exception {
        PlanSettings settings = Deployment.settings(1, false);
        Receipts receipts = Receipts.open(Path.of(args[1]), URI.create(args[0]));
        ClientConsole console = new ClientConsole(System.out::println, System.out::println);
        try (CxoneClient client = CxoneClient.connect(
                Deployment.clientSettings(URI.create(args[0])),
                Credentials.clientCredentials("the-client", "s3cr3t-value", "a test"),
                console,
                new Hurried())) {
            receipts.exclusively(Duration.ofMinutes(1), System.out::println, () -> {
                DeploymentPlan plan = new Planner(client, receipts, settings).plan(desired());
                Deployer deployer = new Deployer(client, receipts, settings, Clock.systemUTC());
                DeploymentResult result = deployer.apply(plan);
                DeploymentConsole.summary(result).forEach(System.out::println);
                result.throwIfIncomplete();
            });
        } catch (CxoneException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    /** A hundred times as impatient as the machine. */
    private static final class Hurried implements Time {

        private final Time system = Time.system();

        @Override
        public Instant now() {
            return system.now();
        }

        @Override
        public long nanoTime() {
            return system.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            system.sleep(duration.dividedBy(100));
        }

        @Override
        public double random() {
            return system.random();
        }
    }
}
