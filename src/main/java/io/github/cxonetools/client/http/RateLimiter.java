package io.github.cxonetools.client.http;

import io.github.cxonetools.client.settings.Time;
import java.time.Duration;

/**
 * What all calls of a client know together about the tenant's rate limit. After a 429 all wait, not each for itself; from
 * then on requests start one after another, a little slower than the tenant was seen to accept them.
 */
public final class RateLimiter {

    /** Below what was accepted: at the limit itself every irregularity is turned away. */
    private static final double MARGIN = 0.93;

    /** With each further refusal; simulated over both common limits, this wastes the least time. */
    private static final double SLOWER = 0.8;

    /** Each accepted request makes the pace a little quicker, and after a while without a 429 more so. */
    private static final double QUICKER = 1.0002;

    private static final double QUICKER_LATER = 1.005;
    private static final long LATER = Duration.ofSeconds(30).toNanos();

    /** From fewer requests no rate can be told. */
    private static final int FEWEST = 10;

    private static final int MOST_LATE = 3;

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final Time time;

    private long closedUntil;
    private boolean closed;
    private long accepted;
    private long measuredSince;
    private long nextStart;
    private long lastStart;

    /** Between the starts of two requests, in nanoseconds; 0 while no limit is known. */
    private double pace;

    public RateLimiter(Time time) {
        this.time = time;
        this.measuredSince = time.nanoTime();
        this.closedUntil = measuredSince;
    }

    /** Waits until the limit allows another request. */
    void await() throws InterruptedException {
        for (long rest = rest(); rest > 0; rest = rest()) {
            // A sleep counts whole milliseconds.
            time.sleep(Duration.ofMillis(rest / 1_000_000 + 1));
        }
    }

    /** A request was not turned away. */
    synchronized void accept() {
        accepted++;
        pace /= time.nanoTime() - closedUntil > LATER ? QUICKER_LATER : QUICKER;
    }

    /** The tenant turned a request away: nobody sends another for {@code wait}. */
    synchronized void close(Duration wait) {
        long now = time.nanoTime();
        long until = now + wait.toNanos();
        boolean isFirst = !closed || now - closedUntil >= 0;
        if (isFirst) {
            slowDown(now);
        }
        if (isFirst || until - closedUntil > 0) {
            closedUntil = until;
        }
        closed = true;
    }

    private void slowDown(long now) {
        if (accepted < FEWEST) {
            // Turned away again right after a wait: it was too short, which says nothing about the pace.
            return;
        }
        // Limits count by the second: what was accepted in less than one may be all that one second allows.
        pace = pace == 0 ? Math.max(SECOND, now - measuredSince) / (accepted * MARGIN) : pace / SLOWER;
        accepted = 0;
        measuredSince = now;
    }

    private synchronized long rest() {
        long now = time.nanoTime();
        if (closed && now - closedUntil < 0) {
            return closedUntil - now;
        }
        closed = false;
        if (now - lastStart > SECOND && now - closedUntil > SECOND) {
            // An idle time says nothing about the rate.
            accepted = 0;
            measuredSince = now;
        }
        if (pace == 0) {
            lastStart = now;
            return 0;
        }
        if (now - nextStart < 0) {
            return nextStart - now;
        }
        // What sleeps and busy processors cost is made good, but no more than a few requests' worth at once.
        lastStart = now;
        nextStart = Math.max(nextStart, now - Math.round(MOST_LATE * pace)) + Math.round(pace);
        return 0;
    }
}
