package io.github.cxonetools.simulator;

import org.HdrHistogram.Histogram;

/** Collects measurements; one is enough for many fixtures, because a histogram is large. */
final class LatencyRecorder {

    private static final double NANOS = 1e6;

    private final Histogram histogram = new Histogram(3);
    private double min = Double.MAX_VALUE;
    private double max;

    void add(double millis) {
        histogram.recordValue(Math.max(1, Math.round(millis * NANOS)));
        min = Math.min(min, millis);
        max = Math.max(max, millis);
    }

    /** What was collected since the last question. */
    Latency take() {
        long count = histogram.getTotalCount();
        if (count == 0) {
            return Latency.NONE;
        }
        Latency taken = new Latency(count, min, percentile(50), percentile(95), percentile(99), max);
        histogram.reset();
        min = Double.MAX_VALUE;
        max = 0;
        return taken;
    }

    /** The histogram rounds; a percentile beyond the exact ends would look like an error. */
    private double percentile(double percent) {
        return Math.min(max, Math.max(min, histogram.getValueAtPercentile(percent) / NANOS));
    }
}
