package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.deployment.promotion.Promotion;
import io.github.cxonetools.deployment.promotion.SourceProof;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.deployment.rollback.Rollback;
import io.github.cxonetools.deployment.rollback.RollbackRequest;
import io.github.cxonetools.report.deployment.ClientConsole;
import io.github.cxonetools.report.deployment.DeploymentOutput;
import io.github.cxonetools.report.text.ConsoleLog;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** A deployment, a promotion or a rollback in a JVM of its own, so that a test can kill it, or run two at once. */
final class DeployMain {

    private DeployMain() {}

    /** What is deployed: two new releases, a snapshot that changes, and an old release that is deprecated. */
    static List<DesiredAction> desired() {
        return List.of(
                Deployment.desired("A", "1.1"),
                Deployment.desired("B", "1.0"),
                Deployment.desired("C", "1.0-SNAPSHOT", 20, "https://c.example.com/", 5000, "d"));
    }

    /** What is promoted. */
    static List<DesiredAction> promoted() {
        return List.of(Deployment.desired("A", "1.1"), Deployment.desired("B", "1.0"), Deployment.desired("C", "1.0"));
    }

    /** What goes out of use. */
    static List<RollbackRequest> rolledBack() {
        return List.of(
                new RollbackRequest("A", "1.2", "1.0"),
                new RollbackRequest("B", "1.1", null),
                new RollbackRequest("C", "1.1", null));
    }

    static Process start(URI tenant, Path receipts) throws IOException {
        return start(ChangingGoal.DEPLOY, tenant, tenant, receipts);
    }

    /** @param source the tenant that a promotion comes from */
    static Process start(ChangingGoal goal, URI tenant, URI source, Path receipts) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeployMain.class.getName(),
                        tenant.toString(),
                        receipts.toString(),
                        goal.name(),
                        source.toString())
                .redirectErrorStream(true)
                .redirectOutput(File.createTempFile(
                        "deploy", ".log", receipts.getParent().toFile()))
                .start();
    }

    public static void main(String[] args) throws Exception {
        Receipts receipts = Receipts.open(Path.of(args[1]), URI.create(args[0]));
        try (CxoneClient client = client(args[0]);
                CxoneClient source = client(args[3])) {
            DeploymentTarget target = new DeploymentTarget(
                    client, URI.create(args[0]), receipts, Duration.ofMinutes(1), System.out::println);
            run(ChangingGoal.valueOf(args[2]), target, source, System.out::println);
        } catch (CxoneException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    private static CxoneClient client(String url) {
        return CxoneClient.connect(
                Deployment.clientSettings(URI.create(url)),
                Credentials.clientCredentials("the-client", "s3cr3t-value", "a test"),
                new ClientConsole(System.out::println, System.out::println),
                new Hurried());
    }

    /** Does in this JVM what {@link #start} does in another. */
    static void run(ChangingGoal goal, DeploymentTarget target, CxoneClient source, Consumer<String> console)
            throws CxoneException {
        PlanSettings settings = Deployment.settings(1, false);
        DeploymentEvents events = new DeploymentOutput(new ConsoleLog(console, console, console));
        DeploymentRun.Audit audit =
                new DeploymentRun.Audit(target.receipts().file().resolveSibling("deployment.json"), "1", null);
        switch (goal) {
            case DEPLOY ->
                target.exclusively(false, () -> {
                    DeploymentPlan plan = new Planner(target.client(), target.receipts(), settings).plan(desired());
                    Deployer deployer = new Deployer(target.client(), target.receipts(), settings, Clock.systemUTC());
                    DeploymentResult result = deployer.apply(plan);
                    events.applied(result);
                    result.throwIfIncomplete();
                });
            case PROMOTE -> {
                SourceProof proof = new SourceProof(source, "source", 2);
                new Promotion(target, settings, null, audit, events)
                        .run(promoted(), () -> proof.require(promoted()), false);
            }
            case ROLLBACK -> new Rollback(target, Comparator.naturalOrder(), 2, audit, events).run(rolledBack(), false);
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
