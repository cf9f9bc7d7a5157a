package io.github.cxonetools.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time in every notation that a person reads without doubt: ISO-8601 with or without separators, seconds, zone or
 * {@code T}, RFC 1123, and times since 1970 in seconds or smaller units. Without a zone it is UTC. What could be another
 * time as well, such as {@code 01/02/2026}, is none.
 */
final class TimeNotations {

    private static final String CLOCK = "(?:(?:\\s*[Tt]\\s*|\\s+)(?<hour>\\d{1,2})"
            + "(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d+))?)?)?)?";

    private static final String BASIC_CLOCK =
            "(?:\\s*[Tt]?\\s*(?<hour>\\d{2})(?<minute>\\d{2})(?:(?<second>\\d{2})(?:[.,](?<fraction>\\d+))?)?)?";

    /** An offset may name its zone besides; a zone alone would need a calendar of summer times. */
    private static final String ZONE = "\\s*(?:[Zz]|(?:UTC|GMT|UT)?(?:(?<sign>[+-])(?<offset>\\d{1,2})"
            + "(?::?(?<minutes>\\d{2}))?)?)\\s*(?:\\[[\\w/+-]+])?";

    /** A month alone begins with its first day. */
    private static final Pattern EXTENDED =
            Pattern.compile("(?<year>\\d{4})(?<separator>[-/.])(?<month>\\d{1,2})(?:\\k<separator>(?<day>\\d{1,2})"
                    + CLOCK + ZONE + "|(?<=-\\d\\d))");

    private static final Pattern BASIC =
            Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + BASIC_CLOCK + ZONE);

    private static final int LONGEST = 100;

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?(?:[eE]\\+?\\d{1,2})?");

    private TimeNotations() {}

    /** @throws DateTimeException where {@code text} is no time, or not one alone */
    static Instant parse(String text) {
        if (text.length() > LONGEST) {
            throw new DateTimeException("no time: " + text.length() + " characters");
        }
        String time = text.strip();
        Matcher extended = EXTENDED.matcher(time);
        if (extended.matches()) {
            return instant(extended);
        }
        Matcher basic = BASIC.matcher(time);
        boolean isNumber = NUMBER.matcher(time).matches();
        if (!isNumber && basic.matches()) {
            return instant(basic);
        }
        if (isNumber) {
            return sinceEpoch(new BigDecimal(time));
        }
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(time));
    }

    /**
     * Reads a time since 1970-01-01T00:00Z; its number of digits tells the unit: 10 for seconds, 13, 16 and 19 for milli-,
     * micro- and nanoseconds. 8 are a date, 14 a date and time.
     *
     * @throws DateTimeException where it is none of these
     */
    static Instant sinceEpoch(BigDecimal number) {
        long digits = (long) number.precision() - number.scale();
        int smaller = (int) Math.min(digits - 10, Integer.MAX_VALUE);
        if (number.signum() > 0 && smaller >= 0 && smaller <= 9 && smaller % 3 == 0) {
            BigDecimal seconds = number.movePointLeft(smaller).setScale(9, RoundingMode.DOWN);
            return Instant.ofEpochSecond(
                    seconds.longValue(),
                    seconds.remainder(BigDecimal.ONE).unscaledValue().longValue());
        }
        if (digits == 8 || digits == 14) {
            Matcher basic = BASIC.matcher(number.toBigInteger().toString());
            if (basic.matches() && number.stripTrailingZeros().scale() <= 0) {
                return instant(basic);
            }
        }
        throw new DateTimeException("no time: " + digits + " digits");
    }

    private static Instant instant(Matcher time) {
        LocalDateTime local = LocalDateTime.of(
                number(time, "year", 0),
                number(time, "month", 1),
                number(time, "day", 1),
                number(time, "hour", 0),
                number(time, "minute", 0),
                number(time, "second", 0),
                nanos(time.group("fraction")));
        int hours = number(time, "offset", 0);
        int minutes = number(time, "minutes", 0);
        int sign = "-".equals(time.group("sign")) ? -1 : 1;
        return local.toInstant(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }

    private static int number(Matcher time, String group, int absent) {
        String digits = time.group(group);
        return digits == null ? absent : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }
}
