package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.report.SimulationReports;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

class JUnitXmlTest {

    @TempDir
    Path directory;

    @Test
    void isReadByTheParserOfSurefireReports() throws Exception {
        JUnitXml.write(
                SimulationReports.hostile(Path.of("src")),
                directory,
                SimulationReports.run(Path.of("").toAbsolutePath()));

        List<ReportTestSuite> suites = parse();

        assertThat(suites)
                .extracting(ReportTestSuite::getFullClassName)
                .containsExactlyInAnyOrder("cxone.Routing", "cxone");
        ReportTestSuite suite = suites.stream()
                .filter(each -> each.getFullClassName().equals("cxone.Routing"))
                .findFirst()
                .orElseThrow();
        assertThat(suite.getNumberOfTests()).isEqualTo(3);
        assertThat(suite.getNumberOfFailures()).isEqualTo(1);
        ReportTestCase bad = suite.getTestCases().get(0);
        assertThat(bad.hasFailure()).isTrue();
        assertThat(bad.getName())
                .startsWith("bad a\\u0000b\\u001B[31m\\uFFFE \\uD800 </script>")
                .endsWith("😀");
        assertThat(bad.getFailureMessage())
                .startsWith("/output/a: expected 1, was a\\u0000b")
                .endsWith("; more");
        assertThat(bad.getFailureType()).isEqualTo("runtime");
        assertThat(bad.getFailureDetail()).contains("payload: a\\u0000b");
        assertThat(suite.getTestCases().get(1).isSuccessful()).isTrue();
    }

    /** Each that XML 1.0 does not take, and each that a parser would lose, is seen as an escape. */
    @Test
    void writesEveryCharacterSoThatItCanBeReadBack() throws Exception {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c <= 0x100; c++) {
            all.append(c);
        }
        all.append("|\u2028|\uD7FF|\uD83D|\uDE00|\uE000|\uFFFD|\uFFFE|\uFFFF|😀|]]>|<![CDATA[|&lt;|-->|");
        JUnitXml.write(
                report(all.toString()),
                directory,
                SimulationReports.run(Path.of("").toAbsolutePath()));

        ReportTestCase read = parse().get(0).getTestCases().get(0);
        String details = read.getFailureDetail();
        assertThat(read.getName()).isEqualTo(escaped(all.toString(), true));
        assertThat(read.getFailureMessage()).isEqualTo(escaped(all.toString(), true));
        assertThat(details).contains("payload: (" + escaped(all.toString(), false));
        assertThat(Files.readString(directory.resolve("TEST-cxone.A.xml")))
                .contains("<system-out>"
                        + escaped(all.toString(), false)
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;"));
    }

    private static SimulationReport report(String text) {
        FixtureReport fixture = new FixtureReport(
                text,
                null,
                ExecutionResult.error("runtime", text, 1.0),
                List.of(text),
                Latency.NONE,
                "(" + text + ")",
                text,
                text);
        return new SimulationReport(
                List.of(new ActionReport("A", "1", List.of(fixture), Latency.NONE, text)), List.of());
    }

    private static String escaped(String text, boolean oneLine) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean kept = c >= 0x20 && c < 0x7F
                    || c > 0x9F && !(c >= 0xD800 && c <= 0xDFFF) && c < 0xFFFE && c != 0xAD && c != 0x2028
                    || c > 0xFFFF
                    || !oneLine && (c == '\t' || c == '\n');
            String name = oneLine && c == '\t' ? "\\t" : oneLine && c == '\n' ? "\\n" : null;
            escaped.append(kept ? Character.toString(c) : name != null ? name : String.format("\\u%04X", c));
        });
        return escaped.toString();
    }

    /** A case that passes, above those of the same probes that do not, would say that nothing is wrong. */
    @Test
    void saysWhichProbesFailAndThatAllPassOnlyWhereTheyDo() throws Exception {
        SimulationReport report = SimulationReports.probed(directory);
        JUnitXml.write(report, directory, SimulationReports.run(directory));

        assertThat(Files.readString(directory.resolve("TEST-cxone.Routing.xml")))
                .contains("tests=\"5\"", "failures=\"4\"", "name=\"probe-0000000a\"", "2 probes not run");

        ActionReport action = report.actions().get(0);
        ProbeReport passed = new ProbeReport(40, 7, Latency.NONE, List.of(), List.of(), 0);
        ActionReport good = new ActionReport("Routing", "1", List.of(), action.latency(), "", passed);
        JUnitXml.write(new SimulationReport(List.of(good), List.of()), directory, SimulationReports.run(directory));

        assertThat(Files.readString(directory.resolve("TEST-cxone.Routing.xml")))
                .contains("tests=\"1\"", "failures=\"0\"", "name=\"40 probes, seed 7\"");
    }

    @Test
    void holdsNoPayloadThatTheReportDoesNotKeep() throws Exception {
        JUnitXml.write(
                SimulationReports.hostile(Path.of("src")),
                directory,
                SimulationReports.run(Path.of("").toAbsolutePath()));

        assertThat(Files.readString(directory.resolve("TEST-cxone.Routing.xml")))
                .doesNotContain("1.50");
    }

    @Test
    void removesFindingsThatAreMended() throws Exception {
        SimulationReport report = SimulationReports.hostile(Path.of("src"));
        JUnitXml.write(report, directory, SimulationReports.run(Path.of("").toAbsolutePath()));
        JUnitXml.write(
                new SimulationReport(report.actions(), List.of()),
                directory,
                SimulationReports.run(Path.of("").toAbsolutePath()));

        assertThat(directory).isDirectoryContaining("glob:**/TEST-cxone.Routing.xml");
        assertThat(directory.resolve("TEST-cxone.xml")).doesNotExist();
    }

    @Test
    void aSuiteTakesAsLongAsItsCasesTogether() throws Exception {
        JUnitXml.write(SimulationReports.hostile(Path.of("src")), directory, SimulationReports.run(directory));

        Document xml = read("TEST-cxone.Routing.xml");
        BigDecimal sum = BigDecimal.ZERO;
        NodeList cases = xml.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            sum = sum.add(new BigDecimal(((Element) cases.item(i)).getAttribute("time")));
        }
        assertThat(sum).isPositive();
        assertThat(xml.getDocumentElement().getAttribute("time")).isEqualTo(sum.toPlainString());
    }

    @Test
    void saysWhenASuiteRanAndWhereItsFixturesAre() throws Exception {
        Path base = Path.of("").toAbsolutePath();
        JUnitXml.write(SimulationReports.hostile(base.resolve("src")), directory, SimulationReports.run(base));

        Element suite = read("TEST-cxone.Routing.xml").getDocumentElement();
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-01-02T03:04:05");
        assertThat(suite.getAttribute("file")).isEqualTo("src");
        assertThat(((Element) suite.getElementsByTagName("testcase").item(1)).getAttribute("file"))
                .isEqualTo("src/good.json");
        assertThat(read("TEST-cxone.xml").getDocumentElement().getAttribute("timestamp"))
                .isNotEmpty();
    }

    @Test
    void removesTheSuiteOfAnActionThatIsGoneAndNoOther() throws Exception {
        JUnitXml.write(report("x"), directory, SimulationReports.run(directory, "A", "Other"));
        Files.copy(directory.resolve("TEST-cxone.A.xml"), directory.resolve("TEST-cxone.Other.xml"));
        Files.writeString(directory.resolve("TEST-cxone.Surefire.xml"), "<testsuite name=\"cxone.Surefire\"/>");
        Files.writeString(
                directory.resolve("TEST-cxone.Elsewhere.xml"),
                Files.readString(directory.resolve("TEST-cxone.A.xml")).replace("default-simulate", "other"));

        JUnitXml.write(
                new SimulationReport(List.of(), List.of()), directory, SimulationReports.run(directory, "Other"));

        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "TEST-cxone.Other.xml", "TEST-cxone.Surefire.xml", "TEST-cxone.Elsewhere.xml");
        }
    }

    private Document read(String file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(directory.resolve(file).toFile());
    }

    private List<ReportTestSuite> parse() {
        return new SurefireReportParser(List.of(directory.toFile()), new NullConsoleLogger()).parseXMLReportFiles();
    }
}
