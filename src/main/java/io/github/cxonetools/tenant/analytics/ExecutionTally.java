package io.github.cxonetools.tenant.analytics;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.store.ExecutionColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Counts executions by interval and group, in one pass. */
final class ExecutionTally {

    /** More rows than anyone reads, and few enough to keep in memory. */
    private static final int MAX_ROWS = 20_000;

    private final AnalyticsQuery query;
    private final long fromMillis;
    private final long toMillis;
    private final boolean percentiles;

    /** By series: the group's number plus one, negative for errors; 0 where the series is filtered out. */
    private int[] groupOf = new int[64];

    private final Map<List<String>, Integer> groups = new HashMap<>();

    /** The grouping values by the group's number less one. */
    private final List<List<String>> groupValues = new ArrayList<>();

    private final Map<Long, Integer> intervals = new HashMap<>();
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
        Integer known = groups.putIfAbsent(group, groups.size() + 1);
        if (known == null) {
            groupValues.add(group);
        }
        int number = known == null ? groupValues.size() : known;
        groupOf[id] = status.equals(ExecutionResult.ERROR) ? -number : number;
    }

    void add(ExecutionColumns executions) {
        long[] millis = executions.millis();
        int[] series = executions.series();
        long[] micros = executions.micros();
        for (int i = 0; i < millis.length; i++) {
            add(millis[i], series[i], micros[i]);
        }
    }

    /** @param latencyMicros -1 where the handler was not called */
    void add(long atMillis, int series, long latencyMicros) {
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
            rows = Arrays.copyOf(rows, groupValues.size() + 1);
            rowOfInterval = Arrays.copyOf(rowOfInterval, groupValues.size() + 1);
        }
        if (rowOfInterval[group] != startNumber) {
            rows[group] = counts.computeIfAbsent(
                    (long) startNumber << Integer.SIZE | group, key -> new Counts(start, groupValues.get(group - 1)));
            rowOfInterval[group] = startNumber;
        }
        return rows[group];
    }

    /** The rows, sorted by time, then by the grouping values. */
    List<Counts> rows() throws Problem {
        if (counts.size() > MAX_ROWS) {
            throw Problem.invalid(
                    "interval",
                    "makes more than " + MAX_ROWS + " rows. Choose a longer one, a shorter time, or filters");
        }
        Map<List<String>, Integer> places = new IdentityHashMap<>();
        Map<List<String>, String> texts = new IdentityHashMap<>();
        groupValues.forEach(group -> texts.put(group, String.join("\0", group)));
        groupValues.stream()
                .sorted(Comparator.comparing(texts::get))
                .forEach(group -> places.put(group, places.size()));
        List<Counts> sorted = new ArrayList<>(counts.values());
        sorted.sort(Comparator.comparingLong(Counts::startMillis).thenComparingInt(row -> places.get(row.group())));
        return sorted;
    }
}
