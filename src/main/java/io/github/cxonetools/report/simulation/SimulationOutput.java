package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.simulator.SimulationEvents;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.MaskedReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.Secrets;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Tells how a simulation went on the console, in JUnit XML, {@code simulation.json} and their page; fails where a fixture does. */
public final class SimulationOutput {

    private final SimulationConsole console;
    private final ConsoleLog log;
    private final Path directory;
    private final Path reports;
    private final boolean ignoresFailures;

    /**
     * @param again what plays again what failed
     * @param secrets what is masked on the console
     * @param directory where {@code simulation.json} and {@code simulation.html} go
     * @param reports where the JUnit XML reports go
     * @param ignoresFailures whether what failed is told without failing
     */
    public SimulationOutput(
            ConsoleLog log,
            ReplayCommands again,
            Supplier<Secrets> secrets,
            Path directory,
            Path reports,
            boolean ignoresFailures) {
        this.console = new SimulationConsole(log, again, secrets);
        this.log = log;
        this.directory = directory;
        this.reports = reports;
        this.ignoresFailures = ignoresFailures;
    }

    /** Told while fixtures are played. */
    public SimulationEvents events() {
        return console;
    }

    /**
     * Tells what came of it all.
     *
     * @param secrets what is masked wherever it stands
     * @param source what the page says besides the results
     * @throws RejectedException where anything failed: how much, and where the page is that says what
     */
    public void write(SimulationReport played, Secrets secrets, JUnitRun run, SimulationSource source)
            throws CxoneException {
        SimulationReport report = MaskedReport.of(played, secrets);
        JUnitXml.write(report, reports, run);
        SimulationJson.write(report, directory.resolve("simulation.json"), run.base());
        Path page = directory.resolve("simulation.html");
        new SimulationPage().write(report, source, page);
        boolean isForgiven = ignoresFailures && !report.passed();
        if (isForgiven) {
            log.error("The simulation failed, and maven.test.failure.ignore is set");
        }
        boolean isOneFinding =
                report.findings().size() == 1 && report.actions().stream().allMatch(ActionReport::passed);
        console.finished(report, page, isOneFinding && !isForgiven);
        if (!report.passed() && !isForgiven) {
            String reason = isOneFinding
                    ? report.findings().get(0)
                    : "The simulation failed: " + SimulationConsole.total(report, ConsoleStyle.PLAIN);
            throw new RejectedException(reason + ". Report: " + log.shown(page));
        }
    }
}
