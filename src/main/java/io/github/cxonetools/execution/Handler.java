package io.github.cxonetools.execution;

import java.time.Duration;

/** Something that answers a payload: a class in a JVM of its own, or a URL. */
public interface Handler {

    /**
     * Calls the handler once and waits for its answer.
     *
     * @param payload JSON in UTF-8 that the input schema has accepted
     * @param timeout how long to wait; what takes longer is a {@link HandlerAnswer.Failure} that names
     *     {@code java.util.concurrent.TimeoutException}
     */
    HandlerAnswer call(byte[] payload, Duration timeout);
}
