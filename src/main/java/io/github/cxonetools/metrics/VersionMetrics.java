package io.github.cxonetools.metrics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How one version of an action ran.
 *
 * @param version the label; null for rows that name none
 * @param figures over the whole window
 * @param statuses the same by status; empty where rows name none
 * @param problems what could not be understood or was missing, and in how many rows
 */
public record VersionMetrics(
        @Nullable String version, Figures figures, SortedMap<String, Figures> statuses, Map<String, Integer> problems) {

    private static final Set<String> SINGLE_FIGURES = Set.of(
            Tally.NO_ERRORS,
            Tally.UNKNOWN_STATUS,
            Tally.NO_LATENCY,
            MetricsRow.ERROR_RATE + Tally.NAN,
            MetricsRow.AVG_LATENCY + Tally.NAN);

    /** Whether every row told its count, and nothing that made no sense; a figure may still be absent. */
    public boolean isComplete() {
        return SINGLE_FIGURES.containsAll(problems.keySet());
    }

    /** Whether it was executed, as far as can be known. */
    public boolean mayHaveRun() {
        Long executions = figures.executions();
        return executions == null || executions > 0 || !isComplete();
    }

    /** The statuses of which it is not known whether they are errors, where an error rate would have to know. */
    public List<String> unknownStatuses() {
        return problems.containsKey(Tally.UNKNOWN_STATUS)
                ? statuses.keySet().stream()
                        .filter(status -> Status.succeeded(status) == null)
                        .toList()
                : List.of();
    }
}
