package io.github.cxonetools.tenant.analytics;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.store.PackedExecutions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts executions by interval and group, in one pass. */
final class ExecutionTally implements PackedExecutions.Sink {

    /** More rows than anyone reads, and few enough to keep in memory. */
    private static final int MAX_ROWS = 20_000;

    private final AnalyticsQuery query;
    private final long fromMillis;
    private final long toMillis;
    private final boolean percentiles;

    /** By series: the group's number plus one, negative for errors; 0 where the series is filtered out. */
    private int[] groupOf = new int[64];

    private final Map<List<String>, Integer> groups = new LinkedHashMap<>();

    private final Map<Long, Integer> intervals = new LinkedHashMap<>();
    private final Map<Long, Counts> counts = new HashMap<>();

    /** The last interval, its end exclusive, and its number: neighbours in time mostly share it. */
    private long start = Long.MAX_VALUE;

    private long end = Long.MIN_VALUE;
    private int startNumber;

    /** By group: its row in the interval with the number beside it, so that most executions need no look-up. */
    private Counts[] rows = new Counts[64];

    private int[] rowOfInterval = new int[64];

    ExecutionTally(AnalyticsQuery query) {
        this.query = query;
        this.fromMillis = query.from().toEpochMilli();
        this.toMillis = query.to().toEpochMilli();
        this.percentiles = query.asksForPercentiles();
    }

    /** Makes a series known; executions of others do not count. */
    void series(int id, String status, List<String> group) {
        if (id >= groupOf.length) {
            groupOf = Arrays.copyOf(groupOf, Math.max(id + 1, groupOf.length * 2));
        }
        int number = groups.computeIfAbsent(group, key -> groups.size() + 1);
        groupOf[id] = status.equals(ExecutionResult.ERROR) ? -number : number;
    }

    @Override
    public void accept(long atMillis, int series, long latencyMicros) {
        int group = series < groupOf.length ? groupOf[series] : 0;
        if (group == 0 || atMillis < fromMillis || atMillis > toMillis) {
            return;
        }
        if (atMillis < start || atMillis >= end) {
            enter(atMillis);
        }
        if (counts.size() <= MAX_ROWS) {
            row(Math.abs(group)).add(group < 0, latencyMicros, percentiles);
        }
    }

    private void enter(long atMillis) {
        Interval interval = query.interval();
        start = interval == null ? fromMillis : interval.startOf(atMillis);
        end = interval == null ? Long.MAX_VALUE : interval.endOf(start);
        startNumber = intervals.computeIfAbsent(start, key -> intervals.size() + 1);
    }

    private Counts row(int group) {
        if (group >= rows.length) {
            rows = Arrays.copyOf(rows, groups.size() + 1);
            rowOfInterval = Arrays.copyOf(rowOfInterval, groups.size() + 1);
        }
        if (rowOfInterval[group] != startNumber) {
            rows[group] = counts.computeIfAbsent((long) startNumber << Integer.SIZE | group, key -> new Counts());
            rowOfInterval[group] = startNumber;
        }
        return rows[group];
    }

    private static int startOf(long key) {
        return (int) (key >> Integer.SIZE) - 1;
    }

    private static int groupOf(long key) {
        return (int) key - 1;
    }

    /** The place of each value among all; rows are many, and what they are sorted by is little. */
    private static <T> int[] ranks(List<T> values, Comparator<T> order) {
        List<T> sorted = values.stream().sorted(order).toList();
        Map<T, Integer> places = new HashMap<>();
        sorted.forEach(value -> places.put(value, places.size()));
        return values.stream().mapToInt(places::get).toArray();
    }

    /** The rows in order. */
    Map<Counts.GroupKey, Counts> counts() throws Problem {
        if (counts.size() > MAX_ROWS) {
            throw Problem.invalid(
                    "interval",
                    "makes more than " + MAX_ROWS + " rows. Choose a longer one, a shorter time, or filters");
        }
        List<List<String>> names = List.copyOf(groups.keySet());
        List<Long> starts = List.copyOf(intervals.keySet());
        int[] startRanks = ranks(starts, Comparator.naturalOrder());
        int[] nameRanks = ranks(names, Comparator.comparing(group -> String.join("\0", group)));
        List<Map.Entry<Long, Counts>> rows = new ArrayList<>(counts.entrySet());
        rows.sort(Comparator.comparingLong(row -> {
            int start = startRanks[startOf(row.getKey())];
            return (long) start << Integer.SIZE | nameRanks[groupOf(row.getKey())];
        }));
        Map<Counts.GroupKey, Counts> sorted = new LinkedHashMap<>();
        rows.forEach(row -> sorted.put(
                new Counts.GroupKey(starts.get(startOf(row.getKey())), names.get(groupOf(row.getKey()))),
                row.getValue()));
        return sorted;
    }
}
