package io.github.cxonetools.deployment;

import io.github.cxonetools.ReportSchemas;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.FakeTime;
import io.github.cxonetools.client.RecordedEvents;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;

/** A tenant on raw sockets, a client for it, and receipts in a test's folder. */
public final class Deployment implements AutoCloseable {

    static final String SCHEMA = "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\","
            + "\"properties\":{\"a\":{\"type\":\"string\",\"maxLength\":%d}},\"required\":[\"a\"]}";

    final WireTenant tenant = new WireTenant();
    final FakeTime time = new FakeTime();
    final RecordedEvents events = new RecordedEvents();
    final Path receiptsFile;
    final CxoneClient client;
    PlanSettings settings = settings(null, false);

    Deployment(Path folder) {
        receiptsFile = folder.resolve(".cxone/receipts.json");
        client = CxoneClient.connect(
                clientSettings(tenant.url()),
                Credentials.clientCredentials("the-client", "s3cr3t", "a test"),
                events,
                time);
    }

    static ClientSettings clientSettings(URI url) {
        return new ClientSettings(
                url,
                url.resolve("/oauth/token"),
                ClientSettings.DEFAULT_ACTIONS_PATH,
                ClientSettings.DEFAULT_METRICS_PATH,
                Authentication.CLIENT_CREDENTIALS,
                null,
                false,
                Duration.ofSeconds(5),
                5,
                Duration.ofMinutes(2),
                null,
                "test");
    }

    static PlanSettings settings(Integer keepVersions, boolean updateRelease) {
        return new PlanSettings(
                false,
                true,
                updateRelease,
                keepVersions,
                false,
                2,
                Comparator.naturalOrder(),
                CompatibilityRules.DEFAULT,
                (action, side, pointer) -> null,
                LocalDate.EPOCH);
    }

    public static DesiredAction desired(String name, String version) {
        return desired(name, version, 10, "https://a.example.com/" + name, 5000, "d");
    }

    public static DesiredAction desired(
            String name, String version, int maxLength, String url, int timeoutMs, String description) {
        return new DesiredAction(
                new Contract(
                        name,
                        version,
                        description,
                        timeoutMs,
                        Json.read(SCHEMA.formatted(maxLength)),
                        Json.read("{\"type\":\"object\"}")),
                URI.create(url));
    }

    Receipts receipts() {
        return Receipts.open(receiptsFile, tenant.url());
    }

    DeploymentPlan plan(DesiredAction... desired) throws Exception {
        DeploymentPlan plan = new Planner(client, receipts(), settings).plan(Arrays.asList(desired));
        ReportSchemas.assertValid("plan", plan.toJson());
        return plan;
    }

    DeploymentResult deploy(DesiredAction... desired) throws Exception {
        DeploymentResult result = new Deployer(
                        client, receipts(), settings, Clock.fixed(FakeTime.START, ZoneOffset.UTC))
                .apply(plan(desired));
        ReportSchemas.assertValid("deployment", result.toJson("1", null));
        return result;
    }

    @Override
    public void close() {
        client.close();
        tenant.close();
    }
}
