package io.github.cxonetools.report.metrics;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes timestamps; neighbouring rows mostly share one. */
final class TimestampText {

    private static final long SECONDS_A_DAY = 86_400;
    private static final int SECONDS_LENGTH = "2026-01-01T00:00:00Z".length();

    private @Nullable Instant last;
    private long day = -1;
    private String date = "";
    private String text = "";

    String of(Instant timestamp) {
        if (!timestamp.equals(last)) {
            last = timestamp;
            text = text(timestamp);
        }
        return text;
    }

    /** As {@link Instant#toString}, which formats by a pattern, and takes ten times as long. */
    private String text(Instant timestamp) {
        long seconds = timestamp.getEpochSecond();
        if (timestamp.getNano() != 0 || seconds < 0) {
            return timestamp.toString();
        }
        if (seconds / SECONDS_A_DAY != day) {
            day = seconds / SECONDS_A_DAY;
            date = LocalDate.ofEpochDay(day).toString();
        }
        int time = (int) (seconds % SECONDS_A_DAY);
        StringBuilder line = new StringBuilder(SECONDS_LENGTH).append(date).append('T');
        digits(line, time / 3600).append(':');
        digits(line, time / 60 % 60).append(':');
        return digits(line, time % 60).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder line, int number) {
        return line.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
