package io.github.cxonetools.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an action ran.
 *
 * @param action its name
 * @param query what was asked
 * @param rows the answer, as it came
 * @param versions the same by version, sorted by label
 * @param total the same over all versions
 * @param earliest the first time that a row names; null where none does
 * @param unknownMembers the names that this plugin does not know, over all rows, sorted
 */
public record ExecutionMetrics(
        String action,
        MetricsQuery query,
        List<MetricsRow> rows,
        List<VersionMetrics> versions,
        Figures total,
        @Nullable Instant earliest,
        List<String> unknownMembers) {

    public ExecutionMetrics {
        rows = List.copyOf(rows);
        versions = List.copyOf(versions);
        unknownMembers = List.copyOf(unknownMembers);
    }

    /** The versions, sorted by label; rows without one come last. */
    public List<VersionMetrics> versions(Comparator<String> order) {
        List<VersionMetrics> sorted = new ArrayList<>(versions);
        Comparator<@Nullable String> labels = Comparator.nullsLast(order);
        sorted.sort((a, b) -> labels.compare(a.version(), b.version()));
        return sorted;
    }

    /** How the version of that label ran, if it did. */
    public Optional<VersionMetrics> find(String version) {
        return versions.stream()
                .filter(candidate -> version.equals(candidate.version()))
                .findFirst();
    }

    /** The highest lower version that was executed in the window, or may have been: unknown counts are not 0. */
    public Optional<VersionMetrics> before(String version, Comparator<String> order) {
        return versions.stream()
                .filter(candidate -> candidate.version() != null && candidate.mayHaveRun())
                .filter(candidate -> order.compare(String.valueOf(candidate.version()), version) < 0)
                .max(Comparator.comparing(candidate -> String.valueOf(candidate.version()), order));
    }

    /** Adds the rows up. */
    public static ExecutionMetrics of(String action, MetricsQuery query, List<MetricsRow> rows) {
        Aggregation aggregation = new Aggregation();
        for (MetricsRow row : rows) {
            aggregation.add(row);
        }
        return new ExecutionMetrics(
                action,
                query,
                rows,
                aggregation.versions(),
                aggregation.total(),
                aggregation.earliest(),
                aggregation.unknownMembers());
    }
}
