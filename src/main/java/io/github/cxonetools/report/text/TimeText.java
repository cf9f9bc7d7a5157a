package io.github.cxonetools.report.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times as the pages show them, in UTC; the exact stamps belong into a tooltip. */
public final class TimeText {

    /** Said here: to look them up among the JDK's locales takes longer than all else that a goal does with a time. */
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final DateTimeFormatter DAY = day().toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR =
            day().appendPattern(" yyyy").toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** Below two days a window's hours matter. */
    private static final Duration HOURS_MATTER = Duration.ofDays(2);

    private static final Map<String, String> INTERVALS = Map.of(
            "PT1M", "by the minute",
            "PT60M", "hourly",
            "PT1H", "hourly",
            "PT24H", "daily",
            "P1D", "daily",
            "P7D", "weekly",
            "P1W", "weekly",
            "P1M", "monthly");

    private TimeText() {}

    private static DateTimeFormatterBuilder day() {
        Map<Long, String> months = new HashMap<>();
        for (int month = 1; month <= MONTHS.size(); month++) {
            months.put((long) month, MONTHS.get(month - 1));
        }
        return new DateTimeFormatterBuilder().appendPattern("d ").appendText(ChronoField.MONTH_OF_YEAR, months);
    }

    /** {@code 28 Nov 2026, 14:05 UTC}. */
    public static String moment(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return DAY_AND_YEAR.format(utc) + ", " + CLOCK.format(utc) + " UTC";
    }

    /**
     * {@code 21–28 Nov}, {@code 28 Nov – 3 Dec}, {@code 28 Dec 2025 – 3 Jan 2026}; {@code 28 Nov, 09:00–15:00} below two days.
     * A window that ends at midnight ends on the day before.
     */
    public static String window(Instant from, Instant to) {
        ZonedDateTime begin = from.atZone(ZoneOffset.UTC);
        ZonedDateTime end = to.atZone(ZoneOffset.UTC);
        boolean midnights = begin.toLocalTime().equals(LocalTime.MIDNIGHT)
                && end.toLocalTime().equals(LocalTime.MIDNIGHT);
        if (!midnights && Duration.between(from, to).compareTo(HOURS_MATTER) < 0) {
            return hours(begin, end);
        }
        boolean endsBefore = end.toLocalTime().equals(LocalTime.MIDNIGHT) && to.isAfter(from);
        return days(begin, endsBefore ? end.minusDays(1) : end);
    }

    private static String hours(ZonedDateTime begin, ZonedDateTime end) {
        String from = DAY.format(begin) + ", " + CLOCK.format(begin);
        return begin.toLocalDate().equals(end.toLocalDate())
                ? from + "–" + CLOCK.format(end)
                : from + " – " + DAY.format(end) + ", " + CLOCK.format(end);
    }

    private static String days(ZonedDateTime begin, ZonedDateTime end) {
        if (begin.getYear() != end.getYear()) {
            return DAY_AND_YEAR.format(begin) + " – " + DAY_AND_YEAR.format(end);
        }
        if (begin.getMonth() != end.getMonth()) {
            return DAY.format(begin) + " – " + DAY.format(end);
        }
        return begin.getDayOfMonth() == end.getDayOfMonth()
                ? DAY.format(end)
                : begin.getDayOfMonth() + "–" + DAY.format(end);
    }

    /** An ISO-8601 period as {@code daily}, {@code hourly}, {@code every 15 minutes}; itself where it has no word. */
    public static String interval(String period) {
        String word = INTERVALS.get(period);
        return word != null ? word : every(period);
    }

    private static String every(String period) {
        boolean clock = period.startsWith("PT");
        String number = period.replaceAll("\\D", "");
        String unit = period.substring(period.length() - 1);
        Map<String, String> units = clock
                ? Map.of("S", "second", "M", "minute", "H", "hour")
                : Map.of("D", "day", "W", "week", "M", "month", "Y", "year");
        boolean plain = period.matches("PT?[1-9]\\d*[A-Z]") && units.containsKey(unit);
        return plain
                ? "every " + (number.equals("1") ? "" : number + " ") + units.get(unit)
                        + (number.equals("1") ? "" : "s")
                : period;
    }
}
