package io.github.cxonetools.deployment.pull;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.FakeTime;
import io.github.cxonetools.client.RecordedEvents;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.deployment.VersionSelection;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.ConsoleGoldens;
import io.github.cxonetools.report.deployment.PullConsole;
import io.github.cxonetools.report.text.ConsoleStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a tenant has, as files. */
class TenantPullTest {

    private static final PullSelection ALL = new PullSelection(Set.of(), null);
    private static final String LIST = "GET /api/v2/data-actions";
    private static final String SCHEMA =
            "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\"}";

    @TempDir
    private Path folder;

    private Path directory;
    private final WireTenant tenant = new WireTenant();
    private final CxoneClient client = CxoneClient.connect(
            settings(),
            Credentials.clientCredentials("the-client", "s3cr3t&more", "a test"),
            new RecordedEvents(),
            new FakeTime());

    @BeforeEach
    void choose() {
        directory = folder.resolve("cxone/tenant");
    }

    @AfterEach
    void stop() {
        client.close();
        tenant.close();
    }

    @Test
    void fiftyPagesAreReadThoughOneIsRefusedAndOneFails() throws Exception {
        for (int i = 0; i < 5000; i++) {
            add("Action" + i % 100, "1." + i / 100);
        }
        AtomicInteger lists = new AtomicInteger();
        tenant.script = request -> !request.line().equals(LIST)
                ? Behaviour.NORMAL
                : switch (lists.incrementAndGet()) {
                    case 7 -> Behaviour.status(429, "{\"message\":\"slow down\"}", "Retry-After", "1");
                    case 23 -> Behaviour.status(500, "");
                    default -> Behaviour.NORMAL;
                };

        PullResult first = pull(ALL);

        assertThat(first.count(PullResult.PullKind.WRITTEN)).isEqualTo(5000);
        // Two were repeated, and after a page that is full there may be another.
        assertThat(tenant.count(LIST)).isEqualTo(53);
        assertThat(tenant.requests())
                .filteredOn(request -> request.line().equals(LIST))
                .noneMatch(request -> request.query().contains("name="));
        assertThat(first.versions().get(0).version().label()).isEqualTo("Action0 1.0");
        assertThat(files()).hasSize(15_000);
    }

    @Test
    void aFailureInTheMiddleWritesNothing() {
        for (int i = 0; i < 250; i++) {
            add("Action", String.valueOf(i));
        }
        tenant.script =
                request -> request.query().contains("pageNumber=3") ? Behaviour.status(500, "") : Behaviour.NORMAL;

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> pull(ALL))
                .withMessageStartingWith("Could not read all actions: GET /api/v2/data-actions");
        assertThat(directory).doesNotExist();
    }

    @Test
    void aVersionHasTheFilesOfAContract() throws Exception {
        tenant.add(action("Routing", "1.0.0", SCHEMA, "{\"type\":\"object\"}")
                .put("description", "Routes")
                .put("timeoutMs", 800)
                .put("handlerUrl", "https://actions.example.com/routing?code=s3cr3tk3y"));
        tenant.add(action("Routing", "0.9", SCHEMA, SCHEMA)
                .put("isDeprecated", true)
                .putNull("timeoutMs"));

        pull(ALL);

        assertThat(files().keySet())
                .containsExactly(
                        "Routing/0.9/action.json",
                        "Routing/0.9/input.schema.json",
                        "Routing/0.9/output.schema.json",
                        "Routing/1.0.0/action.json",
                        "Routing/1.0.0/input.schema.json",
                        "Routing/1.0.0/output.schema.json");
        assertThat(directory.resolve("Routing/1.0.0/action.json"))
                .hasContent("{\n  \"format\": 1,\n  \"name\": \"Routing\",\n  \"version\": \"1.0.0\",\n"
                        + "  \"description\": \"Routes\",\n  \"timeoutMs\": 800\n}\n");
        assertThat(directory.resolve("Routing/1.0.0/output.schema.json")).hasContent("{\n  \"type\": \"object\"\n}\n");
        assertThat(directory.resolve("Routing/0.9/action.json"))
                .hasContent("{\n  \"format\": 1,\n  \"name\": \"Routing\",\n  \"version\": \"0.9\",\n"
                        + "  \"timeoutMs\": null,\n  \"isDeprecated\": true\n}\n");
    }

    @Test
    void namesThatLeadOutStayInTheFolder() throws Exception {
        List<String> names = List.of(
                "..",
                "../../evil",
                "/etc/cron.d/evil",
                "a\\..\\..\\evil",
                "C:evil",
                "CON",
                "nul.x",
                "evil.",
                "a\u0000b",
                "a\n[ERROR] b",
                "x".repeat(3000),
                "Grüße",
                "",
                "\uD83D\uDE00",
                "action.json",
                "tenant");
        for (String name : names) {
            add(name, "../" + name);
        }

        PullResult result = pull(ALL);

        assertThat(files()).hasSize(3 * names.size());
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(folder.resolve("cxone"));
        }
        try (Stream<Path> all = Files.list(folder.resolve("cxone"))) {
            assertThat(all).containsExactly(directory);
        }
        assertThat(files().keySet())
                .allMatch(name -> name.matches("[A-Za-z0-9%._+~-]+/[A-Za-z0-9%._+~-]+/[a-z.]+json"));
        assertThat(new PullConsole(ConsoleStyle.PLAIN).lines(result, "cxone/tenant"))
                .allMatch(line -> line.matches("[^\\p{Cntrl}]*"));
        assertThat(pull(ALL).count(PullResult.PullKind.UNCHANGED)).isEqualTo(names.size());
    }

    @Test
    void namesThatDifferInCaseOnlyGetFoldersThatDifferInMore() throws Exception {
        add("Routing", "1.0-RC1");
        add("Routing", "1.0-rc1");
        add("routing", "1.0-rc1");
        add("Other", "1");

        pull(ALL);

        assertThat(files().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .hasSize(12);
        assertThat(files().keySet())
                .filteredOn(name -> name.startsWith("Other/1/"))
                .hasSize(3);
        SortedMap<String, String> all = files();

        assertThat(pull(new PullSelection(Set.of("routing"), null)).count(PullResult.PullKind.UNCHANGED))
                .isEqualTo(1);
        assertThat(files()).isEqualTo(all);
    }

    @Test
    void aLabelThatIsThereTwiceIsInTwoFolders() throws Exception {
        add("Routing", "1.0");
        add("Routing", "1.0");

        PullResult result = pull(ALL);

        assertThat(files()).hasSize(6);
        assertThat(result.versions())
                .extracting(PullResult.VersionOutcome::place)
                .doesNotHaveDuplicates();
        Adoption adoption = new Adoption(read(ALL));
        assertThat(adoption.versions()).isEmpty();
        assertThat(adoption.notes())
                .containsExactly(
                        "Routing 1.0 is not adopted, because it is there more than once. Deprecate or rename all"
                                + " but one: mvn cxone:deprecate -Dcxone.actionId=<id>");
    }

    @Test
    void aSecondPullWritesNothingThoughTheTenantTellsMembersInAnotherOrder() throws Exception {
        String id = tenant.add(action(
                "Routing", "1.0", "{\"type\":\"object\",\"title\":\"x\",\"properties\":{\"a\":{},\"b\":{}}}", SCHEMA));
        pull(ALL);
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        for (String name : files().keySet()) {
            Files.setLastModifiedTime(directory.resolve(name), longAgo);
        }
        tenant.script = request -> request.line().equals(LIST)
                ? Behaviour.status(
                        200,
                        "{\"entities\":[{\"outputSchema\":" + SCHEMA
                                + ",\"inputSchema\":{\"title\":\"x\",\"properties\":"
                                + "{\"b\":{},\"a\":{}},\"type\":\"object\"},\"version\":\"1.0\",\"name\":\"Routing\","
                                + "\"timeoutMs\":5000,\"id\":\"" + id + "\"}],\"total\":1,\"pageSize\":100}")
                : Behaviour.NORMAL;

        assertThat(pull(ALL).count(PullResult.PullKind.UNCHANGED)).isEqualTo(1);

        for (String name : files().keySet()) {
            assertThat(Files.getLastModifiedTime(directory.resolve(name))).isEqualTo(longAgo);
        }
    }

    @Test
    void whatTheTenantNoLongerHasIsRemovedAndWhatOthersKeepThereStays() throws Exception {
        for (String name : List.of("Gone", "Routing", "Kept")) {
            add(name, "1.0");
            add(name, "2.0");
        }
        pull(ALL);
        Files.writeString(directory.resolve("Gone/notes.txt"), "mine");
        Files.createDirectories(directory.resolve("Mine/1.0"));
        Files.writeString(directory.resolve("Mine/1.0/action.json"), "{}");
        tenant.script =
                request -> request.line().equals(LIST)
                        ? Behaviour.status(
                                200,
                                "{\"entities\":["
                                        + Json.compact(action("Kept", "2.0", SCHEMA, SCHEMA)
                                                .put("id", "id-6")) + "],\"total\":1,\"pageSize\":100}")
                        : Behaviour.NORMAL;

        PullResult some = pull(new PullSelection(Set.of("Kept"), VersionSelection.range("(,1]", "1.0"::equals)));
        assertThat(some.removed()).containsExactly("Kept 1.0");

        PullResult all = pull(ALL);
        assertThat(all.removed()).containsExactly("Gone 1.0", "Gone 2.0", "Routing 1.0", "Routing 2.0");
        assertThat(new PullConsole(ConsoleStyle.PLAIN).lines(all, "here"))
                .contains(
                        "Gone 1.0: removed from here, because the tenant does not have it any more",
                        "1 version in here: 0 written, 1 unchanged, 4 removed");
        assertThat(directory.resolve("Routing")).doesNotExist();
        assertThat(files().keySet())
                .containsExactly(
                        "Gone/notes.txt",
                        "Kept/2.0/action.json",
                        "Kept/2.0/input.schema.json",
                        "Kept/2.0/output.schema.json",
                        "Mine/1.0/action.json");
    }

    @Test
    void eachVersionSaysWhetherGenerateCouldHaveWrittenItsSchemas() throws Exception {
        add("Ours", "1.0");
        tenant.add(action(
                "Theirs",
                "1.0",
                "{\"$schema\":\"http://json-schema.org/draft-04/schema#\",\"definitions\":{\"a\":{}},"
                        + "\"properties\":{\"a\":{\"$ref\":\"#/definitions/a\"}},\"divisibleBy\":2}",
                "true"));
        ObjectNode silent = action("Silent", "1.0", SCHEMA, SCHEMA);
        silent.remove("inputSchema");
        tenant.add(silent);

        PullResult result = pull(ALL);

        ConsoleGoldens.hold("pull", log -> new PullConsole(log.style())
                .lines(result, "target/cxone/tenant")
                .forEach(log::info));
        assertThat(new PullConsole(ConsoleStyle.PLAIN).lines(result, "here"))
                .containsExactly(
                        "action  version  files     schemas",
                        "Ours    1.0      written   as generate writes them",
                        "Silent  1.0      left out",
                        "    the tenant does not tell inputSchema",
                        "Theirs  1.0      written   not as generate writes them",
                        "    input: /$schema is http://json-schema.org/draft-04/schema#, not"
                                + " http://json-schema.org/draft-07/schema#",
                        "    input: /definitions is not allowed: everything must be inline",
                        "    input: /divisibleBy is not a keyword of draft-07",
                        "    and 2 more",
                        "3 versions in here: 2 written, 0 unchanged, 1 left out; 1 with schemas that generate does not"
                                + " write");
        assertThat(directory.resolve("Theirs/1.0/output.schema.json")).hasContent("true\n");
    }

    @Test
    void theElementsToPasteAreThoseOfTheNewestActiveReleases() throws Exception {
        tenant.add(action("Routing", "1.0", SCHEMA, SCHEMA).put("handlerUrl", "https://h.example.com/a?code=s3cr3t"));
        add("Routing", "1.2-SNAPSHOT");
        tenant.add(action("Routing", "1.1", SCHEMA, SCHEMA).put("isDeprecated", true));
        tenant.add(action("Billing", "3", SCHEMA, SCHEMA)
                .put("description", "Bills & <more>")
                .put("timeoutMs", 800));
        add("Declared", "1");
        add("not allowed", "1");

        assertThat(PullConsole.elements(NewestVersions.of(read(ALL), Set.of("Declared"))))
                .containsExactly(
                        "To go on with them in a project, put the class that handles each action in place of com.example,"
                                + " and paste into the configuration of cxone-maven-plugin:",
                        "<actions>",
                        "  <action>",
                        "    <name>Billing</name>",
                        "    <version>3</version>",
                        "    <description>Bills &amp; &lt;more&gt;</description>",
                        "    <handler>com.example.Billing</handler>",
                        "    <timeoutMs>800</timeoutMs>",
                        "  </action>",
                        "  <action>",
                        "    <name>Routing</name>",
                        "    <version>1.0</version>",
                        "    <handler>com.example.Routing</handler>",
                        "    <handlerUrl>https://h.example.com/a?code=***</handlerUrl>",
                        "  </action>",
                        "</actions>",
                        "Where *** stands in a handlerUrl, the tenant has a key, which is not shown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nope|      | The tenant T has no action Nope. Correct cxone.action, or leave it out to pull all that there are",
                "    |9,1.0 | The tenant T has no version 9 of what is to be pulled. It has: 1.0, 2.0. Correct cxone.versions",
            })
    void whatIsSelectedMustBeThere(String name, String versions, String message) {
        add("Routing", "1.0");
        add("Routing", "2.0");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> pull(new PullSelection(
                        name == null ? Set.of() : Set.of(name),
                        versions == null ? null : VersionSelection.list(versions))))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "405", "501", "403"})
    void aTenantThatListsNothingIsNotTakenForOneThatHasNothing(int status) {
        tenant.script = request -> request.line().equals(LIST) ? Behaviour.status(status, "") : Behaviour.NORMAL;

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> pull(ALL))
                .withMessage("The tenant T cannot be read (GET /api/v2/data-actions answered " + status
                        + "), so nothing was pulled. Give the client the scope data-actions:read; where the tenant lists"
                        + " only what is named, set -Dcxone.action=<name>,<name>");
    }

    @Test
    void aSecretThatTheTenantGivesBackIsKeptInNoFile() throws Exception {
        add("Harmless", "1.0");
        tenant.add(action("Described", "1.0", SCHEMA, SCHEMA).put("description", "for s3cr3t&more"));
        tenant.add(action("Schemas", "1.0", "{\"title\":\"s3cr3t\\u0026more\"}", SCHEMA));
        add("Labelled", "s3cr3t&more");

        PullResult result = pull(ALL);

        assertThat(result.count(PullResult.PullKind.LEFT_OUT)).isEqualTo(3);
        assertThat(new PullConsole(ConsoleStyle.PLAIN).lines(result, "here"))
                .contains("    the tenant gives a secret of this build back in it");
        assertThat(files().keySet()).hasSize(3).allMatch(name -> name.startsWith("Harmless/1.0/"));
        Adoption adoption = new Adoption(read(ALL));
        assertThat(adoption.versions()).extracting(PulledVersion::label).containsExactly("Harmless 1.0");
        assertThat(adoption.notes()).hasSize(3);
    }

    @Test
    void receiptsAreWrittenOnceAndFollowALabel() throws Exception {
        add("Routing", "1.0");
        add("Routing", "2.0");
        add("not allowed", "1");
        Receipts receipts = Receipts.open(folder.resolve("receipts.json"), tenant.url());
        Adoption adoption = new Adoption(read(ALL));
        assertThat(adoption.notes())
                .containsExactly("not allowed is not adopted, because no project can declare an action of that name");

        assertThat(Adoption.write(receipts, adoption.versions(), FakeTime.START))
                .isEqualTo(2);
        String once = Files.readString(receipts.file());
        assertThat(Adoption.write(receipts, adoption.versions(), FakeTime.START.plusSeconds(9)))
                .isZero();
        assertThat(receipts.file()).hasContent(once);

        // Somebody swaps the labels by hand.
        List<PulledVersion> swapped = new ArrayList<>();
        for (PulledVersion each : adoption.versions()) {
            ActionVersion version = each.version();
            String label = version.version().equals("1.0") ? "2.0" : "1.0";
            swapped.add(new PulledVersion(
                    new ActionVersion(version.id(), "Routing", label, false, null, null, null, 5000, null),
                    each.input(),
                    each.output(),
                    false));
        }
        assertThat(Adoption.write(receipts, swapped, FakeTime.START)).isEqualTo(2);
        assertThat(receipts.of("Routing"))
                .extracting(receipt -> receipt.version() + " " + receipt.id())
                .containsExactlyInAnyOrder("1.0 id-2", "2.0 id-1");
    }

    private void add(String name, String version) {
        tenant.add(action(name, version, SCHEMA, SCHEMA));
    }

    private static ObjectNode action(String name, String version, String input, String output) {
        ObjectNode action =
                Json.object().put("name", name).put("version", version).put("isDeprecated", false);
        action.set("inputSchema", Json.read(input));
        action.set("outputSchema", Json.read(output));
        return action.put("timeoutMs", 5000);
    }

    private List<PulledVersion> read(PullSelection selection) throws Exception {
        return new TenantReader(client.readOnly().dataActions(), "T", Comparator.naturalOrder(), client.secrets())
                .read(selection);
    }

    private PullResult pull(PullSelection selection) throws Exception {
        return new PulledFiles(directory).write(read(selection), selection);
    }

    /** Every file's content by its path, with slashes. */
    private SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private ClientSettings settings() {
        return new ClientSettings(
                tenant.url(),
                tenant.url().resolve("/oauth/token"),
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
}
