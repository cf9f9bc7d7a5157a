package io.github.cxonetools.report;

import io.github.cxonetools.simulator.SimulationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JUnitXmlTest {

    @TempDir
    Path directory;

    @Test
    void isReadByTheParserOfSurefireReports() throws Exception {
        JUnitXml.write(SimulationReports.hostile(Path.of("src")), directory);

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

    @Test
    void holdsNoPayloadThatTheReportDoesNotKeep() throws Exception {
        JUnitXml.write(SimulationReports.hostile(Path.of("src")), directory);

        assertThat(Files.readString(directory.resolve("TEST-cxone.Routing.xml")))
                .doesNotContain("1.50");
    }

    @Test
    void removesFindingsThatAreMended() throws Exception {
        SimulationReport report = SimulationReports.hostile(Path.of("src"));
        JUnitXml.write(report, directory);
        JUnitXml.write(new SimulationReport(report.actions(), List.of()), directory);

        assertThat(directory).isDirectoryContaining("glob:**/TEST-cxone.Routing.xml");
        assertThat(directory.resolve("TEST-cxone.xml")).doesNotExist();
    }

    private List<ReportTestSuite> parse() {
        return new SurefireReportParser(List.of(directory.toFile()), new NullConsoleLogger()).parseXMLReportFiles();
    }
}
