package io.github.cxonetools.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Writes timestamps; neighbouring rows mostly share one. */
final class TimestampText {

    private @Nullable Instant last;
    private String text = "";

    String of(Instant timestamp) {
        if (!timestamp.equals(last)) {
            last = timestamp;
            text = text(timestamp);
        }
        return text;
    }

    /** As {@link Instant#toString}, which formats by a pattern, and takes five times as long. */
    private static String text(Instant timestamp) {
        if (timestamp.getNano() != 0) {
            return timestamp.toString();
        }
        String local = LocalDateTime.ofEpochSecond(timestamp.getEpochSecond(), 0, ZoneOffset.UTC)
                .toString();
        return local.length() - local.indexOf('T') == "T00:00".length() ? local + ":00Z" : local + "Z";
    }
}
