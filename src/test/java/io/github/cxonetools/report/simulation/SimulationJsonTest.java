package io.github.cxonetools.report.simulation;

import io.github.cxonetools.ReportSchemas;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.SimulationReports;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SimulationJsonTest {

    @TempDir
    Path directory;

    @AfterEach
    void whatWasWrittenIsValid() throws Exception {
        ReportSchemas.assertAllValid(directory);
    }

    @Test
    void readsBackWhatItHasWritten() throws Exception {
        Path file = directory.resolve("cxone/simulation.json");
        SimulationJson.write(SimulationReports.hostile(directory.resolve("src")), file, directory);

        SimulationReport read = SimulationJsonReader.read(file);

        String lossy = SimulationReports.HOSTILE.replace('\uD800', '?');
        assertThat(read.toString().replace('\uD800', '?'))
                .isEqualTo(SimulationReports.hostile(Path.of("src")).toString().replace('\uD800', '?'));
        assertThat(read.findings().get(0).replace('\uD800', '?')).endsWith(lossy);
    }

    @Test
    void readsBackProbesAndDifferences() throws Exception {
        Path file = directory.resolve("simulation.json");
        SimulationJson.write(SimulationReports.probed(directory.resolve("src")), file, directory);

        assertThat(SimulationJsonReader.read(file)).isEqualTo(SimulationReports.probed(Path.of("src")));
        assertThat(Json.read(Files.readAllBytes(file))
                        .at("/actions/0/probes/failed")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void namesFilesRelativeToTheProject() throws Exception {
        Path file = directory.resolve("simulation.json");
        SimulationJson.write(SimulationReports.hostile(directory.resolve("src")), file, directory);

        JsonNode good = Json.read(Files.readAllBytes(file)).at("/actions/0/fixtures/1");

        assertThat(good.get("file").asString()).isEqualTo("src/good.json");
        assertThat(good.get("passed").asBoolean()).isTrue();
        assertThat(good.get("result"))
                .hasToString("{\"status\":\"success\",\"output\":{\"a\":1.50},\"latency_ms\":0.5}");
        assertThat(good.get("latency"))
                .hasToString("{\"count\":3,\"min\":0.25,\"p50\":0.5,\"p95\":0.75,\"p99\":1,\"max\":1.25}");
    }

    @Test
    void saysHowToMendAFileThatIsNoSimulation() throws Exception {
        Path file = Files.writeString(directory.resolve("no-simulation.json"), "{\"actions\":[");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> SimulationJsonReader.read(file))
                .withMessageContaining("no-simulation.json is not a simulation: line 1, column")
                .withMessageEndingWith("Run cxone:simulate again");
    }
}
