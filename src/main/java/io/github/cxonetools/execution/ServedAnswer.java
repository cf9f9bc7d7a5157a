package io.github.cxonetools.execution;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What this plugin adds to the answers of handlers that it serves itself, so that whoever calls them tells the handler's
 * own time from that of HTTP, of a JVM that starts, and of calls that wait for each other.
 *
 * @param latencyMs the handler's own time in milliseconds; null where the handler was not called
 * @param failure how it failed, without what may quote a payload, as {@code java.lang.IllegalStateException}; null where it
 *     did not, or where that is not known
 */
public record ServedAnswer(
        @Nullable Double latencyMs, @Nullable String failure) {

    /** The header that every such answer has: {@code not called}, or the handler's own milliseconds. */
    public static final String HEADER = "Cxone-Handler-Latency-Ms";

    /** The header of an answer that tells of a failure. */
    public static final String FAILURE_HEADER = "Cxone-Handler-Failure";

    private static final String NOT_CALLED = "not called";

    /** What is told of {@code answer}; of a failure nothing that a header cannot hold. */
    public static ServedAnswer of(HandlerAnswer answer) {
        String failure = answer instanceof HandlerAnswer.RunFailure failed
                ? failed.finding().discreet()
                : null;
        boolean fits = failure != null && failure.chars().allMatch(c -> c >= ' ' && c <= '~');
        return new ServedAnswer(answer.handlerMs(), fits ? failure : null);
    }

    /** The header's value. */
    public String toHeader() {
        return latencyMs == null ? NOT_CALLED : String.format(Locale.ROOT, "%.6f", latencyMs);
    }

    /**
     * What the headers say.
     *
     * @param failure of {@link #FAILURE_HEADER}
     * @return null where {@code header} is not one of ours
     */
    static @Nullable ServedAnswer parse(@Nullable String header, @Nullable String failure) {
        if (NOT_CALLED.equals(header)) {
            return new ServedAnswer(null, failure);
        }
        return header != null && header.matches("[0-9]{1,9}\\.[0-9]{6}")
                ? new ServedAnswer(Double.valueOf(header), failure)
                : null;
    }
}
