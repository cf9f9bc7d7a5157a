package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.LocalExecution;
import io.github.cxonetools.execution.OwnFrames;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.simulator.fixture.Fixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for the console what became of fixtures that were sent to a tenant: a line for each, then the total. */
public final class ExecutionConsole {

    private static final int MOST_CHARACTERS = 2000;

    /** Of an answer, however long the fixture's name is. */
    private static final int FEWEST_COLUMNS = 12;

    private ExecutionConsole() {}

    /**
     * {@code Greeting/hello  success  812 µs  {"text":"Hello"}}, cut where the console ends; of a handler that threw, the
     * frames of its stack on lines of their own, its own frames before others.
     */
    public static List<String> lines(Fixture fixture, LocalExecution execution, ConsoleStyle style) {
        List<String> lines = new ArrayList<>();
        lines.add(result(fixture, execution, style));
        if (execution.stack() != null) {
            for (String frame : OwnFrames.told(execution.stack())) {
                String shown = ConsoleText.printable(style.masked(frame).replace("…", style.ellipsis()), style);
                lines.add(style.faint(ConsoleText.fit("    " + shown, style.width(), style)));
            }
        }
        return lines;
    }

    private static String result(Fixture fixture, LocalExecution execution, ConsoleStyle style) {
        ExecutionResult result = execution.result();
        String label = ConsoleText.printable(fixture.action() + "/" + fixture.name() + "  ", style);
        String latency = result.latencyMs() == null ? "" : "  " + style.duration(result.latencyMs());
        latency += execution.cold() ? " (cold start)" : "";
        String outcome = outcome(execution);
        String detail = "  " + ConsoleText.printable(detail(result, style), style);
        int taken = ConsoleText.width(label + outcome + latency);
        String cut = ConsoleText.fit(detail, Math.max(FEWEST_COLUMNS, style.width() - taken), style);
        return result.isSuccess()
                ? label + style.green(outcome) + latency + cut
                : label + style.red(outcome) + latency + style.red(cut);
    }

    /** More than a console shows is not written out. */
    private static String detail(ExecutionResult result, ConsoleStyle style) {
        String detail = style.masked(
                result.output() == null ? String.valueOf(result.message()) : Json.compact(result.output()));
        return detail.length() <= MOST_CHARACTERS ? detail : detail.substring(0, MOST_CHARACTERS);
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
    public static String total(int executed, int errors, ConsoleStyle style) {
        String success = NumberText.count(executed - errors) + " success";
        String failed = NumberText.count(errors) + " error";
        return "Executed " + NumberText.count(executed, "fixture") + ": "
                + (errors < executed ? style.green(success) : success) + ", "
                + (errors > 0 ? style.red(failed) : failed);
    }
}
