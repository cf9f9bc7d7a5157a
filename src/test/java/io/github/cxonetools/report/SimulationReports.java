package io.github.cxonetools.report;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.simulation.JUnitRun;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A simulation with one of each kind of result, and with names and texts that try to break reports. */
public final class SimulationReports {

    public static final String HOSTILE = "a\u0000b\u001B[31m\uFFFE \uD800 </script><script>alert('&\"]]>') \r\n\t😀";

    private SimulationReports() {}

    /** An execution that has the actions {@code names}. */
    public static JUnitRun run(Path base, String... names) {
        return new JUnitRun(base, "default-simulate", Instant.parse("2026-01-02T03:04:05.678Z"), Set.of(names));
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
