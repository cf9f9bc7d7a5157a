package io.github.cxonetools.mojo.handlers;

import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerAnswer;
import io.github.cxonetools.execution.ObservedCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Handlers that are called while they are loaded: a call that comes before waits, and one that comes after takes the latest. */
final class ReadyHandlers {

    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile List<Handler> latest = List.of();

    /** From here on calls go to these. */
    void set(List<Handler> handlers) {
        latest = handlers;
        decided.countDown();
    }

    /** Lets whoever waits for handlers go that do not come. */
    void close() {
        decided.countDown();
    }

    /** The handler with this number, whichever is the latest when it is called. */
    Handler get(int index) {
        return new Handler() {
            @Override
            public HandlerAnswer call(byte[] payload, Duration timeout) {
                return submit(payload, timeout).get().answer();
            }

            @Override
            public Supplier<ObservedCall> submit(byte[] payload, Duration timeout) {
                List<Handler> handlers = await();
                return handlers.isEmpty()
                        ? () -> ObservedCall.of(
                                HandlerAnswer.RunFailure.own("exit: the handlers were not loaded", null))
                        : handlers.get(index).submit(payload, timeout);
            }
        };
    }

    private List<Handler> await() {
        try {
            decided.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return latest;
    }
}
