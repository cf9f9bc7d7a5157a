package io.github.cxonetools.execution;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that answers a payload: a class in a JVM of its own, or a URL. */
@FunctionalInterface
public interface Handler {

    /**
     * Calls the handler once and waits for its answer.
     *
     * @param payload JSON in UTF-8 that the input schema has accepted
     * @param timeout how long to wait; what takes longer is a {@link HandlerAnswer.RunFailure} that names
     *     {@code java.util.concurrent.TimeoutException}
     */
    HandlerAnswer call(byte[] payload, Duration timeout);

    /**
     * As {@link #call}, but the wait is apart: several calls may be submitted before the first is asked for, and are
     * executed in that order, one after another. Each must be asked for, in that order.
     */
    default Supplier<ObservedCall> submit(byte[] payload, Duration timeout) {
        ObservedCall observed = ObservedCall.of(call(payload, timeout));
        return () -> observed;
    }

    /**
     * As {@link #submit}, but the call may begin only after {@link #flush}, so that several cross to another process at
     * once. Once a call has ended the handler's JVM, each begins when it is asked for.
     */
    default Supplier<ObservedCall> enqueue(byte[] payload, Duration timeout) {
        return submit(payload, timeout);
    }

    /** Lets the calls begin that were enqueued. */
    default void flush() {}

    /** Whether {@link #enqueue} gathers calls; else each is submitted, and may be over when it returns. */
    default boolean takesBatches() {
        return false;
    }

    /**
     * Does what the first call would otherwise wait for, for example loading the class.
     *
     * @return the failure that every call meets, for example because a constructor throws; null where there is none
     */
    default HandlerAnswer.@Nullable RunFailure prepare() {
        return null;
    }

    /** Takes what the handler has printed between calls. */
    default String takePrintedBetweenCalls() {
        return "";
    }
}
