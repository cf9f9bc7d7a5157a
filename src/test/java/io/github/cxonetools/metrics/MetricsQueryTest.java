package io.github.cxonetools.metrics;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MetricsQueryTest {

    private static final MetricsWindow JANUARY =
            new MetricsWindow(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-31T23:59:59Z"), List.of());

    @Test
    void speaksTheContractToTheLetter() throws Exception {
        MetricsQuery query = MetricsQuery.parse(List.of("a-1"), JANUARY, "P1D", "status, version");

        assertThat(Json.compact(query.toJson("a-1")))
                .isEqualTo("{\"dateFrom\":\"2026-01-01T00:00:00Z\",\"dateTo\":\"2026-01-31T23:59:59Z\","
                        + "\"groupBy\":[\"status\",\"version\"],\"interval\":\"P1D\","
                        + "\"filters\":[{\"dimension\":\"actionId\",\"operator\":\"EQUALS\",\"value\":\"a-1\"}],"
                        + "\"metrics\":[\"count\",\"avgLatencyMs\",\"errorRate\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 day", "P0D", "-P1D", "P1X"})
    void refusesAnIntervalThatIsNone(String interval) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> MetricsQuery.parse(List.of("a-1"), JANUARY, interval, "status"))
                .withMessage("cxone.interval is \"" + interval
                        + "\", which is not a positive ISO-8601 period. Write P1D, PT1H or the like");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P8000Y", "P1000000000Y", "P2147483647M", "PT999999999999999H"})
    void refusesAnIntervalThatNoCalendarHolds(String interval) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> MetricsQuery.parse(List.of("a-1"), JANUARY, interval, "status"))
                .withMessage("cxone.interval is \"" + interval
                        + "\", which ends after the year 9999. Write P1D, PT1H or the like");
    }

    @Test
    void asksForTheIntervalAsTheStandardWritesIt() throws Exception {
        MetricsQuery query = MetricsQuery.parse(List.of("a-1"), JANUARY, " p1dt12h ", "status");

        assertThat(query.toJson("a-1").path("interval").stringValue()).isEqualTo("P1DT12H");
    }

    @Test
    void refusesAGroupingThatIsNoName() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> MetricsQuery.parse(List.of("a-1"), JANUARY, "P1D", "status;version"))
                .withMessage("cxone.groupBy holds \"status;version\", which is not a dimension."
                        + " Write names separated by commas, for example status,version");
    }

    @Test
    void refusesAGroupingThatIsNamedTwice() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> MetricsQuery.parse(List.of("a-1"), JANUARY, "P1D", "status,status"))
                .withMessage("cxone.groupBy names a dimension twice: status,status");
    }
}
