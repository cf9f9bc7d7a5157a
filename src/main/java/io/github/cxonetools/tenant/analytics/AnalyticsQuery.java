package io.github.cxonetools.tenant.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query for execution metrics.
 *
 * @param from first instant that counts
 * @param to last instant that counts
 * @param groupBy dimensions, see {@link #DIMENSIONS}
 * @param interval null for one row over the whole time
 * @param metrics which values a row has, see {@link #METRICS}
 */
record AnalyticsQuery(
        Instant from,
        Instant to,
        List<String> groupBy,
        @Nullable Interval interval,
        List<Filter> filters,
        List<String> metrics) {

    /** {@code start} is {@code cold} for a handler's first call, else {@code warm}: CXone does not tell them apart. */
    static final Set<String> DIMENSIONS = Set.of("actionId", "name", "version", "status", "type", "start");

    /** The three confirmed ones, and percentiles besides. */
    static final Set<String> METRICS = Set.of(
            "count",
            "avgLatencyMs",
            "errorRate",
            "p50LatencyMs",
            "p90LatencyMs",
            "p95LatencyMs",
            "p99LatencyMs",
            "maxLatencyMs");

    /** Only executions whose {@code dimension} equals {@code value}. */
    record Filter(String dimension, String value) {}

    boolean asksForPercentiles() {
        return metrics.stream().anyMatch(metric -> metric.startsWith("p") || metric.startsWith("max"));
    }
}
