package io.github.cxonetools.report.simulation;

import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Failures of one simulation, those of the same cause together, the most frequent first. */
final class FailuresByCause {

    private static final int MOST_CAUSES = 10;

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
        causes.computeIfAbsent(FailureCause.of(failed), cause -> new OfOneCause(cause, label)).count += times;
    }

    /** How many causes there are. */
    int size() {
        return causes.size();
    }

    /** How many failed, and a line for each cause. */
    List<String> lines(ConsoleStyle style) {
        if (causes.isEmpty()) {
            return List.of();
        }
        List<OfOneCause> sorted = new ArrayList<>(causes.values());
        sorted.sort(Comparator.comparingLong((OfOneCause failures) -> failures.count)
                .reversed());
        long all = sorted.stream().mapToLong(failures -> failures.count).sum();
        List<String> lines = new ArrayList<>();
        lines.add(style.red(style.cross() + " " + NumberText.count(all) + " more failed") + ", by cause:");
        int width = NumberText.count(sorted.get(0).count).length();
        for (OfOneCause failures : sorted.subList(0, Math.min(MOST_CAUSES, sorted.size()))) {
            lines.add(line(failures, width, style));
        }
        if (sorted.size() > MOST_CAUSES) {
            lines.add("    " + style.ellipsis() + " " + NumberText.count(sorted.size() - MOST_CAUSES, "more cause"));
        }
        return lines;
    }

    private static String line(OfOneCause failures, int width, ConsoleStyle style) {
        String count = NumberText.count(failures.count);
        String head = "    " + " ".repeat(width - count.length()) + count + "  ";
        String example = "   " + ConsoleText.printable(failures.first, style);
        String label = ConsoleText.printable(failures.cause.label(), style);
        int room = style.width() - head.length();
        boolean fits = ConsoleText.width(label) + ConsoleText.width(example) <= room;
        return head + ConsoleText.fit(label, room, style) + (fits ? style.faint(example) : "");
    }

    private static final class OfOneCause {

        private final FailureCause cause;
        private final String first;
        private long count;

        OfOneCause(FailureCause cause, String first) {
            this.cause = cause;
            this.first = first;
        }
    }
}
