package io.github.cxonetools.execution;

import io.github.cxonetools.action.ExecutionFinding;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one call, with what was observed meanwhile: what it printed, where it failed, what it left behind.
 *
 * @param answer what came of it
 * @param printed what the handler printed meanwhile
 * @param stack where it failed, or what its thread was doing when its time was over; null where it did not fail
 * @param leftover what it leaves behind that it should not; null where there is nothing
 * @param ended true where the handler's JVM did not survive the call
 * @param start what the call met
 */
public record ObservedCall(
        HandlerAnswer answer,
        String printed,
        @Nullable CallStack stack,
        @Nullable ExecutionFinding leftover,
        boolean ended,
        Start start) {

    /** What a call met. */
    public enum Start {
        /** Nobody: nothing listens, or the way there is closed. */
        NOBODY,
        /** A handler that had not been called before: it loads classes and opens connections meanwhile. */
        COLD,
        /** A handler that had been called, or of which that is not known. */
        WARM
    }

    /** A call of a handler that may have been called before. */
    public ObservedCall(
            HandlerAnswer answer,
            String printed,
            @Nullable CallStack stack,
            @Nullable ExecutionFinding leftover,
            boolean ended) {
        this(answer, printed, stack, leftover, ended, Start.WARM);
    }

    /** A call of which only the answer is known. */
    public static ObservedCall of(HandlerAnswer answer) {
        return new ObservedCall(answer, "", null, null, false);
    }
}
