package io.github.cxonetools.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How each version ran over time: its figures in every stretch of a {@link TimeGrid}. */
public final class TimeSeries {

    private final TimeGrid grid;
    private final Map<@Nullable String, @Nullable Tally[]> versions = new HashMap<>();

    private TimeSeries(TimeGrid grid) {
        this.grid = grid;
    }

    /**
     * Sorts the rows into stretches of time; rows without timestamp have no place.
     *
     * @param max how many stretches can be drawn
     */
    public static TimeSeries of(ExecutionMetrics metrics, int max) {
        TimeSeries series = new TimeSeries(TimeGrid.over(metrics.query(), metrics.earliest(), max));
        metrics.rows().forEach(series::add);
        return series;
    }

    private void add(MetricsRow row) {
        if (row.timestamp() != null) {
            Tally[] tallies = versions.computeIfAbsent(
                    row.version(), version -> new Tally[grid.starts().size()]);
            int index = grid.index(row.timestamp());
            if (tallies[index] == null) {
                tallies[index] = new Tally();
            }
            tallies[index].add(row);
        }
    }

    /** The stretches. */
    public TimeGrid grid() {
        return grid;
    }

    /** Whether any row named a time. */
    public boolean isEmpty() {
        return versions.isEmpty();
    }

    /** One element a stretch; null where the version has no row. */
    public List<@Nullable Figures> of(@Nullable String version) {
        Tally[] tallies = versions.get(version);
        if (tallies == null) {
            return Collections.nCopies(grid.starts().size(), null);
        }
        return Arrays.stream(tallies)
                .map(tally -> tally == null ? null : tally.figures())
                .toList();
    }
}
