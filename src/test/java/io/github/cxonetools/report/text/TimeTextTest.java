package io.github.cxonetools.report.text;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-21T14:05:00Z | 2026-11-28T14:05:00Z | 21–28 Nov",
                "2026-11-21T00:00:00Z | 2026-11-29T00:00:00Z | 21–28 Nov",
                "2026-11-28T00:00:00Z | 2026-11-29T00:00:00Z | 28 Nov",
                "2026-11-28T10:00:00Z | 2026-12-03T10:00:00Z | 28 Nov – 3 Dec",
                "2025-12-28T10:00:00Z | 2026-01-03T10:00:00Z | 28 Dec 2025 – 3 Jan 2026",
                "2026-11-28T09:00:00Z | 2026-11-28T15:30:00Z | 28 Nov, 09:00–15:30",
                "2026-11-28T22:00:00Z | 2026-11-29T06:00:00Z | 28 Nov, 22:00 – 29 Nov, 06:00",
            })
    void saysAWindowInWords(Instant from, Instant to, String words) {
        assertThat(TimeText.window(from, to)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "P1D, daily",
        "PT1H, hourly",
        "PT15M, every 15 minutes",
        "PT6H, every 6 hours",
        "P2D, every 2 days",
        "P7D, weekly",
        "PT1S, every second",
        "P1DT12H, P1DT12H",
    })
    void saysAnIntervalInWords(String period, String words) {
        assertThat(TimeText.interval(period)).isEqualTo(words);
    }

    @Test
    void givesATimeItsDate() {
        assertThat(TimeText.moment(Instant.parse("2026-11-08T04:05:59Z"))).isEqualTo("8 Nov 2026, 04:05 UTC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-08T04:05:59Z",
                "2026-11-08T04:05:00Z",
                "2026-11-08T00:00:00Z",
                "2026-11-08T04:05:00.1Z",
                "2026-11-08T04:05:59.000120Z",
                "2026-11-08T04:05:59.000000001Z"
            })
    void givesAStampAsTheJdkDoes(Instant time) {
        assertThat(TimeText.stamp(time)).isEqualTo(time.toString());
    }
}
