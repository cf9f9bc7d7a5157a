package io.github.cxonetools.simulator.result;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/** Collects measurements; one is enough for many fixtures, because a histogram is large. */
public final class LatencyRecorder {

    private static final double NANOS = 1e6;

    private @Nullable Histogram histogram;
    private long count;
    private double min;
    private double max;

    public void add(double millis) {
        if (count == 1) {
            histogram().recordValue(nanos(max));
        }
        if (count > 0) {
            histogram().recordValue(nanos(millis));
        }
        min = count == 0 ? millis : Math.min(min, millis);
        max = count == 0 ? millis : Math.max(max, millis);
        count++;
    }

    /** What was collected since the last question. A single measurement, the rule, needs no histogram. */
    public Latency take() {
        long taken = count;
        count = 0;
        if (taken == 0) {
            return Latency.NONE;
        }
        if (taken == 1) {
            return new Latency(1, max, max, max, max, max);
        }
        Latency latency = new Latency(taken, min, percentile(50), percentile(95), percentile(99), max);
        histogram().reset();
        return latency;
    }

    /** How what was collected since the last question is spread; asked before {@link #take}. */
    public List<LatencyProfile.Bin> bins() {
        Map<Integer, Long> counts = new TreeMap<>();
        if (count == 1) {
            counts.put(LatencyProfile.index(max), 1L);
        } else if (count > 1) {
            for (HistogramIterationValue each : histogram().recordedValues()) {
                double millis = Math.min(max, Math.max(min, each.getValueIteratedTo() / NANOS));
                counts.merge(LatencyProfile.index(millis), each.getCountAtValueIteratedTo(), Long::sum);
            }
        }
        return counts.entrySet().stream()
                .map(bin -> LatencyProfile.Bin.of(bin.getKey(), bin.getValue()))
                .toList();
    }

    private Histogram histogram() {
        Histogram made = histogram != null ? histogram : new Histogram(3);
        histogram = made;
        return made;
    }

    private static long nanos(double millis) {
        return Math.max(1, Math.round(millis * NANOS));
    }

    /** The histogram rounds; a percentile beyond the exact ends would look like an error. */
    private double percentile(double percent) {
        return Math.min(max, Math.max(min, histogram().getValueAtPercentile(percent) / NANOS));
    }
}
