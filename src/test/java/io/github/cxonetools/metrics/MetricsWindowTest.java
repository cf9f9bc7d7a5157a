package io.github.cxonetools.metrics;

import io.github.cxonetools.action.RejectedException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MetricsWindowTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-31T12:30:15.250Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "P7D, 2026-03-24T12:30:15Z",
        "PT12H, 2026-03-31T00:30:15Z",
        "P1M, 2026-02-28T12:30:15Z",
        "P1DT6H, 2026-03-30T06:30:15Z",
        "p1w, 2026-03-24T12:30:15Z",
        "2026-01-31, 2026-01-31T00:00:00Z",
        "2026-01-31T10:00:00+02:00, 2026-01-31T08:00:00Z",
        "2026-01-31T10:00:00Z, 2026-01-31T10:00:00Z",
        "2026-01-31T10:00, 2026-01-31T10:00:00Z",
    })
    void readsInstantsDatesAndPeriodsBackFromNow(String from, Instant expected) throws Exception {
        assertThat(MetricsWindow.parse(from, null, NOW).from()).isEqualTo(expected);
    }

    @Test
    void endsAfterWhatHasJustHappened() throws Exception {
        assertThat(MetricsWindow.parse("P7D", null, NOW).to()).isEqualTo("2026-03-31T12:30:16Z");
    }

    @Test
    void followsTheClockOnlyWhereTheUserHasSetNoEnd() throws Exception {
        Instant later = Instant.parse("2026-03-31T12:31:00Z");

        assertThat(MetricsWindow.parse("P7D", null, NOW).at(later).to()).isEqualTo(later);
        assertThat(MetricsWindow.parse("P7D", "P1D", NOW).at(later).to()).isEqualTo("2026-03-30T12:30:15Z");
    }

    @Test
    void aDateThatEndsTheWindowMeansTheEndOfThatDay() throws Exception {
        MetricsWindow window = MetricsWindow.parse("2026-01-01", "2026-01-31", NOW);

        assertThat(window.label()).isEqualTo("2026-01-01T00:00:00Z to 2026-01-31T23:59:59Z");
    }

    @Test
    void saysThatDatesWithoutZoneAreTakenAsUtc() throws Exception {
        assertThat(MetricsWindow.parse("2026-01-01", "2026-01-31T10:00", NOW).notes())
                .containsExactly(
                        "cxone.from 2026-01-01 has no zone: taken as UTC, 2026-01-01T00:00:00Z",
                        "cxone.to 2026-01-31T10:00 has no zone: taken as UTC, 2026-01-31T10:00:00Z");
    }

    @Test
    void refusesAWindowThatEndsBeforeItStarts() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> MetricsWindow.parse("2026-01-31", "2026-01-01", NOW))
                .withMessage(
                        "The metrics window ends before it starts: cxone.from is 2026-01-31T00:00:00Z and cxone.to is"
                                + " 2026-01-01T23:59:59Z. Swap them, or leave cxone.to out for now");
    }

    @Test
    void refusesAFutureWindow() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> MetricsWindow.parse("2026-04-01", "2026-04-02", NOW))
                .withMessageStartingWith("The metrics window begins in the future, at 2026-04-01T00:00:00Z");
    }

    @Test
    void saysThatFiguresEndNowWhereTheWindowReachesIntoTheFuture() throws Exception {
        assertThat(MetricsWindow.parse("P1D", "2026-04-02T00:00:00Z", NOW).notes())
                .containsExactly("The window reaches into the future, to 2026-04-02T00:00:00Z: figures end now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-13-01",
                "2026-02-30",
                "P0D",
                "P-7D",
                "P",
                "PT",
                "P99999999Y",
                "-P1D",
                "31.01.2026",
                "+999999-01-01T00:00:00Z"
            })
    void refusesWhatIsNoMoment(String from) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> MetricsWindow.parse(from, null, NOW))
                .withMessageStartingWith(
                        "cxone.from is \"" + from + "\", which is not a moment. Write an instant like");
    }
}
