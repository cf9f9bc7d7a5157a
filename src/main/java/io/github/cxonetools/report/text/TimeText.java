package io.github.cxonetools.report.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Times as the pages show them, in UTC; the exact stamps belong into a tooltip. */
public final class TimeText {

    /**
     * Said here: to look them up among the JDK's locales takes longer than all else that a goal does with a time. Its formatters
     * are not loaded for the rest either.
     */
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

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

    private static String day(ZonedDateTime utc) {
        return utc.getDayOfMonth() + " " + MONTHS.get(utc.getMonthValue() - 1);
    }

    private static String dayAndYear(ZonedDateTime utc) {
        return day(utc) + " " + utc.getYear();
    }

    private static String clock(ZonedDateTime utc) {
        return utc.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** As {@link Instant#toString} gives it, {@code 2026-11-28T14:05:00Z}. */
    static String stamp(Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        boolean isWholeMinute = utc.getSecond() == 0 && utc.getNano() == 0;
        return utc + (isWholeMinute ? ":00Z" : "Z");
    }

    /** {@code 28 Nov 2026, 14:05 UTC}. */
    public static String moment(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return dayAndYear(utc) + ", " + clock(utc) + " UTC";
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
        String from = day(begin) + ", " + clock(begin);
        return begin.toLocalDate().equals(end.toLocalDate())
                ? from + "–" + clock(end)
                : from + " – " + day(end) + ", " + clock(end);
    }

    private static String days(ZonedDateTime begin, ZonedDateTime end) {
        if (begin.getYear() != end.getYear()) {
            return dayAndYear(begin) + " – " + dayAndYear(end);
        }
        if (begin.getMonth() != end.getMonth()) {
            return day(begin) + " – " + day(end);
        }
        return begin.getDayOfMonth() == end.getDayOfMonth() ? day(end) : begin.getDayOfMonth() + "–" + day(end);
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
