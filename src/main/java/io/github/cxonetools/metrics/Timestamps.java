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

    private static final String SECONDS = "2026-01-01T00:00:00Z";

    private Timestamps() {}

    /** Null for what is no timestamp. */
    static @Nullable Instant parse(String text) {
        try {
            if (text.length() == SECONDS.length() && text.endsWith("Z")) {
                return utcSeconds(text);
            }
            if (text.length() == "2026-01-01".length()) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return text.endsWith("Z") ? Instant.parse(text) : withOffset(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The usual form by hand: the JDK's parser takes a third of the time that 100,000 rows need otherwise. */
    private static Instant utcSeconds(String text) {
        for (int i = 0; i < text.length(); i++) {
            char expected = SECONDS.charAt(i);
            char c = text.charAt(i);
            if (Character.isDigit(expected) ? c < '0' || c > '9' : c != expected) {
                throw new DateTimeException(text);
            }
        }
        LocalDateTime time = LocalDateTime.of(
                digits(text, 0, 4),
                digits(text, 5, 7),
                digits(text, 8, 10),
                digits(text, 11, 13),
                digits(text, 14, 16),
                digits(text, 17, 19));
        return Instant.ofEpochSecond(time.toEpochSecond(ZoneOffset.UTC));
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Instant withOffset(String text) {
        boolean hasOffset = text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return hasOffset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
