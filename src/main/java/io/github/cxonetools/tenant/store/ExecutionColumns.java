package io.github.cxonetools.tenant.store;

/**
 * Executions as columns of one length, in the order in which they were recorded.
 *
 * @param millis when each began, in milliseconds since the epoch
 * @param series the number of what each has in common with others
 * @param micros latency in microseconds; -1 where the handler was not called
 */
public record ExecutionColumns(long[] millis, int[] series, long[] micros) {}
