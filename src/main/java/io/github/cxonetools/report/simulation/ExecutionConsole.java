package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.LocalExecution;
import io.github.cxonetools.execution.OwnFrames;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.fixture.Fixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words for the console what became of fixtures that were sent to a tenant: a line for each, then the total. */
public final class ExecutionConsole {

    private static final int LONGEST_OUTPUT = 300;

    private ExecutionConsole() {}

    /**
     * {@code Greeting/hello  success  0.8 ms  {"text":"Hello"}}; of a handler that threw, the frames of its stack on lines of
     * their own, its own frames before others.
     */
    public static String line(Fixture fixture, LocalExecution execution) {
        return result(fixture, execution) + stack(execution);
    }

    private static String stack(LocalExecution execution) {
        List<String> frames = execution.stack() == null ? List.of() : OwnFrames.told(execution.stack());
        return frames.stream().map(frame -> "\n    " + frame).collect(Collectors.joining());
    }

    private static String result(Fixture fixture, LocalExecution execution) {
        ExecutionResult result = execution.result();
        String latency = result.latencyMs() == null ? "" : String.format(Locale.ROOT, "  %.1f ms", result.latencyMs());
        latency += execution.cold() ? " (cold start)" : "";
        String outcome = outcome(execution);
        String detail = result.output() == null ? String.valueOf(result.message()) : Json.compact(result.output());
        return fixture.action() + "/" + fixture.name() + "  " + outcome + latency + "  "
                + (detail.length() > LONGEST_OUTPUT ? detail.substring(0, LONGEST_OUTPUT) + " …" : detail);
    }

    private static String outcome(LocalExecution execution) {
        ExecutionResult result = execution.result();
        if (result.isSuccess()) {
            return "success";
        }
        return "error (" + result.type() + ")" + (execution.reached() ? "" : ", handler not reachable");
    }

    /**
     * Where fixtures were looked for, and where to put some.
     *
     * @param glob on {@code Action/case}, or null where all were meant
     */
    public static String noFixtures(Path directory, @Nullable String glob) {
        return "No fixtures in " + directory + (glob == null ? "" : " match " + glob)
                + ". Write a payload to <Action>/<case>.json there";
    }

    /** {@code Executed 8 fixtures: 7 success, 1 error}. */
    public static String total(int executed, int errors) {
        return "Executed " + executed + (executed == 1 ? " fixture: " : " fixtures: ") + (executed - errors)
                + " success, " + errors + " error";
    }
}
