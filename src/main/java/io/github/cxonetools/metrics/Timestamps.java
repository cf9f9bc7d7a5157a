package io.github.cxonetools.metrics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads timestamps as tenants may write them; without a zone they are UTC. */
final class Timestamps {

    /** A zero stands for any digit from {@link #DATE} on. */
    private static final String SECONDS = "2026-01-01T00:00:00Z";

    private static final int DATE = "2026-01-01".length();

    private String date = "1970-01-01";
    private long day;

    /** Null for what is no timestamp. */
    @Nullable
    Instant parse(String text) {
        try {
            if (text.length() == SECONDS.length() && text.endsWith("Z")) {
                return utcSeconds(text);
            }
            Instant timestamp = otherForm(text);
            Moments.checkYear(timestamp);
            return timestamp;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * The usual form by hand, its date only where it is another than before: the JDK's parser takes a third of the time that
     * 100,000 rows need otherwise.
     */
    private Instant utcSeconds(String text) {
        for (int i = DATE; i < text.length(); i++) {
            char expected = SECONDS.charAt(i);
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                throw new DateTimeException(text);
            }
        }
        int hours = digits(text, 11);
        int minutes = digits(text, 14);
        int seconds = digits(text, 17);
        if (hours > 23 || minutes > 59 || seconds > 59) {
            throw new DateTimeException(text);
        }
        if (!text.startsWith(date)) {
            String next = text.substring(0, DATE);
            LocalDate parsed = LocalDate.parse(next);
            if (parsed.isBefore(LocalDate.EPOCH)) {
                throw new DateTimeException(text);
            }
            day = parsed.toEpochDay();
            date = next;
        }
        return Instant.ofEpochSecond(day * 86_400 + hours * 3_600L + minutes * 60L + seconds);
    }

    private static int digits(String text, int from) {
        return (text.charAt(from) - '0') * 10 + text.charAt(from + 1) - '0';
    }

    private static Instant otherForm(String text) {
        if (text.length() == DATE) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return text.endsWith("Z") ? Instant.parse(text) : withOffset(text);
    }

    private static Instant withOffset(String text) {
        boolean hasOffset = text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return hasOffset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
