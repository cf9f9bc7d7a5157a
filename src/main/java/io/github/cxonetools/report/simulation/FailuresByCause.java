package io.github.cxonetools.report.simulation;

import io.github.cxonetools.report.text.CauseLines;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Failures of one simulation, those of the same cause together, the most frequent first. */
final class FailuresByCause {

    private final Map<FailureCause, OfOneCause> causes = new LinkedHashMap<>();

    /** Of all fixtures that failed. */
    static FailuresByCause ofFixtures(SimulationReport report) {
        FailuresByCause failures = new FailuresByCause();
        for (ActionReport action : report.actions()) {
            for (FixtureReport fixture : action.fixtures()) {
                if (!fixture.passed()) {
                    failures.add(action.action() + "/" + fixture.name(), fixture, 1);
                }
            }
        }
        return failures;
    }

    /** Of all probes that failed. */
    static FailuresByCause ofProbes(SimulationReport report) {
        FailuresByCause failures = new FailuresByCause();
        for (ActionReport action : report.actions()) {
            ProbeReport probes = action.probes();
            if (probes != null) {
                probes.failures()
                        .forEach(each -> failures.add(
                                action.action() + "/" + each.smallest().name(), each.smallest(), each.times()));
            }
        }
        return failures;
    }

    /** @param label {@code Action/case} */
    void add(String label, FixtureReport failed, int times) {
        FailureCause cause = FailureCause.of(failed);
        causes.computeIfAbsent(cause, first -> new OfOneCause(first, label)).add(cause, times);
    }

    /** How many causes there are. */
    int size() {
        return causes.size();
    }

    /** How many failed, and a line for each cause. */
    List<String> lines(ConsoleStyle style) {
        return CauseLines.of(
                causes.values().stream()
                        .map(alike -> new CauseLines.Alike(alike.cause.label(), alike.first, alike.count))
                        .toList(),
                style);
    }

    private static final class OfOneCause {

        private final String first;
        private FailureCause cause;
        private long count;

        OfOneCause(FailureCause cause, String first) {
            this.cause = cause;
            this.first = first;
        }

        void add(FailureCause alike, int times) {
            cause = cause.or(alike);
            count += times;
        }
    }
}
