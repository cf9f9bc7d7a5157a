package io.github.cxonetools.report.text;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page is about: the build that made it, as far as it is known.
 *
 * @param project the project's name; null outside of a project
 * @param version its version; null outside of a project
 * @param commit the hash that it was built from, or null
 * @param time when the run began that the page tells of; null where the page must be free of the clock
 */
public record PageOrigin(
        @Nullable String project,
        @Nullable String version,
        @Nullable String commit,
        @Nullable Instant time) {

    /** Nothing is known. */
    public static final PageOrigin UNKNOWN = new PageOrigin(null, null, null, null);
}
