package io.github.cxonetools.tenant.analytics;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What was counted for one row of an answer. */
final class Counts {

    private long executions;
    private long errors;
    private long measured;
    private long micros;
    private @Nullable Latencies latencies;

    /** What a row is about: rows are sorted by time, then by the grouping values. */
    record GroupKey(long startMillis, List<String> group) {}

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
                latencies = new Latencies();
            }
            latencies.add(latencyMicros);
        }
    }

    /**
     * Adds the query's metrics to a row; a latency where nothing was measured is left out, because 0 would be a lie.
     *
     * @param percents those that the query's metrics ask for, ascending
     */
    void put(List<String> metrics, int[] percents, Latencies.Scratch scratch, ObjectNode row) {
        long[] percentiles = latencies == null ? new long[0] : latencies.percentiles(scratch, percents);
        for (String metric : metrics) {
            if (metric.equals("count")) {
                row.put(metric, executions);
            } else if (metric.equals("errorRate")) {
                row.put(metric, rounded((double) errors / executions, 1e6));
            } else if (measured > 0) {
                int at = Arrays.binarySearch(percents, AnalyticsQuery.percent(metric));
                double latency = at < 0 ? (double) micros / measured : percentiles[at];
                row.put(metric, rounded(latency / 1000, 1e3));
            }
        }
    }

    private static double rounded(double value, double precision) {
        return Math.round(value * precision) / precision;
    }
}
