package io.github.cxonetools.metrics;

import io.github.cxonetools.action.RejectedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/** Reads moments as users write them, relative to one now, and notes what it had to assume. */
final class Moments {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WITHOUT_ZONE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Instant exactNow;
    private final List<String> notes;

    Moments(Instant now, List<String> notes) {
        this.exactNow = now;
        this.notes = notes;
    }

    /** Now in whole seconds, rounded up: what has just happened lies before it. */
    Instant now() {
        Instant second = exactNow.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(exactNow) ? second : second.plusSeconds(1);
    }

    Instant start(String parameter, String text) throws RejectedException {
        return moment(parameter, text.strip(), LocalTime.MIN);
    }

    Instant end(String parameter, String text) throws RejectedException {
        return moment(parameter, text.strip(), LAST_SECOND);
    }

    private Instant moment(String parameter, String text, LocalTime timeOfDate) throws RejectedException {
        try {
            Instant moment = read(parameter, text, timeOfDate);
            checkYear(moment);
            return moment;
        } catch (DateTimeException | ArithmeticException e) {
            throw new RejectedException(
                    "cxone." + parameter + " is \"" + text + "\", which is not a moment. Write an instant like"
                            + " 2026-01-31T10:00:00Z, a date like 2026-01-31 (UTC), or a period back from now like P7D or PT12H",
                    e);
        }
    }

    /** @throws DateTimeException outside the years 1970 to 9999, in which executions and calendars are at home */
    static void checkYear(Instant moment) {
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LAST)) {
            throw new DateTimeException("outside the years 1970 to 9999");
        }
    }

    private Instant read(String parameter, String text, LocalTime timeOfDate) {
        if (DATE.matcher(text).matches()) {
            return utc(parameter, text, LocalDate.parse(text).atTime(timeOfDate));
        }
        if (WITHOUT_ZONE.matcher(text).matches()) {
            return utc(parameter, text, LocalDateTime.parse(text));
        }
        if (text.startsWith("P") || text.startsWith("p")) {
            return IsoPeriod.parse(text).before(exactNow).truncatedTo(ChronoUnit.SECONDS);
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    private Instant utc(String parameter, String text, LocalDateTime time) {
        Instant instant = time.toInstant(ZoneOffset.UTC);
        notes.add("cxone." + parameter + " " + text + " has no zone: taken as UTC, " + instant);
        return instant;
    }
}
