package io.github.cxonetools.tenant.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was counted for one row of an answer. */
final class Counts {

    private final long startMillis;
    private final List<String> group;
    private long executions;
    private long errors;
    private long measured;
    private long micros;
    private @Nullable Latencies latencies;

    /**
     * Begins with nothing.
     *
     * @param startMillis the first millisecond of the row's interval
     * @param group the grouping values
     */
    Counts(long startMillis, List<String> group) {
        this.startMillis = startMillis;
        this.group = group;
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
                latencies = new Latencies();
            }
            latencies.add(latencyMicros);
        }
    }

    long startMillis() {
        return startMillis;
    }

    List<String> group() {
        return group;
    }

    long executions() {
        return executions;
    }

    /** Of all executions, 0 to 1. */
    double errorRate() {
        return (double) errors / executions;
    }

    /** Whether there is a latency; a handler that was not called has none, and 0 would be a lie. */
    boolean isMeasured() {
        return measured > 0;
    }

    double averageMicros() {
        return (double) micros / measured;
    }

    /**
     * In microseconds; empty where nothing is measured.
     *
     * @param percents ascending
     */
    long[] percentiles(Latencies.Scratch scratch, int... percents) {
        return latencies == null ? new long[0] : latencies.percentiles(scratch, percents);
    }
}
