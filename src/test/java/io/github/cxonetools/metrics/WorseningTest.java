package io.github.cxonetools.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WorseningTest {

    @ParameterizedTest(name = "{0} of {1} after {2} of {3}: {4}")
    @CsvSource({
        // What chance explains.
        "1, 3, 0, 3, false",
        "2, 2, 0, 2, false",
        "3, 100, 1, 100, false",
        "1, 1, 10, 1000, false",
        // What it does not.
        "5, 5, 0, 5, true",
        "12, 400, 2, 900, true",
        "200000, 10000000, 100000, 10000000, true",
        // More, but no fifth more, on very many.
        "110000, 10000000, 100000, 10000000, false",
        // The same and better.
        "10, 1000, 10, 1000, false",
        "0, 1000, 10, 1000, false",
        "0, 0, 10, 1000, false",
        "10, 10, 0, 0, false",
    })
    void aRateIsClearlyWorseWhereChanceDoesNotExplainIt(
            long errors, long executions, long errorsBefore, long executionsBefore, boolean worse) {
        assertThat(Worsening.ofErrorRate(figures(errors, executions), figures(errorsBefore, executionsBefore)))
                .isEqualTo(worse);
    }

    @ParameterizedTest(name = "{0} ms of {1} after {2} ms of {3}: {4}")
    @CsvSource({
        "49, 1000, 40, 1000, true",
        "48, 1000, 40, 1000, false",
        "400, 19, 40, 1000, false",
        "400, 1000, 40, 19, false",
        "30, 1000, 40, 1000, false",
    })
    void aLatencyIsClearlyWorseWhereItIsAFifthAboveOnEnoughExecutions(
            BigDecimal latency, long measured, BigDecimal latencyBefore, long measuredBefore, boolean worse) {
        assertThat(Worsening.ofLatency(
                        new Figures(measured, null, null, latency, measured),
                        new Figures(measuredBefore, null, null, latencyBefore, measuredBefore)))
                .isEqualTo(worse);
    }

    @Test
    void nothingIsWorseThanWhatIsNotKnown() {
        Figures unknown = new Figures(null, null, null, null, null);

        assertThat(Worsening.ofErrorRate(figures(9, 9), null)).isFalse();
        assertThat(Worsening.ofErrorRate(figures(9, 9), unknown)).isFalse();
        assertThat(Worsening.ofErrorRate(unknown, figures(0, 9))).isFalse();
        assertThat(Worsening.ofLatency(unknown, figures(0, 9))).isFalse();
        assertThat(Worsening.ofLatency(figures(0, 9), null)).isFalse();
    }

    /** Fisher's own example, the lady who tasted tea: 3 or more of 4 cups right by chance is 17 of 70. */
    @Test
    void theProbabilityIsExact() {
        assertThat(ExactTest.probability(3, 4, 1, 4)).isEqualTo(17.0 / 70, within(1e-10));
        assertThat(ExactTest.probability(4, 4, 0, 4)).isEqualTo(1.0 / 70, within(1e-10));
        assertThat(ExactTest.probability(0, 4, 4, 4)).isEqualTo(1, within(1e-10));
    }

    private static Figures figures(long errors, long executions) {
        BigDecimal rate = executions == 0
                ? null
                : BigDecimal.valueOf(errors).divide(BigDecimal.valueOf(executions), MathContext.DECIMAL64);
        return new Figures(executions, BigDecimal.valueOf(errors), rate, null, null);
    }
}
