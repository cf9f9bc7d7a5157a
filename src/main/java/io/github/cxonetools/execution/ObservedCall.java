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
 */
public record ObservedCall(
        HandlerAnswer answer,
        String printed,
        @Nullable CallStack stack,
        @Nullable ExecutionFinding leftover,
        boolean ended) {

    /** A call of which only the answer is known. */
    public static ObservedCall of(HandlerAnswer answer) {
        return new ObservedCall(answer, "", null, null, false);
    }
}
