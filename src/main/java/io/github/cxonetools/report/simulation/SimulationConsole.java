package io.github.cxonetools.report.simulation;

import io.github.cxonetools.simulator.SimulationEvents;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Words a simulation for the console: a line for each fixture that fails, a line for each action. */
public final class SimulationConsole implements SimulationEvents {

    private static final int MAX_LINE = 1000;

    private final Consumer<String> info;
    private final Consumer<String> warn;
    private final Consumer<String> error;

    /**
     * Writes line by line.
     *
     * @param info for outcomes
     * @param warn for what the user should look at
     * @param error for what fails
     */
    public SimulationConsole(Consumer<String> info, Consumer<String> warn, Consumer<String> error) {
        this.info = info;
        this.warn = warn;
        this.error = error;
    }

    @Override
    public void noFixtures(String action, Path example) {
        warn.accept(action + ": no fixtures. Put a payload as CXone sends it into " + example);
    }

    @Override
    public void nothingSelected(String glob) {
        warn.accept("cxone.fixture: nothing matches " + VisibleText.oneLine(glob));
    }

    @Override
    public void progress(String action, int done, int total) {
        info.accept(action + ": " + done + " of " + count(total, "fixture") + " played");
    }

    @Override
    public void probing(String action, int probes, long seed) {
        info.accept(action + ": " + count(probes, "probe") + " (the same again with -Dcxone.probeSeed=" + seed + ")");
    }

    @Override
    public void underivable(String action, List<String> properties, boolean none) {
        String cause = properties.isEmpty()
                ? ""
                : ": nothing was found that keeps to every rule of "
                        + VisibleText.oneLine(String.join(", ", properties));
        warn.accept(action + ": "
                + (none
                        ? "no valid payload could be derived from the input schema" + cause
                                + ", so probes only try what" + " it refuses. Write fixtures"
                        : "probes leave out what they cannot derive" + cause + ". Write fixtures that have it"));
    }

    @Override
    public void recorded(Path file) {
        info.accept("Recorded " + VisibleText.oneLine(file.toString()));
    }

    @Override
    public void played(ActionReport action) {
        failures(action).forEach(error);
        if (!action.fixtures().isEmpty()) {
            info.accept(summary(action));
        }
    }

    /** What in the fixtures' folder could not be played, a line each, then the total. */
    public void finished(SimulationReport report) {
        report.findings().forEach(finding -> error.accept(VisibleText.oneLine(finding)));
        info.accept(total(report));
    }

    /** One line for each failing fixture: its label, its file, and what is wrong. */
    public static List<String> failures(ActionReport action) {
        return action.fixtures().stream()
                .filter(fixture -> !fixture.passed())
                .map(fixture -> failure(action, fixture))
                .toList();
    }

    private static String failure(ActionReport action, FixtureReport fixture) {
        String where = fixture.file() == null ? "" : " (" + fixture.file() + ")";
        String line = action.action() + "/" + fixture.name() + where + ": " + String.join("; ", fixture.failures());
        String visible = VisibleText.oneLine(line);
        return visible.length() <= MAX_LINE ? visible : visible.substring(0, MAX_LINE) + " …";
    }

    /** {@code SentimentRoutingAction 1.0.0: 8 fixtures passed, latency of 8 calls: p50 0.11 ms …}. */
    public static String summary(ActionReport action) {
        int all = action.fixtures().size();
        String outcome = action.failed() == 0
                ? count(all, "fixture") + " passed"
                : action.failed() + " of " + count(all, "fixture") + " failed";
        return action.action() + " " + action.version() + ": " + outcome + latency(action.latency());
    }

    /** {@code 12 fixtures of 2 actions, 1 failed}, for the last line. */
    public static String total(SimulationReport report) {
        return count(report.played(), "fixture") + " of "
                + count(report.actions().size(), "action") + shard(report) + ", " + report.failed() + " failed"
                + (report.findings().isEmpty()
                        ? ""
                        : ", " + count(report.findings().size(), "finding") + " in the fixtures' folder");
    }

    /** Empty where all fixtures were played. */
    private static String shard(SimulationReport report) {
        SimulationReport.ShardOf part = report.shard();
        return part == null ? "" : " (shard " + part.shard() + " of " + count(part.fixtures(), "fixture") + ")";
    }

    private static String latency(Latency latency) {
        if (latency.count() == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "; latency of %s: min %.2f ms, p50 %.2f, p95 %.2f, p99 %.2f, max %.2f",
                latency.count() == 1 ? "1 call" : latency.count() + " calls",
                latency.min(),
                latency.p50(),
                latency.p95(),
                latency.p99(),
                latency.max());
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
