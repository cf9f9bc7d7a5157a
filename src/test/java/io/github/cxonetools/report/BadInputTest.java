package io.github.cxonetools.report;

import io.github.cxonetools.ReportSchemas;
import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerAnswer;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.simulation.JUnitXml;
import io.github.cxonetools.report.simulation.SimulationConsole;
import io.github.cxonetools.report.simulation.SimulationJson;
import io.github.cxonetools.report.simulation.SimulationJsonReader;
import io.github.cxonetools.report.simulation.SimulationPage;
import io.github.cxonetools.report.simulation.SimulationSource;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.simulator.SimulatedAction;
import io.github.cxonetools.simulator.SimulationSettings;
import io.github.cxonetools.simulator.Simulator;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.ReportPayloads;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.Secrets;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything that can be wrong with a fixture, in one folder: one finding each, and reports that can be read. */
class BadInputTest {

    private static final String SCHEMA = """
            {"type":"object","required":["n"],"properties":{"n":{"type":"number","maximum":1.0}}}""";

    /** The file's name, and what its finding says. */
    private final Map<String, String> bad = new LinkedHashMap<>();

    private final List<String> findings = new ArrayList<>();

    @TempDir
    Path project;

    @AfterEach
    void whatWasWrittenIsValid() throws Exception {
        ReportSchemas.assertAllValid(folder);
    }

    private Path folder;

    @BeforeEach
    void write() throws Exception {
        folder = Files.createDirectories(project.resolve("fixtures/Echo"));
        put("no-json", "{\"who\":\"Ada\",\n oops}", "input: / line 2, column ");
        put("bom", "\uFEFF{\"n\":1}", "byte order mark");
        put("empty", "", "line 1, column 1: empty");
        put("utf-16", "{\"n\":1}".getBytes(StandardCharsets.UTF_16), "UTF-16");
        put("utf-16-unmarked", "{\"n\":1}".getBytes(StandardCharsets.UTF_16LE), "UTF-16");
        put("latin", "{\"n\":1,\"t\":\"é\"}".getBytes(Charset.forName("ISO-8859-1")), "line 1, column ");
        put("twice", "{\"n\":1,\"n\":2}", "Duplicate");
        put("nan", "{\"n\":NaN}", "NaN");
        put("trailing", "{\"n\":1} more", "line 1, column ");
        put("deep", "{\"n\":1,\"d\":" + "[".repeat(500) + "]".repeat(500) + "}", "500");
        put("large", "{\"n\":" + " ".repeat(2000) + "1}", "larger than 2000 bytes (maxPayloadBytes)");
        put("beyond-double", "{\"n\":1.0000000000000000001}", "input: /n is greater than 1.0");
        put("beyond-everything", "{\"n\":1E400}", "input: /n is greater than 1.0");
        put("a b'\"<script>alert(1)</script>".replace('/', '|') + "]]>..&amp;", "{", "line 1, column ");
        put("..up", "{", "line 1, column ");
        put("controls \u0001\u001B[31m\u007F\u0085", "{\"n\":\"\u0001\"}", "line 1, column ");
        Path elsewhere = Files.writeString(project.resolve("secret.json"), "{\"n\":0}");
        Files.createSymbolicLink(folder.resolve("link.json"), elsewhere);
        findings.add("link.json: a link out of the fixtures' folder");
        Files.writeString(folder.resolve("orphan.expected.json"), "{}");
        findings.add("orphan.expected.json: expects something of a fixture that is not there");
        Files.createDirectories(project.resolve("fixtures/<b>Unknown"));
        findings.add("no action is named <b>Unknown");
        Files.createDirectory(folder.resolve("folder.json"));
        findings.add("folder.json: is not a file");
        Files.writeString(folder.resolve("good.json"), "{\"n\":0.5}");
    }

    private void put(String name, String payload, String finding) throws Exception {
        put(name, payload.getBytes(StandardCharsets.UTF_8), finding);
    }

    private void put(String name, byte[] payload, String finding) throws Exception {
        Files.write(folder.resolve(name + ".json"), payload);
        bad.put(name, finding);
    }

    @Test
    void eachBadInputIsOneClearFinding() throws Exception {
        SimulationReport report = simulate(ReportPayloads.FAILED);

        List<FixtureReport> fixtures = report.actions().get(0).fixtures();
        assertThat(fixtures).hasSize(bad.size() + 1);
        for (FixtureReport fixture : fixtures) {
            if (fixture.name().equals("good")) {
                assertThat(fixture.passed()).isTrue();
            } else {
                assertThat(fixture.failures())
                        .as(fixture.name())
                        .singleElement()
                        .asString()
                        .startsWith("validation error: input: /")
                        .contains(bad.get(fixture.name()));
            }
        }
        assertThat(report.findings()).hasSameSizeAs(findings);
        findings.forEach(finding -> assertThat(report.findings())
                .anySatisfy(found -> assertThat(found).contains(finding)));
    }

    @ParameterizedTest
    @EnumSource
    void leavesEveryReportWellFormed(ReportPayloads kept) throws Exception {
        SimulationReport report = simulate(kept);

        JUnitXml.write(report, project.resolve("xml"), SimulationReports.run(project));
        Path json = project.resolve("simulation.json");
        SimulationJson.write(report, json, project);
        Path html = project.resolve("simulation.html");
        new SimulationPage().write(report, SimulationSource.of(PageOrigin.UNKNOWN, project), html);

        assertThat(tests("TEST-cxone.Echo.xml")).isEqualTo(bad.size() + 1);
        assertThat(tests("TEST-cxone.xml")).isEqualTo(findings.size());
        assertThat(new SurefireReportParser(List.of(project.resolve("xml").toFile()), new NullConsoleLogger())
                        .parseXMLReportFiles())
                .hasSize(2);
        assertThat(SimulationJsonReader.read(json).actions().get(0).fixtures()).hasSize(bad.size() + 1);
        assertThat(Files.readString(html))
                .contains("\\u003cscript\\u003ealert(1)")
                .doesNotContain("<script>alert", "<b>Unknown")
                .doesNotContainPattern("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]");
        boolean shown = Files.readString(html).contains("Ada")
                && Files.readString(json).contains("Ada")
                && Files.readString(project.resolve("xml/TEST-cxone.Echo.xml")).contains("Ada");
        assertThat(shown).isEqualTo(kept != ReportPayloads.NONE);
        assertThat(Files.readString(json).contains("0.5}\"")).isEqualTo(kept == ReportPayloads.ALL);
    }

    private int tests(String file) throws Exception {
        byte[] bytes = Files.readAllBytes(project.resolve("xml").resolve(file));
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        assertThat(xml.getElementsByTagName("testcase").getLength())
                .isEqualTo(Integer.parseInt(xml.getDocumentElement().getAttribute("tests")));
        return xml.getElementsByTagName("testcase").getLength();
    }

    private SimulationReport simulate(ReportPayloads kept) throws Exception {
        ActionDefinition action = new ActionDefinition("Echo", "1", null, "x", null, null, null, 5000);
        Contract contract = new Contract("Echo", "1", null, 5000, Json.read(SCHEMA), Json.read("{}"));
        Handler echo = (payload, timeout) -> new HandlerAnswer.Output(payload, 0.1);
        SimulationSettings settings =
                new SimulationSettings(folder.resolveSibling(""), null, null, false, 1, 0, false, 0, null, 2000, kept);
        return Simulator.run(
                List.of(new SimulatedAction(action, contract, echo)),
                settings,
                new SimulationConsole(
                        new ConsoleLog(line -> {}, line -> {}, line -> {}), SimulationReports.AGAIN, Secrets::new));
    }
}
