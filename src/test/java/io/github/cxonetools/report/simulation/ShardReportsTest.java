package io.github.cxonetools.report.simulation;

import io.github.cxonetools.ReportSchemas;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.SimulationReports;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.simulator.fixture.Shard;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Reports of a part of the fixtures name it. */
class ShardReportsTest {

    @TempDir
    Path directory;

    @AfterEach
    void whatWasWrittenIsValid() throws Exception {
        ReportSchemas.assertAllValid(directory);
    }

    private SimulationReport report;

    @BeforeEach
    void takeAPart() throws Exception {
        SimulationReport whole = SimulationReports.hostile(directory);
        report = new SimulationReport(
                whole.actions(), new SimulationReport.ShardOf(new Shard(2, 5), 1234), List.of("a finding"));
    }

    @Test
    void theLastLineNamesIt() {
        assertThat(SimulationConsole.total(report, ConsoleStyle.PLAIN)).contains(" (shard 2/5 of 1,234 fixtures), ");
        assertThat(SimulationConsole.total(new SimulationReport(report.actions(), List.of()), ConsoleStyle.PLAIN))
                .doesNotContain("shard");
    }

    @Test
    void theJsonNamesItAndIsReadBack() throws Exception {
        Path file = directory.resolve("simulation.json");
        SimulationJson.write(report, file, directory);

        JsonNode document = Json.read(Files.readAllBytes(file));
        assertThat(document.path("shard").stringValue()).isEqualTo("2/5");
        assertThat(document.path("fixturesOfAllShards").intValue()).isEqualTo(1234);
        assertThat(SimulationJsonReader.read(file).shard()).isEqualTo(report.shard());

        SimulationJson.write(new SimulationReport(report.actions(), List.of()), file, directory);
        assertThat(Json.read(Files.readAllBytes(file)).has("shard")).isFalse();
        assertThat(SimulationJsonReader.read(file).shard()).isNull();
    }

    @Test
    void thePageNamesIt() throws Exception {
        Path page = directory.resolve("simulation.html");
        new SimulationPage().write(report, SimulationSource.of(PageOrigin.UNKNOWN, directory), page);

        assertThat(Files.readString(page)).contains("shard 2/5 of 1,234 fixtures");
        assertThat(new SimulationPage().siteBody(report, directory)).contains("shard 2/5 of 1,234 fixtures");
    }

    @Test
    void jUnitNamesItInEachSuite() throws Exception {
        JUnitXml.write(report, directory, SimulationReports.run(directory));

        List<Path> suites;
        try (var files = Files.list(directory)) {
            suites = files.toList();
        }
        assertThat(suites).hasSizeGreaterThan(1).allSatisfy(suite -> assertThat(Files.readString(suite))
                .contains("<property name=\"cxone.shard\" value=\"2/5\""));
    }
}
