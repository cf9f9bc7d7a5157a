package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.fixture.Fixture;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words for the console what became of fixtures that were sent to a tenant: a line for each, then the total. */
public final class ExecutionConsole {

    private static final int LONGEST_OUTPUT = 300;

    private ExecutionConsole() {}

    /** {@code Greeting/hello  success  0.8 ms  {"text":"Hello"}}. */
    public static String line(Fixture fixture, ExecutionResult result) {
        String latency = result.latencyMs() == null ? "" : String.format(Locale.ROOT, "  %.1f ms", result.latencyMs());
        String outcome = result.isSuccess() ? "success" : "error (" + result.type() + ")";
        String detail = result.output() == null ? String.valueOf(result.message()) : Json.compact(result.output());
        return fixture.action() + "/" + fixture.name() + "  " + outcome + latency + "  "
                + (detail.length() > LONGEST_OUTPUT ? detail.substring(0, LONGEST_OUTPUT) + " …" : detail);
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
