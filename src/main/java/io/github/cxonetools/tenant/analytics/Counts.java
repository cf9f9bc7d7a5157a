package io.github.cxonetools.tenant.analytics;

import java.util.Comparator;
import java.util.List;
import org.HdrHistogram.IntCountsHistogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What was counted for one row of an answer. */
final class Counts {

    /** Percentiles are exact to two decimal digits. */
    private static final int DIGITS = 2;

    private long executions;
    private long errors;
    private long measured;
    private long micros;
    private @Nullable IntCountsHistogram latencies;

    /** What a row is about: rows are sorted by time, then by the grouping values. */
    record GroupKey(long startMillis, List<String> group) implements Comparable<GroupKey> {

        private static final Comparator<GroupKey> ORDER =
                Comparator.comparingLong(GroupKey::startMillis).thenComparing(key -> String.join("\0", key.group));

        @Override
        public int compareTo(GroupKey other) {
            return ORDER.compare(this, other);
        }
    }

    void add(boolean error, long latencyMicros, boolean withPercentiles) {
        executions++;
        errors += error ? 1 : 0;
        if (latencyMicros < 0) {
            return;
        }
        measured++;
        micros += latencyMicros;
        if (withPercentiles) {
            if (latencies == null) {
                latencies = new IntCountsHistogram(DIGITS);
                latencies.setAutoResize(true);
            }
            latencies.recordValue(latencyMicros);
        }
    }

    /** Adds {@code metric} to a row; a latency where nothing was measured is left out, because 0 would be a lie. */
    void put(String metric, ObjectNode row) {
        if (metric.equals("count")) {
            row.put(metric, executions);
        } else if (metric.equals("errorRate")) {
            row.put(metric, rounded((double) errors / executions, 1e6));
        } else if (measured > 0) {
            row.put(metric, rounded(latencyMicros(metric) / 1000, 1e3));
        }
    }

    private double latencyMicros(String metric) {
        if (metric.equals("avgLatencyMs") || latencies == null) {
            return (double) micros / measured;
        }
        return metric.startsWith("p")
                ? latencies.getValueAtPercentile(Integer.parseInt(metric.substring(1, 3)))
                : latencies.getMaxValue();
    }

    private static double rounded(double value, double precision) {
        return Math.round(value * precision) / precision;
    }
}
