package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.FakeTime;
import io.github.cxonetools.client.RecordedEvents;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.json.Json;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a tenant's callers use now. */
class TenantContractsTest {

    private final WireTenant tenant = new WireTenant();
    private final CxoneClient client = CxoneClient.connect(
            new ClientSettings(
                    tenant.url(),
                    tenant.url().resolve("/oauth/token"),
                    ClientSettings.DEFAULT_ACTIONS_PATH,
                    ClientSettings.DEFAULT_METRICS_PATH,
                    Authentication.CLIENT_CREDENTIALS,
                    null,
                    false,
                    Duration.ofSeconds(5),
                    1,
                    Duration.ofMinutes(2),
                    null,
                    "test"),
            Credentials.clientCredentials("the-client", "s3cr3t", "a test"),
            new RecordedEvents(),
            new FakeTime());

    private Comparator<String> order = Comparator.naturalOrder();

    @AfterEach
    void stop() {
        client.close();
        tenant.close();
    }

    @Test
    void itIsTheNewestActiveReleaseThatIsNotAboveThisOne() throws Exception {
        add("1.0.0", false);
        add("1.1.0", false);
        add("1.2.0", true);
        add("1.3.0-SNAPSHOT", false);
        add("2.0.0", false);

        assertThat(active("1.4.0")).isEqualTo("1.1.0");
        assertThat(active("1.1.0")).isEqualTo("1.1.0");
        assertThat(active("1.2.0")).isEqualTo("1.1.0");
        assertThat(active("0.9.0")).isEqualTo("none");
    }

    @Test
    void ofTwoThatAreTheSameInTheOrderItIsTheOneThatIsWrittenAlike() throws Exception {
        order = Comparator.comparing(version -> version.replaceFirst("(\\.0)+$", ""));
        add("1.0", false);
        add("1.0.0", false);
        add("1", false);

        assertThat(active("1.0")).isEqualTo("1.0");
        assertThat(active("1.0.0")).isEqualTo("1.0.0");
        assertThat(active("1")).isEqualTo("1");
    }

    @Test
    void whatAnotherActionHasDoesNotCount() {
        ActionVersion other = new ActionVersion(null, "AB", "1.0.5", false, null, null, null, null, null);

        assertThat(TenantBaseline.of(List.of(other), "A", "1.1.0", order)).isEmpty();
        assertThat(TenantBaseline.of(List.of(other), "AB", "1.1.0", order)).contains(other);
    }

    @Test
    void aTenantHasNotAllActionsOfOneProject() throws Exception {
        add("1.0.0", false);

        assertThat(read("1.1.0")).isInstanceOfSatisfying(Baseline.Stored.class, stored -> {
            assertThat(stored.isWhole()).isFalse();
            assertThat(stored.label()).isEqualTo("https://tenant");
        });
    }

    @Test
    void schemasOfATenantAreComparedAsJson() throws Exception {
        add("1.0.0", false);
        Baseline.Stored stored = (Baseline.Stored) read("1.1.0");
        StoredContract active = stored.contracts().find("A").orElseThrow();

        assertThat(active.hasSchemasOf(contract("1.1.0", "{\"title\": \"t\", \"type\": \"string\"}")))
                .isTrue();
        assertThat(active.hasSchemasOf(contract("1.1.0", "{\"type\": \"string\"}")))
                .isFalse();
    }

    @Test
    void aTenantThatCannotBeReadIsNoPass() throws Exception {
        tenant.script = request -> request.line().startsWith("GET ")
                ? WireTenant.Behaviour.status(405, "{}")
                : WireTenant.Behaviour.NORMAL;

        assertThat(read("1.1.0"))
                .isInstanceOfSatisfying(Baseline.Unreachable.class, unreachable -> assertThat(unreachable.reason())
                        .startsWith("The tenant https://tenant cannot be read (")
                        .contains("405", "nobody knows which contract of A is in use", "-Dcxone.baseline=release"));
    }

    @Test
    void aVersionWithoutItsSchemasIsNoPass() throws Exception {
        tenant.add(version("1.0.0", false).without("inputSchema"));

        assertThat(read("1.1.0"))
                .isInstanceOfSatisfying(Baseline.Unreachable.class, unreachable -> assertThat(unreachable.reason())
                        .startsWith("The tenant https://tenant tells no schemas of A 1.0.0. "));
    }

    private void add(String version, boolean deprecated) {
        tenant.add(version(version, deprecated));
    }

    private static ObjectNode version(String version, boolean deprecated) {
        ObjectNode entity = Json.object()
                .put("name", "A")
                .put("version", version)
                .put("isDeprecated", deprecated)
                .put("handlerUrl", "https://a.example.com/")
                .put("timeoutMs", 5000);
        entity.set("inputSchema", Json.read("{\"type\":\"string\",\"title\":\"t\"}"));
        entity.set("outputSchema", Json.object());
        return entity;
    }

    private String active(String version) throws Exception {
        Baseline.Stored stored = (Baseline.Stored) read(version);
        return stored.contracts().find("A").map(StoredContract::version).orElse("none");
    }

    private Baseline read(String version) throws Exception {
        return TenantContracts.read(client.dataActions(), "https://tenant", List.of(contract(version, "{}")), order);
    }

    private static StoredContract contract(String version, String input) {
        return StoredContract.of(new Contract("A", version, null, 5000, Json.read(input), Json.object()));
    }
}
