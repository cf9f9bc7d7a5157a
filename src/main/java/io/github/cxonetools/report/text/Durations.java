package io.github.cxonetools.report.text;

import java.time.Duration;
import java.util.Locale;

/** How the console writes a duration. */
public final class Durations {

    private Durations() {}

    /** {@code 340 ms} below a second, else {@code 1.2 s}, from ten seconds {@code 31 s}. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return String.format(Locale.ROOT, millis < 10_000 ? "%.1f s" : "%.0f s", millis / 1000.0);
    }
}
