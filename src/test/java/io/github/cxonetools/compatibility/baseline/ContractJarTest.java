package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A release's jar is read as data, whoever made it. */
class ContractJarTest {

    private static final String LABEL = "com.example:routing:1.4.0 (central)";
    private static final String FACTS = "{\"format\":1,\"name\":\"Routing\",\"version\":\"1.4.0\",\"timeoutMs\":5000}";
    private static final String SCHEMA = "{\"type\":\"object\"}";

    @TempDir
    Path directory;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    @Test
    void contractsOfThisFormatAreRead() throws Exception {
        routing(FACTS, SCHEMA);
        put("com/example/Routing.class", "no class at all");

        StoredContracts contracts = read();

        Contract contract = contracts.find("Routing").orElseThrow().contract();
        assertThat(contract.label()).isEqualTo("Routing 1.4.0");
        assertThat(contract.timeoutMs()).isEqualTo(5000);
        assertThat(contract.description()).isNull();
        assertThat(contract.inputSchema().toString()).isEqualTo(SCHEMA);
        assertThat(contracts.find("Other")).isEmpty();
    }

    @Test
    void membersAreReadByTheirPlacesOrByThatAround() throws Exception {
        routing(FACTS, SCHEMA);
        put("META-INF/cxone/Routing/members.json", """
                {"format": 1, "input": {"/": "Event", "/tags": "Event.tags", "/tags/0": "Event.tags",
                "/tags/0/name": ["Cat.name", "Dog.name", "Emu.name", "Fox.name"], "/more": "Event.more", "/more/*": "Event.more",
                "/more/*/a~1b": "More.ab", "/pair/1": "Event.pair"}}""");

        ContractMembers members = read().find("Routing").orElseThrow().members();

        assertThat(members.at("input", "/")).isEqualTo("Event");
        assertThat(members.at("input", "/tags")).isEqualTo("Event.tags");
        assertThat(members.at("input", "/tags/7/other")).isEqualTo("Event.tags");
        assertThat(members.at("input", "/more/x/a~1b")).isEqualTo("More.ab");
        assertThat(members.at("input", "/tags/0/name")).isEqualTo("Cat.name, Dog.name, Emu.name and 1 more");
        assertThat(members.at("input", "/tags/0/other")).isEqualTo("Event.tags");
        assertThat(members.at("input", "/gone")).isEqualTo("Event");
        assertThat(members.at("output", "/")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"input\": 1}", "{\"input\": {\"/\": 1, \"/a\": {}}}", "{\"format\": 2}"})
    void aReleaseWithoutMembersThatCanBeReadNamesNone(String members) throws Exception {
        routing(FACTS, SCHEMA);
        put("META-INF/cxone/Routing/members.json", members);

        assertThat(read().find("Routing").orElseThrow().members().at("input", "/a"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEB-INF/classes/", "BOOT-INF/classes/"})
    void contractsAreReadWhereTheClassesAre(String folder) throws Exception {
        routing(FACTS, SCHEMA);
        for (String file : List.copyOf(entries.keySet())) {
            entries.put(folder + file, entries.remove(file));
        }

        assertThat(read().find("Routing")).isPresent();
    }

    @Test
    void contractsThatAreThereTwiceAreRefused() throws Exception {
        routing(FACTS, SCHEMA);
        put("WEB-INF/classes/META-INF/cxone/Routing/action.json", FACTS);

        assertThatThrownBy(this::read)
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("the jar has WEB-INF/classes/META-INF/cxone/Routing/action.json twice");
    }

    @Test
    void contractsOfBeforeThereWasAFormatAreRead() throws Exception {
        routing("{\"name\":\"Routing\",\"version\":\"0.9\",\"description\":\"Routes\",\"timeoutMs\":5000}", SCHEMA);

        assertThat(read().find("Routing").orElseThrow().contract().description())
                .isEqualTo("Routes");
    }

    /** Byte by byte what version 0.1.0 wrote, before its files had a format and after. */
    @ParameterizedTest
    @CsvSource({"0.1.0-unnumbered,", "0.1.0,InteractionEvent.channelType"})
    void whatAnEarlierVersionWroteIsRead(String written, String member) throws Exception {
        Path folder = Path.of("src/test/resources/io/github/cxonetools/compatibility/baseline", written);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                put("META-INF/cxone/SentimentRoutingAction/" + file.getFileName(), Files.readString(file));
            }
        }

        StoredContract read = read().find("SentimentRoutingAction").orElseThrow();

        assertThat(read.contract().label()).isEqualTo("SentimentRoutingAction 1.0.0");
        assertThat(read.contract().description()).isEqualTo("Enriches an interaction with a routing recommendation.");
        assertThat(read.contract().timeoutMs()).isEqualTo(5000);
        assertThat(read.contract().inputSchema())
                .isEqualTo(Json.read(Files.readAllBytes(folder.resolve("input.schema.json"))));
        assertThat(read.contract().outputSchema())
                .isEqualTo(Json.read(Files.readAllBytes(folder.resolve("output.schema.json"))));
        assertThat(read.members().at("input", "/channel_type")).isEqualTo(member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "99999999999999999999"})
    void aNewerFormatNamesTheRemedy(String format) throws Exception {
        routing(FACTS.replace("\"format\":1", "\"format\":" + format), SCHEMA);

        assertThatThrownBy(this::read)
                .isInstanceOf(RejectedException.class)
                .hasMessage(LABEL + ": META-INF/cxone/Routing/action.json is of format " + format
                        + ", which a newer cxone-maven-plugin wrote; this one reads formats up to 1."
                        + " Use the newer version of the plugin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"format\":\"1\"}|has no valid \"format\"",
                "{\"format\":0}|has no valid \"format\"",
                "[]|no text \"name\"",
                "{\"name\":\"Routing\",\"timeoutMs\":1}|no text \"version\"",
                "{\"name\":\"Other\",\"version\":\"1\",\"timeoutMs\":1}|is not its folder's name",
                "{\"name\":\"Routing\",\"version\":\"1\"}|timeoutMs is an integer",
                "{\"name\":|is not JSON: line 1",
                "{\"name\":\"a\",\"name\":\"b\"}|is not JSON: line 1"
            })
    void factsThatAreNoneAreRefused(String facts, String problem) throws Exception {
        routing(facts, SCHEMA);

        assertThatThrownBy(this::read)
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith(LABEL + ": META-INF/cxone/Routing/action.json ")
                .hasMessageContaining(problem)
                .hasMessageContaining("-Dcxone.baseline=<version>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"type\":|is not JSON: line 1", "[]|is not a JSON Schema", "''|is not a JSON Schema"})
    void aSchemaThatIsNoneIsRefused(String schema, String problem) throws Exception {
        routing(FACTS, schema);
        StoredContract contract = read().find("Routing").orElseThrow();

        assertThatThrownBy(contract::contract)
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith(LABEL + ": META-INF/cxone/Routing/input.schema.json ")
                .hasMessageContaining(problem);
    }

    @Test
    void aSchemaThatIsNestedTooDeepIsRefused() throws Exception {
        routing(FACTS, "{\"not\":".repeat(5000) + "{}" + "}".repeat(5000));
        StoredContract contract = read().find("Routing").orElseThrow();

        assertThatThrownBy(contract::contract)
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("input.schema.json is not JSON: ");
    }

    @Test
    void everyFolderThatCannotBeReadIsNamed() throws Exception {
        put("META-INF/cxone/A/action.json", FACTS.replace("Routing", "A"));
        put("META-INF/cxone/B/input.schema.json", SCHEMA);

        assertThatThrownBy(this::read)
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("(2 findings)")
                .hasMessageContaining("META-INF/cxone/A/ lacks input.schema.json")
                .hasMessageContaining("META-INF/cxone/B/ lacks action.json");
    }

    @Test
    void anActionInAnotherCaseIsAnotherAction() throws Exception {
        routing(FACTS, SCHEMA);

        assertThatThrownBy(() -> read().find("ROUTING"))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("ROUTING: " + LABEL + " has it as Routing. ");
    }

    @Test
    void twoActionsWhoseNamesDifferInCaseOnlyAreRefused() throws Exception {
        routing(FACTS, SCHEMA);
        for (String file : List.copyOf(entries.keySet())) {
            String content = new String(entries.get(file), StandardCharsets.UTF_8);
            put(file.replace("Routing", "routing"), content.replace("Routing", "routing"));
        }

        assertThatThrownBy(this::read)
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("holds Routing and routing, whose names differ in case only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "META-INF/cxone/../../evil.json",
                "/etc/passwd",
                "META-INF\\cxone\\x",
                "C:/evil",
                "META-INF/cxone/.."
            })
    void anEntryThatLeadsOutIsRefused(String name) throws Exception {
        routing(FACTS, SCHEMA);
        put(name, "x");

        assertThatThrownBy(this::read)
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("leads out of it, ")
                .hasMessageContaining(name);
    }

    @Test
    void aJarOfAGigabyteIsRefused() throws Exception {
        Path jar = directory.resolve("huge.jar");
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
            file.setLength(1L << 30);
        }

        assertThatThrownBy(() -> ContractJar.read(jar, LABEL))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith(LABEL + ": the jar is larger than 536870912 bytes");
    }

    @Test
    void aJarOfAHundredThousandEntriesIsRefused() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            entries.put("f" + i, new byte[0]);
        }

        assertThatThrownBy(this::read)
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("the jar has 100000 entries, and at most 65535 are read");
    }

    @Test
    void aFileThatUnpacksToTooMuchIsRefused() throws Exception {
        routing(FACTS, " ".repeat(2000));
        Path jar = jar();

        assertThatThrownBy(() -> ContractJar.read(jar, LABEL, new JarLimits(1 << 20, 10, 1000, 10_000)))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("META-INF/cxone/Routing/input.schema.json is larger than 1000 bytes");
        assertThatThrownBy(() -> ContractJar.read(jar, LABEL, new JarLimits(1 << 20, 10, 3000, 2500)))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("what is in META-INF/cxone/ is larger than 2500 bytes");
    }

    @Test
    void whatIsNoJarIsRefused() throws Exception {
        Path jar = Files.writeString(directory.resolve("page.jar"), "<html>Not found</html>");

        assertThatThrownBy(() -> ContractJar.read(jar, LABEL))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith(LABEL + ": " + jar + " is not a jar that can be read: ");
    }

    @Test
    void aJarWithoutContractsHasNone() throws Exception {
        put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
        put("META-INF/cxone/readme.txt", "x");

        assertThat(read().isEmpty()).isTrue();
    }

    @Test
    void equalFilesNeedNoParser() throws Exception {
        routing(FACTS, "{");
        StoredContract first = read().find("Routing").orElseThrow();

        assertThat(first.hasSchemasOf(read().find("Routing").orElseThrow())).isTrue();
    }

    private void routing(String facts, String schema) {
        put("META-INF/cxone/Routing/action.json", facts);
        put("META-INF/cxone/Routing/input.schema.json", schema);
        put("META-INF/cxone/Routing/output.schema.json", schema);
    }

    private void put(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private StoredContracts read() throws Exception {
        return ContractJar.read(jar(), LABEL);
    }

    private Path jar() throws IOException {
        Path jar = directory.resolve("routing.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return jar;
    }
}
