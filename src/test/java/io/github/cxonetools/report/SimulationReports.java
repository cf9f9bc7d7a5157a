package io.github.cxonetools.report;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.simulation.JUnitRun;
import io.github.cxonetools.report.simulation.ReplayCommands;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.LatencyProfile;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.ShellWord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A simulation with one of each kind of result, and with names and texts that try to break reports. */
public final class SimulationReports {

    public static final String HOSTILE = "a\u0000b\u001B[31m\uFFFE \uD800 </script><script>alert('&\"]]>') \r\n\t😀";

    /** Commands as they are typed in the project's own directory. */
    public static final ReplayCommands AGAIN = new ReplayCommands() {
        @Override
        public String fixture(String action, String name) {
            return "mvn cxone:simulate -Dcxone.fixture=" + ShellWord.quoted(action + "/" + name);
        }

        @Override
        public String probes(String action, long seed) {
            return "mvn cxone:simulate -Dcxone.fixture='" + action + "/probe-*' -Dcxone.probeSeed=" + seed;
        }
    };

    private SimulationReports() {}

    /** An execution that has the actions {@code names}. */
    public static JUnitRun run(Path base, String... names) {
        return new JUnitRun(base, "default-simulate", Instant.parse("2026-01-02T03:04:05.678Z"), Set.of(names));
    }

    /** Fixtures of which one fails, and probes that fail in two ways. */
    public static SimulationReport probed(Path base) {
        ActionReport action = hostile(base).actions().get(0);
        FixtureReport different = new FixtureReport(
                "different",
                base.resolve("different.json"),
                ExecutionResult.success(Json.read("{\"a\":1}"), 0.5),
                List.of("/output/a: expected 2, was 1", "/output/b: expected nothing more, was 3", "other"),
                action.latency(),
                "{}",
                "",
                null,
                List.of(new ValueDifference("/output/a", "2", "1"), new ValueDifference("/output/b", null, "3")),
                Json.read("{\"status\":\"success\",\"output\":{\"a\":2}}"));
        ProbeReport probes = new ProbeReport(
                40,
                7,
                action.latency(),
                List.of(
                        new ProbeReport.ProbeFailure(probe("probe-0000000a", "/a is null"), 3),
                        new ProbeReport.ProbeFailure(probe("probe-0000000b", "/b is null"), 1)),
                List.of("2 probes not run, because the handler ended its JVM 5 times"),
                2);
        return new SimulationReport(
                List.of(new ActionReport(
                        "Routing",
                        "1.0.0",
                        List.of(different, action.fixtures().get(1)),
                        action.latency(),
                        "",
                        probes,
                        new LatencyProfile(
                                new LatencyProfile.FirstCall("a", 12.5),
                                action.latency(),
                                List.of(new LatencyProfile.Bin(0.251, 0.316, 2))))),
                List.of());
    }

    private static FixtureReport probe(String name, String words) {
        return new FixtureReport(
                name,
                null,
                ExecutionResult.error(ExecutionResult.VALIDATION, "output: " + words, 0.25),
                List.of("a valid payload: validation error: output: " + words),
                Latency.NONE,
                "{}",
                "",
                null);
    }

    public static SimulationReport hostile(Path base) {
        Latency latency = new Latency(3, 0.25, 0.5, 0.75, 1.0, 1.25);
        FixtureReport good = new FixtureReport(
                "good",
                base.resolve("good.json"),
                ExecutionResult.success(Json.read("{\"a\":1.50}"), 0.5),
                List.of(),
                latency,
                null,
                "",
                null);
        FixtureReport bad = new FixtureReport(
                "bad " + HOSTILE,
                base.resolve("bad \"'<b> name.json"),
                ExecutionResult.error(ExecutionResult.RUNTIME, HOSTILE, 1.25),
                List.of("/output/a: expected 1, was " + HOSTILE, "more"),
                latency,
                HOSTILE,
                HOSTILE,
                HOSTILE);
        FixtureReport refused = new FixtureReport(
                "refused",
                base.resolve("refused.json"),
                ExecutionResult.error(ExecutionResult.VALIDATION, "input: /a is missing", null),
                List.of(),
                Latency.NONE,
                null,
                "",
                null);
        return new SimulationReport(
                List.of(new ActionReport("Routing", "1.0.0", List.of(bad, good, refused), latency, "late " + HOSTILE)),
                List.of("orphan.expected.json: " + HOSTILE));
    }
}
