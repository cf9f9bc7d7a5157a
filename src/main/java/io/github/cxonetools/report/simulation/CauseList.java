package io.github.cxonetools.report.simulation;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/** The causes of what failed, of fixtures and probes together: those of most fixtures first. */
final class CauseList {

    private final Map<FailureCause, CauseCounts> counts = new LinkedHashMap<>();
    private final Map<FailureCause, Integer> places = new LinkedHashMap<>();

    void collect(SimulationReport report) {
        for (ActionReport action : report.actions()) {
            for (FixtureReport fixture : action.fixtures()) {
                if (!fixture.passed()) {
                    of(fixture).fixtures++;
                }
            }
            ProbeReport probes = action.probes();
            if (probes != null) {
                probes.failures().forEach(failure -> of(failure.smallest()).probes += failure.times());
            }
        }
        List<Map.Entry<FailureCause, CauseCounts>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Comparator.comparingInt((Map.Entry<FailureCause, CauseCounts> each) -> -each.getValue().fixtures)
                .thenComparingInt(each -> -each.getValue().probes));
        sorted.forEach(each -> places.put(each.getKey(), places.size()));
    }

    /** How many causes there are. */
    int size() {
        return counts.size();
    }

    /** How many of them probes have. */
    long ofProbes() {
        return counts.values().stream().filter(each -> each.probes > 0).count();
    }

    /** The place of the cause of what failed. */
    int place(FixtureReport failed) {
        return places.getOrDefault(FailureCause.of(failed), 0);
    }

    ArrayNode json() {
        ArrayNode json = Json.array();
        places.forEach((cause, place) -> {
            CauseCounts count = counts.getOrDefault(cause, new CauseCounts(cause));
            json.addObject()
                    .put("label", VisibleText.oneLine(count.cause.label()))
                    .put("fixtures", count.fixtures)
                    .put("probes", count.probes);
        });
        return json;
    }

    private CauseCounts of(FixtureReport failed) {
        FailureCause cause = FailureCause.of(failed);
        CauseCounts count = counts.computeIfAbsent(cause, CauseCounts::new);
        count.cause = count.cause.or(cause);
        return count;
    }

    private static final class CauseCounts {
        private FailureCause cause;
        private int fixtures;
        private int probes;

        CauseCounts(FailureCause cause) {
            this.cause = cause;
        }
    }
}
