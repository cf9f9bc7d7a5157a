package io.github.cxonetools.tenant.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /** Whether all filters let through what has these values by dimension. */
    boolean takes(Map<String, String> dimensions) {
        for (Filter filter : filters) {
            if (!filter.value().equals(dimensions.get(filter.dimension()))) {
                return false;
            }
        }
        return true;
    }

    boolean asksForPercentiles() {
        return percents().length > 0;
    }

    /** The percentiles that are asked for, ascending. */
    int[] percents() {
        return metrics.stream()
                .mapToInt(AnalyticsQuery::percent)
                .filter(percent -> percent > 0)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Which percentile {@code metric} is, the largest value the hundredth; 0 where it is none. */
    static int percent(String metric) {
        return metric.equals("maxLatencyMs")
                ? 100
                : metric.startsWith("p") ? Integer.parseInt(metric.substring(1, 3)) : 0;
    }
}
