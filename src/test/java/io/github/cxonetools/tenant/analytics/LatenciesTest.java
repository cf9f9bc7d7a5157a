package io.github.cxonetools.tenant.analytics;

import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LatenciesTest {

    private static final int[] PERCENTS = {50, 90, 95, 99, 100};

    private final Latencies.Scratch scratch = new Latencies.Scratch();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 100, 1023, 1024, 1025, 5000})
    void percentilesAreThoseOfAnHdrHistogramOfTwoDigits(int count) {
        Random random = new Random(count);
        Latencies latencies = new Latencies();
        Histogram histogram = new Histogram(2);
        for (int i = 0; i < count; i++) {
            long value = random.nextLong() >>> 2 + random.nextInt(62);
            latencies.add(value);
            histogram.recordValue(value);
        }

        long[] percentiles = latencies.percentiles(scratch, PERCENTS);

        for (int i = 0; i < PERCENTS.length; i++) {
            assertThat(percentiles[i]).isEqualTo(histogram.getValueAtPercentile(PERCENTS[i]));
        }
    }

    @Test
    void oneRowLeavesNothingForTheNext() {
        Latencies high = new Latencies();
        high.add(1_000_000);
        high.percentiles(scratch, 50);
        Latencies low = new Latencies();
        low.add(0);
        low.add(255);

        assertThat(low.percentiles(scratch, 50, 100)).containsExactly(0, 255);
        assertThat(low.percentiles(scratch, 100)).containsExactly(255);
    }
}
