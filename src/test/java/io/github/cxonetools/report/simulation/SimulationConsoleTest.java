package io.github.cxonetools.report.simulation;

import io.github.cxonetools.report.SimulationReports;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationConsoleTest {

    private final List<String> lines = new ArrayList<>();
    private final SimulationConsole console = new SimulationConsole(
            line -> lines.add("I " + line), line -> lines.add("W " + line), line -> lines.add("E " + line));

    @Test
    void saysOneLineForAFailingFixtureAndOneForItsAction() {
        SimulationReport report = SimulationReports.hostile(Path.of("src"));

        console.played(report.actions().get(0));
        console.finished(report);

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .startsWith("E Routing/bad a\\u0000b\\u001B[31m")
                .contains("(src/bad \"'<b> name.json): /output/a: expected 1, was ")
                .endsWith("; more")
                .doesNotContainPattern("\\p{Cntrl}");
        assertThat(lines.get(1))
                .isEqualTo("I Routing 1.0.0: 1 of 3 fixtures failed; latency of 3 calls: min 0.25 ms, p50 0.50, "
                        + "p95 0.75, p99 1.00, max 1.25");
        assertThat(lines.get(2)).startsWith("E orphan.expected.json: a\\u0000b").doesNotContainPattern("\\p{Cntrl}");
        assertThat(lines.get(3)).isEqualTo("I 3 fixtures of 1 action, 1 failed, 1 finding in the fixtures' folder");
    }

    @Test
    void saysNothingOfLatencyWhereNoHandlerWasCalled() {
        console.played(new ActionReport(
                "A",
                "1",
                SimulationReports.hostile(Path.of(""))
                        .actions()
                        .get(0)
                        .fixtures()
                        .subList(1, 2),
                Latency.NONE,
                ""));

        assertThat(lines).containsExactly("I A 1: 1 fixture passed");
    }

    @Test
    void saysHowToMakeTheFirstFixture() {
        console.noFixtures("A", Path.of("src/test/cxone/A/first.json"));

        assertThat(lines)
                .containsExactly("W A: no fixtures. Put a payload as CXone sends it into src/test/cxone/A/first.json");
    }

    @Test
    void saysHowToRepeatProbesAndHowFarALongRunIs() {
        console.probing("A", 40, -7);
        console.progress("A", 1000, 5000);

        assertThat(lines)
                .containsExactly(
                        "I A: 40 probes (the same again with -Dcxone.probeSeed=-7)",
                        "I A: 1000 of 5000 fixtures played");
    }
}
