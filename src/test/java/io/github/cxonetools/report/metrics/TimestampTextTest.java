package io.github.cxonetools.report.metrics;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimestampTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-01-31T10:00:00Z",
                "2026-01-31T10:07:00Z",
                "2026-01-31T10:07:01Z",
                "2026-01-31T10:07:00.001Z",
                "2026-01-31T10:07:00.123456789Z",
                "9999-12-31T23:59:59Z",
                "+12026-01-31T10:00:00Z",
                "-0001-01-01T00:00:00Z",
            })
    void writesWhatTheJdkWrites(String text) {
        assertThat(new TimestampText().of(Instant.parse(text))).isEqualTo(text);
    }
}
