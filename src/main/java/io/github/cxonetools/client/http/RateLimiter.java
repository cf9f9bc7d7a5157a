package io.github.cxonetools.client.http;

import io.github.cxonetools.client.settings.Time;
import java.time.Duration;
import java.util.Optional;

/**
 * What all calls of a client know together about the tenant's rate limit. After a 429 all wait, not each for itself; from
 * then on requests start one after another, a little slower than the tenant was seen to accept them.
 *
 * <p>Limits count by the second, in fixed windows, over the last second, or by tokens. So a wait that no {@code Retry-After} asks
 * for lasts until the second since the first request is over, and what was accepted between a wait and the next 429 tells the
 * rate. The constants are those that wasted the least time when all these limits were simulated.
 */
public final class RateLimiter {

    /** Below what was accepted: at the limit itself every irregularity is turned away. */
    private static final double MARGIN = 0.96;

    /** At least, with each further refusal. */
    private static final double SLOWER = 0.95;

    /** Each accepted request makes the pace a little quicker, and after a while without a 429 more so. */
    private static final double QUICKER = 1.0002;

    private static final double QUICKER_LATER = 1.005;
    private static final long LATER = Duration.ofSeconds(30).toNanos();

    /** From fewer requests no rate can be told. */
    private static final int FEWEST = 10;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** After a second is over, until requests that were counted late in it are forgotten; half of it is jitter. */
    private static final long SLACK = Duration.ofMillis(150).toNanos();

    /** Where requests went well for longer than a second, nobody knows when the tenant's second ends. */
    private static final long PART_OF_A_SECOND = Duration.ofMillis(550).toNanos();

    /** Where a second was not over yet; the next time twice as long, and then as a single call waits. */
    private static final long A_LITTLE_MORE = Duration.ofMillis(300).toNanos();

    private static final int LITTLE_WAITS = 2;

    private final Time time;

    private long closedUntil;
    private boolean closed;

    /** Since {@link #measuredSince}. */
    private long accepted;

    /** The last 429 after which the pace was measured, or the first request. */
    private long measuredSince;

    /** The first request after the last wait. */
    private long resumedAt;

    private long nextStart;
    private long lastStart;
    private boolean limited;

    /** One after another, with nothing accepted between them. */
    private int refusals;

    /** Between the starts of two requests, in nanoseconds; 0 while no limit is known. */
    private double pace;

    public RateLimiter(Time time) {
        this.time = time;
        this.measuredSince = time.nanoTime();
        this.closedUntil = measuredSince;
        this.resumedAt = measuredSince;
        this.lastStart = measuredSince;
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
        refusals = 0;
        pace /= time.nanoTime() - closedUntil > LATER ? QUICKER_LATER : QUICKER;
    }

    /** How long to wait after a 429 that says nothing of it; empty where too little is known of the limit. */
    synchronized Optional<Duration> waitAfterRefusal() {
        long now = time.nanoTime();
        if (closed && now - closedUntil < 0) {
            return Optional.of(Duration.ofNanos(closedUntil - now));
        }
        if (accepted >= FEWEST) {
            long secondIsOver = resumedAt + SECOND - now;
            return Optional.of(
                    Duration.ofNanos(secondIsOver > 0 ? secondIsOver + jittered(SLACK) : jittered(PART_OF_A_SECOND)));
        }
        return limited && refusals < LITTLE_WAITS
                ? Optional.of(Duration.ofNanos(jittered(A_LITTLE_MORE) << refusals))
                : Optional.empty();
    }

    /** Clients that failed together do not come back together. */
    private long jittered(long longest) {
        return Math.round(longest * (1 + time.random()) / 2);
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
            refusals++;
            return;
        }
        // With the time that was waited, of which some was perhaps wasted, and without it, as if a second allowed no
        // more.
        double whole = accepted / (double) (limited ? now - measuredSince : Math.max(SECOND, now - measuredSince));
        double resumed = accepted / (double) Math.max(SECOND, now - resumedAt);
        double measured = 1 / (MARGIN * Math.max(whole, (whole + resumed) / 2));
        if (pace != 0) {
            pace = Math.max(pace / SLOWER, measured);
        } else if (limited || now - resumedAt <= SECOND) {
            // What was accepted in less than a second is all that one second allows; of two seconds' parts nobody
            // knows.
            pace = measured;
        }
        limited = true;
        accepted = 0;
        measuredSince = now;
    }

    private synchronized long rest() {
        long now = time.nanoTime();
        if (closed && now - closedUntil < 0) {
            return closedUntil - now;
        }
        if (closed) {
            resumedAt = now;
        }
        closed = false;
        if (now - lastStart > SECOND && now - closedUntil > SECOND) {
            // An idle time says nothing about the rate.
            accepted = 0;
            limited = false;
            measuredSince = now;
            resumedAt = now;
        }
        if (pace == 0) {
            lastStart = now;
            return 0;
        }
        if (now - nextStart < 0) {
            return nextStart - now;
        }
        // What sleeps and busy processors cost is made good, but no more than one request's worth at once.
        lastStart = now;
        nextStart = Math.max(nextStart, now - Math.round(pace)) + Math.round(pace);
        return 0;
    }
}
