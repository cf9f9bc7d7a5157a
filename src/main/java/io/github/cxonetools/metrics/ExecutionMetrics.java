package io.github.cxonetools.metrics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an action ran.
 *
 * @param action its name
 * @param query what was asked
 * @param rows the answer, as it came
 * @param versions the same by version, sorted by label
 * @param total the same over all versions
 */
public record ExecutionMetrics(
        String action, MetricsQuery query, List<MetricsRow> rows, List<VersionMetrics> versions, Figures total) {

    public ExecutionMetrics {
        rows = List.copyOf(rows);
        versions = List.copyOf(versions);
    }

    /** Adds the rows up. */
    public static ExecutionMetrics of(String action, MetricsQuery query, List<MetricsRow> rows) {
        Aggregation aggregation = new Aggregation();
        for (MetricsRow row : rows) {
            aggregation.add(row);
        }
        return new ExecutionMetrics(action, query, rows, aggregation.versions(), aggregation.total());
    }

    /** The first time that a row names; null where none does. */
    public @Nullable Instant earliest() {
        Instant earliest = null;
        Instant last = null;
        for (MetricsRow row : rows) {
            Instant timestamp = row.timestamp();
            // Neighbouring rows mostly share one.
            if (timestamp != last) {
                last = timestamp;
                if (timestamp != null && (earliest == null || timestamp.isBefore(earliest))) {
                    earliest = timestamp;
                }
            }
        }
        return earliest;
    }
}
