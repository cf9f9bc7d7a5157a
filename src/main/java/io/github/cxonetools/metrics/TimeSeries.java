package io.github.cxonetools.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How each version ran over time: its figures in every stretch of a {@link TimeGrid}. */
public final class TimeSeries {

    private final TimeGrid grid;
    private final Map<@Nullable String, List<@Nullable Tally>> versions = new HashMap<>();

    /** Neighbouring rows mostly share their time. */
    private @Nullable Instant lastTime;

    private int lastIndex;

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
        for (MetricsRow row : metrics.rows()) {
            series.add(row);
        }
        return series;
    }

    private void add(MetricsRow row) {
        if (row.timestamp() != null) {
            List<@Nullable Tally> tallies = versions.get(row.version());
            if (tallies == null) {
                tallies = empty();
                versions.put(row.version(), tallies);
            }
            int index = row.timestamp() == lastTime ? lastIndex : grid.index(row.timestamp());
            lastTime = row.timestamp();
            lastIndex = index;
            Tally tally = tallies.get(index);
            if (tally == null) {
                tally = new Tally();
                tallies.set(index, tally);
            }
            tally.add(row);
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
        return of(Collections.singletonList(version));
    }

    /** What some versions have run together: one element a stretch, null where none of them has a row. */
    public List<@Nullable Figures> of(Collection<@Nullable String> several) {
        List<@Nullable Tally> sums = empty();
        for (String version : several) {
            List<@Nullable Tally> tallies = versions.getOrDefault(version, List.of());
            for (int i = 0; i < tallies.size(); i++) {
                add(sums, i, tallies.get(i));
            }
        }
        List<@Nullable Figures> figures = new ArrayList<>();
        for (Tally tally : sums) {
            figures.add(tally == null ? null : tally.figures());
        }
        return figures;
    }

    private static void add(List<@Nullable Tally> sums, int index, @Nullable Tally tally) {
        if (tally != null) {
            Tally sum = sums.get(index);
            if (sum == null) {
                sum = new Tally();
                sums.set(index, sum);
            }
            sum.add(tally);
        }
    }

    private List<@Nullable Tally> empty() {
        return new ArrayList<>(Collections.nCopies(grid.starts().size(), null));
    }
}
