package io.github.cxonetools.simulator;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets through at most one sign of progress every two seconds. */
final class ProgressThrottle {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

    private final SimulationEvents events;
    private final LongSupplier nanoTime;
    private long last;

    ProgressThrottle(SimulationEvents events, LongSupplier nanoTime) {
        this.events = events;
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    void report(String action, int done, int total) {
        long now = nanoTime.getAsLong();
        if (now - last >= PAUSE && done < total) {
            last = now;
            events.progress(action, done, total);
        }
    }
}
