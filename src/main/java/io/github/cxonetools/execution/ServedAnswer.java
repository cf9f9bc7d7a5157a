package io.github.cxonetools.execution;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What this plugin adds to the answers of handlers that it serves itself, so that whoever calls them tells the handler's
 * own time from that of HTTP, of a JVM that starts, and of calls that wait for each other.
 *
 * @param latencyMs the handler's own time in milliseconds; null where the handler was not called
 * @param failure how it failed, without what may quote a payload, as {@code java.lang.IllegalStateException}; null where it
 *     did not, or where that is not known
 * @param start what the call met
 */
public record ServedAnswer(
        @Nullable Double latencyMs, @Nullable String failure, ObservedCall.Start start) {

    /** No handler was called. */
    public static final ServedAnswer NOBODY = new ServedAnswer(null, null, ObservedCall.Start.NOBODY);

    /** The header that every such answer has: {@code not called}, or the handler's own milliseconds. */
    public static final String HEADER = "Cxone-Handler-Latency-Ms";

    /** The header of an answer that tells of a failure. */
    public static final String FAILURE_HEADER = "Cxone-Handler-Failure";

    /** The header of an answer that took more than the handler's usual time, or that no handler gave: {@code cold}, {@code nobody}. */
    public static final String START_HEADER = "Cxone-Handler-Start";

    private static final String NOT_CALLED = "not called";

    /** Of a handler that may have been called before. */
    public ServedAnswer(@Nullable Double latencyMs, @Nullable String failure) {
        this(latencyMs, failure, ObservedCall.Start.WARM);
    }

    /** What is told of {@code call}; of a failure nothing that a header cannot hold. */
    public static ServedAnswer of(ObservedCall call) {
        HandlerAnswer answer = call.answer();
        String failure = answer instanceof HandlerAnswer.RunFailure failed
                ? failed.finding().discreet()
                : null;
        boolean fits = failure != null && failure.chars().allMatch(c -> c >= ' ' && c <= '~');
        return new ServedAnswer(answer.handlerMs(), fits ? failure : null, call.start());
    }

    /** What stands in the head of the answer. */
    public Map<String, String> toHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HEADER, toHeader());
        if (failure != null) {
            headers.put(FAILURE_HEADER, failure);
        }
        if (start != ObservedCall.Start.WARM) {
            headers.put(START_HEADER, start.name().toLowerCase(Locale.ROOT));
        }
        return headers;
    }

    /** The header's value. */
    public String toHeader() {
        return latencyMs == null ? NOT_CALLED : String.format(Locale.ROOT, "%.6f", latencyMs);
    }

    /**
     * What the headers say.
     *
     * @param header gives the first of a name, or null
     * @return null where they are not ours
     */
    static @Nullable ServedAnswer parse(UnaryOperator<@Nullable String> header) {
        String latency = header.apply(HEADER);
        String started = String.valueOf(header.apply(START_HEADER));
        ObservedCall.Start start =
                switch (started) {
                    case "cold" -> ObservedCall.Start.COLD;
                    case "nobody" -> ObservedCall.Start.NOBODY;
                    default -> ObservedCall.Start.WARM;
                };
        if (NOT_CALLED.equals(latency)) {
            return new ServedAnswer(null, header.apply(FAILURE_HEADER), start);
        }
        return latency != null && latency.matches("[0-9]{1,9}\\.[0-9]{6}")
                ? new ServedAnswer(Double.valueOf(latency), header.apply(FAILURE_HEADER), start)
                : null;
    }
}
