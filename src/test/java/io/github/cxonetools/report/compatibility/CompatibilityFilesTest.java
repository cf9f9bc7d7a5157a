package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.ReportSchemas;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.CompatibilitySamples;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.simulator.fixture.Fixture;
import io.github.cxonetools.simulator.fixture.FixtureFolder;
import io.github.cxonetools.simulator.fixture.FixturePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a comparison leaves behind. */
class CompatibilityFilesTest {

    private static final PageOrigin ORIGIN = new PageOrigin(
            "routing",
            "1.5.0-SNAPSHOT",
            "9f3c2ab14de0c1f5b0d6f0a1b2c3d4e5f6a7b8c9",
            Instant.parse("2026-11-28T14:05:00Z"));

    @TempDir
    Path directory;

    @TempDir
    Path state;

    @Test
    void theJsonHoldsEveryVerdict() throws Exception {
        write(CompatibilitySamples.mixed());

        JsonNode document = CompatibilityJson.read(directory.resolve("compatibility.json"));
        assertThat(document.path("format").intValue()).isEqualTo(1);
        assertThat(document.path("passed").booleanValue()).isFalse();
        assertThat(document.path("undeclaredProperties").stringValue()).isEqualTo("ignore");
        assertThat(document.path("notes").values()).hasSize(1);
        assertThat(document.path("actions").values().stream()
                        .map(action -> action.path("name").stringValue() + " "
                                + action.path("bump").stringValue() + " "
                                + action.path("needs").stringValue() + " "
                                + action.path("passed").booleanValue() + " "
                                + action.at("/sides/0/verdict").stringValue() + " "
                                + action.at("/sides/1/verdict").stringValue()))
                .containsExactly(
                        "SentimentRoutingAction major 2.0.0 false breaking compatible",
                        "Undecided major 2.0.0 false undecided unchanged",
                        "Widened minor 1.5.0 true compatible unchanged",
                        "Unchanged none 1.4.0 true unchanged unchanged");
        JsonNode broken = document.at("/actions/0/sides/0/breaks/0");
        assertThat(broken.path("pointer").stringValue()).isEqualTo("/channel_type");
        assertThat(broken.path("member").stringValue()).isEqualTo("InteractionEvent.channelType");
        assertThat(broken.path("witness")).isEqualTo(Json.read("{\"interaction_id\":\"\",\"channel_type\":\"fax\"}"));
        assertThat(broken.path("fingerprint").stringValue()).matches("[0-9a-f]{12}");
        assertThat(broken.path("accepted").booleanValue()).isFalse();
        assertThat(document.at("/actions/0/sides/1/changes/0").stringValue()).isEqualTo("/confidence_score is new");
        assertThat(document.at("/actions/1/sides/0/breaks/0").has("witness")).isFalse();
    }

    @Test
    void itSaysWhatTheOtherWayWithUndeclaredPropertiesWouldAdd() throws Exception {
        write(CompatibilitySamples.mixed());

        JsonNode document = CompatibilityJson.read(directory.resolve("compatibility.json"));
        assertThat(document.at("/actions/0/sides/0/undeclared").values())
                .singleElement()
                .satisfies(broken -> {
                    assertThat(broken.path("pointer").stringValue()).isEqualTo("/language");
                    assertThat(broken.path("witness").path("language").isMissingNode())
                            .isFalse();
                });
        assertThat(Files.readString(directory.resolve("compatibility.md")))
                .contains("Compared, these would break too:\n\n- SentimentRoutingAction: input /language: ");
        assertThat(Files.readString(directory.resolve("compatibility.html"))).contains("input /language");
    }

    @Test
    void thePageSaysOfWhichBuildItIs() throws Exception {
        write(CompatibilitySamples.mixed());

        assertThat(files().get("compatibility.html"))
                .contains("<strong>routing</strong>", "<span>1.5.0-SNAPSHOT</span>")
                .contains("<code title=\"Commit " + ORIGIN.commit() + "\">9f3c2ab14</code>")
                .contains("<time datetime=\"2026-11-28T14:05:00Z\"");
    }

    @Test
    void aRunLeavesTheSameBytesAsTheOneBefore() throws Exception {
        write(CompatibilitySamples.mixed());
        Map<String, String> first = files();
        write(CompatibilitySamples.mixed());

        assertThat(files()).isEqualTo(first).hasSize(8);
    }

    @Test
    void aPayloadThatAnInputRefusesIsAFixture() throws Exception {
        write(CompatibilitySamples.mixed());

        Findings findings = new Findings();
        List<Fixture> fixtures = FixtureFolder.scan(
                directory.resolve("compatibility"),
                List.of("SentimentRoutingAction", "Undecided", "Widened", "Unchanged"),
                FixturePattern.of(null),
                findings);
        assertThat(findings.messages()).isEmpty();
        assertThat(fixtures).singleElement().satisfies(fixture -> {
            assertThat(fixture.action()).isEqualTo("SentimentRoutingAction");
            assertThat(Json.read(Files.readAllBytes(fixture.file())))
                    .isEqualTo(Json.read("{\"interaction_id\":\"\",\"channel_type\":\"fax\"}"));
        });
    }

    @Test
    void aPayloadThatIsLongerThanAnybodyReadsIsInItsFileAlone() throws Exception {
        write(CompatibilitySamples.report(CompatibilityPolicy.SEMVER, CompatibilitySamples.longPayload()));

        for (Path file : List.of(
                directory.resolve("compatibility.html"),
                directory.resolve("compatibility.md"),
                directory.resolve("xml/TEST-cxone-compatibility.Long.xml"))) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .contains("...")
                    .hasSizeLessThan(60_000);
        }
        JsonNode broken = Json.read(Files.readAllBytes(directory.resolve("compatibility.json")))
                .at("/actions/0/sides/0/breaks/0");
        assertThat(broken.at("/witness/tags")).hasSize(20_001);
        assertThat(Json.read(
                        Files.readAllBytes(directory.resolve(broken.path("file").stringValue()))))
                .isEqualTo(broken.path("witness"));
    }

    @Test
    void whatAnEarlierRunLeftIsRemovedAndNothingElse() throws Exception {
        write(CompatibilitySamples.mixed());
        Path own = Files.writeString(directory.resolve("compatibility/SentimentRoutingAction/mine.json"), "{}");
        Path others = Files.writeString(directory.resolve("xml/TEST-cxone-compatibilityOther.xml"), "<x/>");
        Files.writeString(directory.resolve("xml/TEST-cxone.SentimentRoutingAction.xml"), "<x/>");

        write(CompatibilitySamples.report(CompatibilityPolicy.SEMVER, CompatibilitySamples.unchanged()));

        assertThat(files().keySet())
                .containsExactlyInAnyOrder(
                        "compatibility.json",
                        "compatibility.html",
                        "compatibility.md",
                        "compatibility/SentimentRoutingAction/mine.json",
                        "xml/TEST-cxone-compatibilityOther.xml",
                        "xml/TEST-cxone.SentimentRoutingAction.xml",
                        "xml/TEST-cxone-compatibility.Unchanged.xml");
        assertThat(own).exists();
        assertThat(others).exists();
    }

    @Test
    void jUnitHasACaseASide() throws Exception {
        write(CompatibilitySamples.mixed());

        assertThat(cases("SentimentRoutingAction")).containsExactly("input breaking", "output passed");
        assertThat(cases("Undecided")).containsExactly("input undecided", "output passed");
        assertThat(cases("Widened")).containsExactly("input passed", "output passed");
        Element failure =
                (Element) suite("Undecided").getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).contains("$ref");
        assertThat(suite("SentimentRoutingAction").getAttribute("failures")).isEqualTo("1");
        assertThat(suite("SentimentRoutingAction").getTextContent())
                .contains("1.4.0 accepts and this refuses: {\"interaction_id\":\"\",\"channel_type\":\"fax\"}");
    }

    @Test
    void jUnitFailsOfNothingThatDoesNotFailTheBuild() throws Exception {
        write(CompatibilitySamples.report(CompatibilityPolicy.REPORT, CompatibilitySamples.routing()));
        assertThat(cases("SentimentRoutingAction")).containsExactly("input passed", "output passed");

        write(CompatibilitySamples.report(
                CompatibilityPolicy.SEMVER,
                CompatibilitySamples.routing(new AcceptedBreak(
                        "SentimentRoutingAction", "input", "/channel_type", "enum", "nobody faxes", null))));
        assertThat(cases("SentimentRoutingAction")).containsExactly("input passed", "output passed");
    }

    @Test
    void whatCouldNotBeComparedFailsInJUnitToo() throws Exception {
        write(new CompatibilityReport(
                "com.example:routing",
                "1",
                CompatibilityRules.DEFAULT,
                List.of(),
                List.of(),
                List.of("central answered 500")));

        Element suite = parsed(directory.resolve("xml/TEST-cxone-compatibility.xml"));
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(CompatibilityJson.read(directory.resolve("compatibility.json"))
                        .path("passed")
                        .booleanValue())
                .isFalse();
        assertThat(Files.readString(directory.resolve("compatibility.html"))).contains("central answered 500");
        assertThat(Files.readString(directory.resolve("compatibility.md"))).contains("central answered 500");
    }

    /** A file that is written anew is another one, which is then moved into the place of the first. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Its files have no keys")
    void whatSaysTheSameAgainIsNotMadeAgainAndYetIsOfThisRun() throws Exception {
        write(CompatibilitySamples.mixed());
        Map<String, Object> before = keys();
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        for (String name : before.keySet()) {
            Files.setLastModifiedTime(directory.resolve(name), old);
        }

        write(CompatibilitySamples.mixed());

        before.remove("compatibility.html"); // It tells when this was.
        assertThat(keys()).containsAllEntriesOf(before);
        for (String name : keys().keySet()) {
            assertThat(Files.getLastModifiedTime(directory.resolve(name))).isGreaterThan(old);
        }
    }

    @Test
    void whatOthersDidToAFileIsUndone() throws Exception {
        write(CompatibilitySamples.mixed());
        Map<String, String> before = files();
        for (String name : before.keySet()) {
            Files.writeString(directory.resolve(name), before.get(name).replace('1', '2') + " ");
            write(CompatibilitySamples.mixed());
            assertThat(files()).as(name).isEqualTo(before);

            Files.delete(directory.resolve(name));
            write(CompatibilitySamples.mixed());
            assertThat(files()).as(name).isEqualTo(before);
        }
    }

    @Test
    void whatAnEarlierRunLeftIsRemovedAlsoWhereNothingIsMadeAgain() throws Exception {
        write(CompatibilitySamples.mixed());
        Map<String, String> before = files();
        Files.writeString(directory.resolve("xml/TEST-cxone-compatibility.Gone.xml"), "<testsuite/>");
        Files.createDirectories(directory.resolve("compatibility/Gone"));
        Files.writeString(directory.resolve("compatibility/Gone/0123456789ab.json"), "{}");

        write(CompatibilitySamples.mixed());

        assertThat(files()).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Its files have no keys")
    void anotherVersionOfThePluginMakesThemAgain() throws Exception {
        write(CompatibilitySamples.mixed(), ORIGIN, "1");
        Map<String, Object> before = keys();

        write(CompatibilitySamples.mixed(), ORIGIN, "2");

        assertThat(keys().get("compatibility.json")).isNotEqualTo(before.get("compatibility.json"));
    }

    @Test
    void aPageThatCameMeanwhileIsLinked() throws Exception {
        write(CompatibilitySamples.mixed());
        Files.writeString(directory.resolve("plan.json"), "{}");

        write(CompatibilitySamples.mixed(), ORIGIN, "1");

        assertThat(Files.readString(directory.resolve("compatibility.html"))).contains("href=\"plan.json\"");
    }

    @Test
    void thePageOfARunThatFoundTheSameTellsItsTime() throws Exception {
        PageOrigin later = new PageOrigin(
                ORIGIN.project(), ORIGIN.version(), ORIGIN.commit(), Instant.parse("2026-12-01T07:00:00Z"));
        write(CompatibilitySamples.mixed(), later, "1");
        String made = Files.readString(directory.resolve("compatibility.html"));
        Files.delete(state.resolve("check.state"));
        write(CompatibilitySamples.mixed(), ORIGIN, "1");
        assertThat(Files.readString(directory.resolve("compatibility.html"))).isNotEqualTo(made);

        for (int run = 0; run < 2; run++) {
            write(CompatibilitySamples.mixed(), later, "1");
            assertThat(Files.readString(directory.resolve("compatibility.html")))
                    .isEqualTo(made);
        }
    }

    @Test
    void thePageOfAnotherCommitNamesIt() throws Exception {
        write(CompatibilitySamples.mixed(), ORIGIN, "1");

        write(CompatibilitySamples.mixed(), new PageOrigin("routing", "1", "abcdef0123456789", ORIGIN.time()), "1");

        assertThat(Files.readString(directory.resolve("compatibility.html"))).contains("Commit abcdef0123456789");
    }

    @Test
    void hostileTextsStayTexts() throws Exception {
        write(CompatibilitySamples.report(CompatibilityPolicy.SEMVER, CompatibilitySamples.hostile()));

        assertThat(files().keySet())
                .allMatch(name ->
                        name.matches("(compatibility|xml)/[\\w.-]+(/[0-9a-f]{12}\\.json)?|compatibility\\.\\w+"));
        assertThat(directory.getParent().resolve("Gone<b>")).doesNotExist();
        String html = Files.readString(directory.resolve("compatibility.html"));
        assertThat(html).doesNotContain("<script>alert", "<b>");
        String markdown = Files.readString(directory.resolve("compatibility.md"));
        assertThat(markdown).contains("\\<b\\>").doesNotContain("\u0000");
        parsed(Stream.of(directory.resolve("xml").toFile().listFiles())
                .findFirst()
                .orElseThrow()
                .toPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"format\": 2, \"actions\": []}", "{\"format\": 1}", "{"})
    void whatIsNoneOfItsFilesIsRefused(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("compatibility.json"), content);

        assertThatThrownBy(() -> CompatibilityJson.read(file))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining(file.toString())
                .hasMessageEndingWith("Run: mvn verify");
    }

    private void write(CompatibilityReport report) throws CxoneException, IOException {
        write(report, ORIGIN, "1");
        assertThat(ReportSchemas.assertAllValid(directory)).isPositive();
    }

    private void write(CompatibilityReport report, PageOrigin origin, String pluginVersion) throws CxoneException {
        new CompatibilityFiles(directory, directory.resolve("xml"), state.resolve("check.state"), pluginVersion)
                .write(report, origin);
    }

    private Map<String, Object> keys() throws IOException {
        Map<String, Object> keys = new TreeMap<>();
        for (String name : files().keySet()) {
            keys.put(
                    name,
                    Files.readAttributes(directory.resolve(name), BasicFileAttributes.class)
                            .fileKey());
        }
        return keys;
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private Element suite(String action) throws Exception {
        return parsed(directory.resolve("xml/TEST-cxone-compatibility." + action + ".xml"));
    }

    private static Element parsed(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    /** Each case's name and its failure's type. */
    private List<String> cases(String action) throws Exception {
        var cases = suite(action).getElementsByTagName("testcase");
        return Stream.iterate(0, i -> i < cases.getLength(), i -> i + 1)
                .map(i -> (Element) cases.item(i))
                .map(each -> {
                    var failures = each.getElementsByTagName("failure");
                    return each.getAttribute("name") + " "
                            + (failures.getLength() == 0
                                    ? "passed"
                                    : ((Element) failures.item(0)).getAttribute("type"));
                })
                .toList();
    }
}
