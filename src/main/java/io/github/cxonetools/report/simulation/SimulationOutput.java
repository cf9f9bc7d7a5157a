package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.simulator.SimulationEvents;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.MaskedReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells how a simulation went on the console, in JUnit XML, {@code simulation.json} and their page; fails where a fixture does. */
public final class SimulationOutput {

    /** More are told line by line, and would be unreadable a second time at the end of the build. */
    private static final int MOST_FAILURES = 20;

    private final SimulationConsole console;
    private final ConsoleLog log;
    private final Path directory;
    private final Path reports;
    private final boolean ignoresFailures;

    /**
     * @param directory where {@code simulation.json} and {@code simulation.html} go
     * @param reports where the JUnit XML reports go
     * @param ignoresFailures whether what failed is told without failing
     */
    public SimulationOutput(ConsoleLog log, Path directory, Path reports, boolean ignoresFailures) {
        this.console = new SimulationConsole(log.info(), log.warn(), log.error());
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
     * @param origin what the page's bar says of the build
     * @throws RejectedException with each fixture that failed
     */
    public void write(SimulationReport played, Secrets secrets, JUnitRun run, PageOrigin origin) throws CxoneException {
        SimulationReport report = MaskedReport.of(played, secrets);
        console.finished(report);
        JUnitXml.write(report, reports, run);
        SimulationJson.write(report, directory.resolve("simulation.json"), run.base());
        Path page = directory.resolve("simulation.html");
        new SimulationPage().write(report, origin, page, run.base());
        List<String> failures = failures(report);
        if (ignoresFailures && !failures.isEmpty()) {
            log.error("The simulation failed, and maven.test.failure.ignore is set");
            failures.clear();
        }
        log.info("Page: " + page);
        throwIfAny(failures);
    }

    private static List<String> failures(SimulationReport report) {
        List<String> failures = new ArrayList<>(report.findings());
        for (ActionReport action : report.actions()) {
            failures.addAll(SimulationConsole.failures(action));
        }
        return failures;
    }

    private void throwIfAny(List<String> failures) throws RejectedException {
        Findings findings = new Findings();
        findings.addAll(failures.subList(0, Math.min(failures.size(), MOST_FAILURES)));
        if (failures.size() > MOST_FAILURES) {
            findings.add("and " + (failures.size() - MOST_FAILURES) + " more, each on a line above");
        }
        findings.throwIfAny("The simulation failed; reports are in " + reports);
    }
}
