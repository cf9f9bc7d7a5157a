package io.github.cxonetools.metrics;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * A positive ISO-8601 period with calendar days, clock time, or both, as in {@code P1M}, {@code PT12H}, {@code P1DT6H}. The
 * JDK reads only one half at a time.
 */
record IsoPeriod(Period days, Duration time) {

    /** @throws DateTimeException where the text is no period, or not a positive one */
    static IsoPeriod parse(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        int t = upper.indexOf('T');
        Period days = t == 1 ? Period.ZERO : Period.parse(t < 0 ? upper : upper.substring(0, t));
        Duration time = t < 0 ? Duration.ZERO : Duration.parse("P" + upper.substring(t));
        if (days.isNegative() || time.isNegative() || (days.isZero() && time.isZero())) {
            throw new DateTimeException("The period \"" + text + "\" is not positive");
        }
        return new IsoPeriod(days, time);
    }

    IsoPeriod times(long factor) {
        return new IsoPeriod(
                days.isZero() ? days : days.multipliedBy(Math.toIntExact(factor)), time.multipliedBy(factor));
    }

    Instant before(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(days).minus(time).toInstant();
    }

    Instant after(Instant start) {
        return start.atOffset(ZoneOffset.UTC).plus(days).plus(time).toInstant();
    }
}
