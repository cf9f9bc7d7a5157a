package io.github.cxonetools.tenant.actions;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantCalls;
import io.github.cxonetools.tenant.TenantEvents;
import io.github.cxonetools.tenant.TenantSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TrialApiTest {

    private static final String SCHEMA = "{\"type\":\"object\",\"required\":[\"channel\"],\"properties\":{"
            + "\"channel\":{\"type\":\"string\",\"enum\":[\"chat\",\"voice\"]},\"customer_email\":{\"type\":\"string\"}}}";

    @TempDir
    private Path directory;

    private MockWebServer handler;
    private LocalTenant tenant;
    private TenantCalls calls;

    @BeforeEach
    void start() throws Exception {
        handler = new MockWebServer();
        handler.start();
        tenant = LocalTenant.open(
                new TenantSettings(directory.resolve("tenant"), 0, Period.ofDays(30), "0.1.0"),
                Clock.systemUTC(),
                TenantEvents.NONE);
        calls = TenantCalls.owner(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
        handler.close();
    }

    @Test
    void offersTheProjectsFixturesAsTheyAreBeforeWhatIsDerived() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("src/test/cxone/Routing"));
        Files.writeString(folder.resolve("gold.json"), "{\"channel\": \"chat\" }");
        Files.writeString(folder.resolve("broken.json"), "{");
        Files.writeString(folder.resolve("gold.expected.json"), "{\"status\":\"success\"}");
        Files.writeString(folder.resolve("notes.txt"), "none");
        tenant.rememberFixtures(Map.of("Other", directory, "Routing", folder));
        tenant.rememberFixtures(Map.of("Third", directory));
        String id = deploy("1.0.0");

        JsonNode examples =
                calls.get("/local/v1/data-actions/" + id + "/examples").json();

        assertThat(Json.compact(examples.get("fixtures")))
                .isEqualTo(
                        "[{\"name\":\"broken\",\"text\":\"{\"},{\"name\":\"gold\",\"text\":\"{\\\"channel\\\": \\\"chat\\\" }\"}]");
        assertThat(Json.compact(examples.at("/entities/0/payload")))
                .isEqualTo("{\"channel\":\"chat\",\"customer_email\":\"ada.lovelace@example.com\"}");
    }

    @Test
    void fixturesThatCannotBeReadAreNone() throws Exception {
        tenant.rememberFixtures(Map.of("Routing", directory.resolve("gone")));

        assertThat(calls.get("/local/v1/data-actions/" + deploy("1.0.0") + "/examples")
                        .json()
                        .get("fixtures"))
                .isEmpty();
    }

    @Test
    void checksAPayloadWithoutSendingItAnywhere() throws Exception {
        String path = "/local/v1/data-actions/" + deploy("1.0.0") + "/checks";

        assertThat(calls.post(path, "{\"channel\":\"chat\"}").body()).isEqualTo("{\"findings\":[]}");
        assertThat(calls.post(path, "{\"channel\":\"fax\",\"customer_email\":1}")
                        .json()
                        .get("findings")
                        .valueStream()
                        .map(each -> each.path("pointer").asString()))
                .containsExactly("/channel", "/customer_email");
        assertThat(calls.post(path, "{").json().at("/findings/0/message").asString())
                .isNotEmpty();
        assertThat(handler.getRequestCount()).isZero();
        assertThat(calls.get("/local/v1/executions").json().get("entities")).isEmpty();
    }

    @Test
    void listsActionsWithoutTheirSchemasAndTellsWhetherSomethingListens() throws Exception {
        String id = deploy("1.0.0");

        assertThat(calls.get("/local/v1/data-actions").body())
                .isEqualTo("{\"entities\":[{\"id\":\"" + id + "\",\"name\":\"Routing\",\"version\":\"1.0.0\","
                        + "\"isDeprecated\":false,\"handlerUrl\":\"" + handler.url("/r") + "\"}]}");
        String path = "/local/v1/data-actions/" + id + "/handler";
        assertThat(calls.get(path).body()).isEqualTo("{\"listening\":true}");
        handler.close();
        assertThat(calls.get(path).body()).isEqualTo("{\"listening\":false}");
        calls.patch("/api/v2/data-actions/" + id, "{\"handlerUrl\":\"https://actions.example.com/r\"}");
        assertThat(calls.get(path).body()).isEqualTo("{}");
    }

    @Test
    void theFirstCallOfAServiceIsColdAndTheFirstAfterItWasGone() throws Exception {
        String id = deploy("1.0.0");
        handler.enqueue(new MockResponse.Builder().body("{}").build());
        handler.enqueue(new MockResponse.Builder()
                .code(500)
                .body("{\"status\":500,\"error\":\"Internal Server Error\",\"trace\":\"com.acme.Broken: odd\\n"
                        + "\\tat com.acme.Flow.run(Flow.java:3)\\n\"}")
                .build());

        assertThat(execute(id).path("cold_start").asBoolean()).isTrue();
        JsonNode second = execute(id);

        assertThat(second.has("cold_start")).isFalse();
        assertThat(second.path("stack").asString())
                .isEqualTo("com.acme.Broken: odd\n\tat com.acme.Flow.run(Flow.java:3)");
        handler.close();
        assertThat(execute(id).path("reached").asBoolean(true)).isFalse();
    }

    @Test
    void selectsExecutionsByVersionStatusTextAndNumber() throws Exception {
        String first = deploy("1.0.0");
        String second = deploy("1.1.0");
        for (String id : List.of(first, second, first)) {
            handler.enqueue(
                    new MockResponse.Builder().body("{\"queue\":\"gold\"}").build());
            execute(id);
        }
        calls.post("/local/v1/data-actions/" + first + "/executions", "{\"channel\":\"Fax\"}");

        assertThat(numbers("")).containsExactly("4", "3", "2", "1");
        assertThat(numbers("?version=1.1.0")).containsExactly("2");
        assertThat(numbers("?status=error")).containsExactly("4");
        assertThat(numbers("?text=FAX")).containsExactly("4");
        assertThat(numbers("?text=gold&version=1.0.0&status=success")).containsExactly("3", "1");
        assertThat(numbers("?before=3&limit=1")).containsExactly("2");
        assertThat(numbers("?name=Other")).isEmpty();
        assertThat(numbers("?text=%25")).as("not a pattern").isEmpty();
    }

    private List<String> numbers(String query) throws Exception {
        return calls.get("/local/v1/executions" + query)
                .json()
                .get("entities")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    private JsonNode execute(String id) throws Exception {
        return calls.post("/local/v1/data-actions/" + id + "/executions", "{\"channel\":\"chat\"}")
                .json();
    }

    private String deploy(String version) throws Exception {
        return calls.post(
                        "/api/v2/data-actions",
                        "{\"name\":\"Routing\",\"version\":\"" + version + "\",\"inputSchema\":" + SCHEMA
                                + ",\"outputSchema\":{},\"handlerUrl\":\"" + handler.url("/r") + "\"}")
                .json()
                .get("id")
                .stringValue();
    }
}
