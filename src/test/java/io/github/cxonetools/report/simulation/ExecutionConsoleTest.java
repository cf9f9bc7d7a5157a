package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.LocalExecution;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.fixture.Fixture;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExecutionConsoleTest {

    private static final Fixture FIXTURE = new Fixture("Routing", "gold", Path.of("gold.json"), null);

    @Test
    void showsWhereAHandlerThrewItsOwnFramesOnly() {
        String stack = "a.B: no\n\tat java.util.Map.of(Map.java:1)\n\tat com.example.Lookup.of(Lookup.java:14)\n"
                + "Caused by: a.C: why\n\tat com.example.Store.read(Store.java:3)\n\t... 1 more\n";

        String line = ExecutionConsole.line(
                FIXTURE,
                new LocalExecution(ExecutionResult.error("runtime", "HTTP 500: a.B: no", 2.0), true, false, stack));

        assertThat(line).contains("Routing/gold", "runtime", "HTTP 500: a.B: no");
        assertThat(line.lines().skip(1).map(String::strip))
                .containsExactly(
                        "at com.example.Lookup.of(Lookup.java:14)",
                        "… 1 frame of others",
                        "Caused by: a.C: why",
                        "at com.example.Store.read(Store.java:3)");
    }

    @Test
    void tellsAHandlerThatIsNotThereFromOneThatFailed() {
        ExecutionResult refused =
                ExecutionResult.error("runtime", "java.net.ConnectException: nothing listens at 127.0.0.1:1", null);

        assertThat(ExecutionConsole.line(FIXTURE, new LocalExecution(refused, false, false, null)))
                .contains("error (runtime), handler not reachable  ", "nothing listens at 127.0.0.1:1")
                .doesNotContain(" ms");
        assertThat(ExecutionConsole.line(FIXTURE, LocalExecution.of(ExecutionResult.error("runtime", "HTTP 503", 1.0))))
                .contains("error (runtime)  1.0 ms  HTTP 503");
    }

    @Test
    void marksAColdStart() {
        ExecutionResult success = ExecutionResult.success(Json.read("{}"), 89.4);

        assertThat(ExecutionConsole.line(FIXTURE, new LocalExecution(success, true, true, null)))
                .contains("89.4 ms (cold start)");
        assertThat(ExecutionConsole.line(FIXTURE, LocalExecution.of(success))).doesNotContain("cold");
    }
}
