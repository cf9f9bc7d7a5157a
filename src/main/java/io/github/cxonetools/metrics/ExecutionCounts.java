package io.github.cxonetools.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often each version ran over time: a count in every stretch of a {@link TimeGrid}. */
public final class ExecutionCounts {

    private static final long NONE = -1;

    private final TimeGrid grid;
    private final Map<@Nullable String, long[]> versions = new HashMap<>();

    /** Neighbouring rows mostly share their time. */
    private @Nullable Instant lastTime;

    private int lastIndex;

    private ExecutionCounts(TimeGrid grid) {
        this.grid = grid;
    }

    /**
     * Sorts the rows into stretches of time; rows without timestamp have no place.
     *
     * @param max how many stretches can be drawn
     */
    public static ExecutionCounts of(ExecutionMetrics metrics, int max) {
        ExecutionCounts counts = new ExecutionCounts(TimeGrid.over(metrics.query(), metrics.earliest(), max));
        for (MetricsRow row : metrics.rows()) {
            counts.add(row);
        }
        return counts;
    }

    private void add(MetricsRow row) {
        Instant time = row.timestamp();
        if (time != null) {
            long[] counts = versions.get(row.version());
            if (counts == null) {
                counts = empty();
                versions.put(row.version(), counts);
            }
            Long count = row.count();
            if (count != null) {
                int index = time == lastTime ? lastIndex : grid.index(time);
                lastTime = time;
                lastIndex = index;
                counts[index] = Math.max(0, counts[index]) + count;
            }
        }
    }

    /** How many stretches there are. */
    public int stretches() {
        return grid.starts().size();
    }

    /** Whether any row named a time. */
    public boolean isEmpty() {
        return versions.isEmpty();
    }

    /** One element a stretch; null where the version has no row that tells a count. */
    public List<@Nullable Long> of(@Nullable String version) {
        long[] counts = versions.get(version);
        if (counts == null) {
            return Collections.nCopies(stretches(), null);
        }
        List<@Nullable Long> list = new ArrayList<>(counts.length);
        for (long count : counts) {
            list.add(count == NONE ? null : Long.valueOf(count));
        }
        return list;
    }

    private long[] empty() {
        long[] counts = new long[stretches()];
        Arrays.fill(counts, NONE);
        return counts;
    }
}
