package io.github.cxonetools.tenant.analytics;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * An ISO-8601 interval that cuts time, in UTC: days at midnight, weeks on Monday, months on the first, and what is given in
 * hours, minutes and seconds from the epoch on.
 */
final class Interval {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final long millis;
    private final int months;

    private Interval(long millis, int months) {
        this.millis = millis;
        this.months = months;
    }

    /** The interval that {@code text} says; null where it is none, or mixes months with days. */
    static @Nullable Interval parse(String text) {
        try {
            if (text.contains("T")) {
                long millis = Duration.parse(text).toMillis();
                return millis >= 1000 ? new Interval(millis, 0) : null;
            }
            Period period = Period.parse(text);
            long months = period.toTotalMonths();
            if (months > 0 && period.getDays() == 0) {
                return new Interval(0, Math.toIntExact(months));
            }
            return months == 0 && period.getDays() > 0 ? new Interval(period.getDays() * DAY_MILLIS, 0) : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** The beginning of the interval that {@code atMillis} lies in, in milliseconds since the epoch. */
    long startOf(long atMillis) {
        if (months > 0) {
            LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(atMillis), ZoneOffset.UTC);
            int index = Math.floorDiv(day.getYear() * 12 + day.getMonthValue() - 1, months) * months;
            return midnight(LocalDate.of(Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1, 1));
        }
        long origin = millis % (7 * DAY_MILLIS) == 0 ? firstMonday() : 0;
        return Math.floorDiv(atMillis - origin, millis) * millis + origin;
    }

    /** The beginning of the interval after the one that begins at {@code startMillis}. */
    long endOf(long startMillis) {
        return months > 0
                ? midnight(LocalDate.ofInstant(Instant.ofEpochMilli(startMillis), ZoneOffset.UTC)
                        .plusMonths(months))
                : startMillis + millis;
    }

    private static long firstMonday() {
        return midnight(LocalDate.EPOCH.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
