package io.github.cxonetools.client;

import java.time.Duration;

/** What one call has used of its bounds: tries, and time spent waiting between them. */
final class Attempts {

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

    boolean areLeft() {
        return made < max;
    }

    boolean mayWait(Duration wait) {
        return waited.plus(wait).compareTo(maxWait) <= 0;
    }

    /** {@code wait}, or what is left of the bound. */
    Duration atMost(Duration wait) {
        Duration left = maxWait.minus(waited);
        return wait.compareTo(left) <= 0 ? wait : left;
    }

    void pause(Duration wait) throws InterruptedException {
        waited = waited.plus(wait);
        time.sleep(wait);
    }

    /** {@code  after 5 attempts over 31 s}, or nothing where there was one. */
    String text() {
        return made < 2
                ? ""
                : " after " + made + " attempts over " + Words.of(Duration.ofNanos(time.nanoTime() - begun));
    }
}
