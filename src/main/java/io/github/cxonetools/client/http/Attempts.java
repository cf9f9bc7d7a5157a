package io.github.cxonetools.client.http;

import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.client.settings.Words;
import java.time.Duration;

/** What one call has used of its bounds: tries, and time spent waiting between them. */
public final class Attempts {

    /** A bound below it forbids waiting, and not work that takes its time. */
    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(10);

    private final int max;
    private final Duration maxWait;
    private final Time time;
    private final long begun;

    private int made;
    private Duration waited = Duration.ZERO;

    Attempts(int max, Duration maxWait, Time time) {
        this.max = max;
        this.maxWait = maxWait;
        this.time = time;
        this.begun = time.nanoTime();
    }

    void count() {
        made++;
    }

    int made() {
        return made;
    }

    int max() {
        return max;
    }

    public boolean hasAttemptsLeft() {
        return made < max;
    }

    public boolean mayWait(Duration wait) {
        return waited.plus(wait).compareTo(maxWait) <= 0;
    }

    /** {@code wait}, or what is left of the bound. */
    public Duration atMost(Duration wait) {
        Duration left = maxWait.minus(waited);
        return wait.compareTo(left) <= 0 ? wait : left;
    }

    public void pause(Duration wait) throws InterruptedException {
        waited = waited.plus(wait);
        time.sleep(wait);
    }

    /** Whether what needs many requests has taken longer than one call may wait. */
    public boolean isOverdue() {
        return lasted().compareTo(SHORTEST_LIMIT) > 0 && lasted().compareTo(maxWait) > 0;
    }

    private Duration lasted() {
        return Duration.ofNanos(time.nanoTime() - begun);
    }

    /** {@code  within 121 s (cxone.maxWait)}. */
    public String overdue() {
        return " within " + Words.of(lasted()) + " (cxone.maxWait)";
    }

    /** {@code  after 5 attempts over 31 s}, or nothing where there was one. */
    String text() {
        return made < 2 ? "" : " after " + made + " attempts over " + Words.of(lasted());
    }
}
