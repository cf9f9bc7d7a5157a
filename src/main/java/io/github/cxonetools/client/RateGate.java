package io.github.cxonetools.client;

import java.time.Duration;

/** What all calls of a client know together about the tenant's rate limit: after a 429 all wait, not each for itself. */
final class RateGate {

    private final Time time;

    private long closedUntil;
    private boolean closed;

    RateGate(Time time) {
        this.time = time;
    }

    /** Waits until the limit allows another request. */
    void await() throws InterruptedException {
        for (Duration rest = rest(); rest.compareTo(Duration.ZERO) > 0; rest = rest()) {
            time.sleep(rest);
        }
    }

    /** The tenant turned a request away: nobody sends another for {@code wait}. */
    synchronized void close(Duration wait) {
        long until = time.nanoTime() + wait.toNanos();
        if (!closed || until - closedUntil > 0) {
            closedUntil = until;
            closed = true;
        }
    }

    private synchronized Duration rest() {
        if (!closed) {
            return Duration.ZERO;
        }
        long rest = closedUntil - time.nanoTime();
        closed = rest > 0;
        // A sleep counts whole milliseconds.
        return closed ? Duration.ofNanos(rest).plusMillis(1) : Duration.ZERO;
    }
}
