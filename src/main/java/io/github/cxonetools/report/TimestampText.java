package io.github.cxonetools.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes timestamps; neighbouring rows mostly share one. */
final class TimestampText {

    private @Nullable Instant last;
    private String text = "";

    String of(Instant timestamp) {
        if (!timestamp.equals(last)) {
            last = timestamp;
            text = timestamp.toString();
        }
        return text;
    }
}
