package io.github.cxonetools.report.simulation;

import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.simulator.SimulationEvents;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.MaskedReport;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.Secrets;
import io.github.cxonetools.text.VisibleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Words a simulation for the console: a block for each of the first failures, the others by cause, a line for each action. */
public final class SimulationConsole implements SimulationEvents {

    /** Whoever has mended these sees the others next time. */
    private static final int MOST_FAILURES = 10;

    private static final String INDENT = "    ";

    private final ConsoleLog log;
    private final ConsoleStyle style;
    private final ReplayCommands again;
    private final Supplier<Secrets> secrets;
    private final FailuresByCause others = new FailuresByCause();
    private int told;

    /**
     * Writes line by line.
     *
     * @param again what plays again what failed
     * @param secrets what is masked, before anything is cut
     */
    public SimulationConsole(ConsoleLog log, ReplayCommands again, Supplier<Secrets> secrets) {
        this.log = log;
        this.style = log.style();
        this.again = again;
        this.secrets = secrets;
    }

    @Override
    public void noFixtures(String action, Path example) {
        log.warn(action + ": no fixtures. Put a payload as CXone sends it into " + log.shown(example));
    }

    @Override
    public void nothingSelected(String glob) {
        log.warn("cxone.fixture: nothing matches " + VisibleText.oneLine(glob));
    }

    @Override
    public void progress(String action, int done, int total) {
        log.info(action + ": " + NumberText.count(done) + " of " + NumberText.count(total, "fixture") + " played");
    }

    @Override
    public void probing(String action, int probes, long seed) {
        log.info(action + ": " + NumberText.count(probes, "probe") + " (the same again with -Dcxone.probeSeed=" + seed
                + ")");
    }

    @Override
    public void underivable(String action, List<String> properties, boolean none) {
        String cause = properties.isEmpty()
                ? ""
                : ": nothing was found that keeps to every rule of "
                        + VisibleText.oneLine(String.join(", ", properties));
        log.warn(action + ": "
                + (none
                        ? "no valid payload could be derived from the input schema" + cause
                                + ", so probes only try what" + " it refuses. Write fixtures"
                        : "probes leave out what they cannot derive" + cause + ". Write fixtures that have it"));
    }

    @Override
    public void recorded(Path file) {
        log.info("Recorded " + VisibleText.oneLine(log.shown(file)));
    }

    @Override
    public void played(ActionReport played) {
        ActionReport action = MaskedReport.of(played, secrets.get());
        for (FixtureReport fixture : action.fixtures()) {
            if (!fixture.passed()) {
                failed(action.action(), fixture);
            }
        }
        ProbeReport probes = action.probes();
        if (probes != null) {
            probes.failures().forEach(failure -> failed(action.action(), probes, failure));
            probes.problems()
                    .forEach(problem -> log.error(style.red(style.cross() + " " + action.action() + ": " + problem)));
        }
        if (!action.fixtures().isEmpty() || probes != null) {
            summary(action).forEach(log::info);
        }
    }

    private void failed(String action, FixtureReport fixture) {
        if (told++ >= MOST_FAILURES) {
            others.add(action + "/" + fixture.name(), fixture, 1);
            return;
        }
        Path file = fixture.file();
        new FailureBlock(style, fixture)
                .lines(
                        action + "/" + fixture.name(),
                        file == null ? "" : log.shown(file),
                        fixture.latency().count() == 0
                                ? ""
                                : style.duration(fixture.latency().p50()),
                        again.fixture(action, fixture.name()))
                .forEach(log::error);
    }

    private void failed(String action, ProbeReport probes, ProbeReport.ProbeFailure failure) {
        FixtureReport smallest = failure.smallest();
        if (told++ >= MOST_FAILURES) {
            others.add(action + "/" + smallest.name(), smallest, failure.times());
            return;
        }
        Path file = smallest.file();
        new FailureBlock(style, smallest)
                .lines(
                        action + "/" + smallest.name(),
                        file == null ? "" : log.shown(file),
                        NumberText.count(failure.times()) + " of " + NumberText.count(probes.sent(), "probe"),
                        file == null ? again.probes(action, probes.seed()) : again.fixture(action, smallest.name()))
                .forEach(log::error);
    }

    /**
     * What failed besides, by cause; what in the fixtures' folder could not be played; then the total.
     *
     * @param isFindingTold whether the only finding that there is ends the build, and so is told anyway
     */
    void finished(SimulationReport report, Path page, boolean isFindingTold) {
        others.lines(style).forEach(log::error);
        List<String> findings = isFindingTold ? List.of() : report.findings();
        findings.stream()
                .limit(MOST_FAILURES)
                .forEach(finding -> log.error(style.red(style.cross() + " " + printable(finding))));
        if (findings.size() > MOST_FAILURES) {
            log.error(INDENT + style.ellipsis() + " "
                    + NumberText.count(findings.size() - MOST_FAILURES, "more finding")
                    + " in the fixtures' folder");
        }
        String total = "Simulation: " + total(report, style);
        log.info(total + INDENT + "Report: " + log.shown(page));
    }

    private String printable(String text) {
        return ConsoleText.printable(text, style);
    }

    /** {@code SentimentRoutingAction 1.0.0: 8 fixtures passed; 8 calls, median 71.4 µs, max 2.94 ms}. */
    private List<String> summary(ActionReport action) {
        List<String> parts = new ArrayList<>();
        int all = action.fixtures().size();
        if (all > 0) {
            parts.add(
                    action.failed() == 0
                            ? NumberText.count(all, "fixture") + " passed"
                            : NumberText.count(action.failed()) + " of " + NumberText.count(all, "fixture")
                                    + " failed");
        }
        ProbeReport probes = action.probes();
        if (probes != null) {
            parts.add(
                    probes.failed() == 0
                            ? NumberText.count(probes.sent(), "probe") + " passed"
                            : NumberText.count(probes.failed()) + " of " + NumberText.count(probes.sent(), "probe")
                                    + " failed");
        }
        String outcome = action.action() + " " + action.version() + ": " + String.join(", ", parts);
        String latency = latency(action.latency());
        return latency.isEmpty() || ConsoleText.width(outcome) + 2 + ConsoleText.width(latency) <= style.width()
                ? List.of(outcome + (latency.isEmpty() ? "" : "; " + latency))
                : List.of(outcome, INDENT + latency);
    }

    private String latency(Latency latency) {
        if (latency.count() == 0) {
            return "";
        }
        return NumberText.count(latency.count(), "call") + ", median " + style.duration(latency.p50())
                + (latency.count() < Latency.ENOUGH_FOR_P95 ? "" : ", p95 " + style.duration(latency.p95()))
                + (latency.count() < Latency.ENOUGH_FOR_P99 ? "" : ", p99 " + style.duration(latency.p99()))
                + ", max " + style.duration(latency.max());
    }

    /** {@code 9 passed, 10 failed (5 causes); 40 probes, 3 failed (2 causes)}. */
    static String total(SimulationReport report, ConsoleStyle style) {
        long passed = report.played() - report.failed();
        StringBuilder text = new StringBuilder();
        if (passed > 0 || report.failed() == 0) {
            text.append(style.green(NumberText.count(passed) + " passed"));
        }
        if (report.failed() > 0) {
            text.append(passed > 0 ? ", " : "").append(style.red(NumberText.count(report.failed()) + " failed"));
            text.append(causes(FailuresByCause.ofFixtures(report)));
        }
        SimulationReport.ShardOf part = report.shard();
        if (part != null) {
            text.append(" (shard ").append(part.shard()).append(" of ");
            text.append(NumberText.count(part.fixtures(), "fixture")).append(')');
        }
        probes(report, style, text);
        int findings = report.findings().size();
        if (findings > 0) {
            text.append(", ").append(style.red(NumberText.count(findings, "finding") + " in the fixtures' folder"));
        }
        return text.toString();
    }

    private static void probes(SimulationReport report, ConsoleStyle style, StringBuilder text) {
        if (report.probesSent() == 0) {
            return;
        }
        text.append("; ").append(NumberText.count(report.probesSent(), "probe")).append(", ");
        long failed = report.probesFailed();
        String words = NumberText.count(failed) + " failed";
        text.append(failed == 0 ? words : style.red(words) + causes(FailuresByCause.ofProbes(report)));
    }

    private static String causes(FailuresByCause failures) {
        return " (" + NumberText.count(failures.size(), "cause") + ")";
    }
}
