package io.github.cxonetools.client.settings;

import java.time.Duration;

/** How messages write what is counted. */
public final class Words {

    private Words() {}

    /** {@code 340 ms} below a second, else whole seconds: {@code 31 s}. */
    public static String of(Duration duration) {
        long millis = duration.toMillis();
        return millis < 1000 ? millis + " ms" : Math.round(millis / 1000.0) + " s";
    }

    public static String bytes(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : (bytes >> 10) + " KiB";
    }
}
