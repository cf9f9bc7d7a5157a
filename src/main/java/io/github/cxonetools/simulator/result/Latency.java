package io.github.cxonetools.simulator.result;

/**
 * How long handlers took, in milliseconds, by HdrHistogram (three significant digits).
 *
 * @param count how many measurements; all else is 0 where there is none
 */
public record Latency(long count, double min, double p50, double p95, double p99, double max) {

    /** From so many measurements on the 95th percentile is more than the slowest of them. */
    public static final int ENOUGH_FOR_P95 = 20;

    /** The same of the 99th percentile. */
    public static final int ENOUGH_FOR_P99 = 100;

    public static final Latency NONE = new Latency(0, 0, 0, 0, 0, 0);
}
