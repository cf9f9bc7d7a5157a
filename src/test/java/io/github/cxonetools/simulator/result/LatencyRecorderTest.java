package io.github.cxonetools.simulator.result;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LatencyRecorderTest {

    private final LatencyRecorder recorder = new LatencyRecorder();

    @Test
    void tellsPercentilesAndTheExactEnds() {
        for (int i = 1000; i >= 1; i--) {
            recorder.add(i * 0.1);
        }

        Latency latency = recorder.take();

        assertThat(latency.count()).isEqualTo(1000);
        assertThat(latency.min()).isEqualTo(0.1);
        assertThat(latency.p50()).isCloseTo(50, within(0.1));
        assertThat(latency.p95()).isCloseTo(95, within(0.1));
        assertThat(latency.p99()).isCloseTo(99, within(0.1));
        assertThat(latency.max()).isEqualTo(100);
    }

    @Test
    void countsEachMeasurementInOneBinOfALogarithmicScale() {
        for (int i = 1; i <= 500; i++) {
            recorder.add(i * 0.02);
        }

        List<LatencyProfile.Bin> bins = recorder.bins();

        assertThat(bins.stream().mapToLong(LatencyProfile.Bin::count).sum()).isEqualTo(500);
        assertThat(bins).isSortedAccordingTo(Comparator.comparingDouble(LatencyProfile.Bin::from));
        assertThat(bins).allSatisfy(bin -> assertThat(bin.to() / bin.from()).isCloseTo(1.26, within(0.02)));
        assertThat(bins.get(bins.size() - 1)).isEqualTo(new LatencyProfile.Bin(10, 12.6, 1));
        assertThat(recorder.take().count()).isEqualTo(500);
        recorder.add(0.3);
        assertThat(recorder.bins()).containsExactly(new LatencyProfile.Bin(0.251, 0.316, 1));
    }

    @Test
    void beginsAnewAfterEachQuestion() {
        recorder.add(7);
        recorder.add(9);
        assertThat(recorder.take().max()).isEqualTo(9);
        assertThat(recorder.take()).isEqualTo(Latency.NONE);
        recorder.add(3);
        assertThat(recorder.take()).isEqualTo(new Latency(1, 3, 3, 3, 3, 3));
    }
}
