package io.github.cxonetools.client.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Clock, sleep and randomness, so that tests need not wait. */
public interface Time {

    /** The wall clock. */
    Instant now();

    /** A clock that never jumps, in nanoseconds; only differences mean something. */
    long nanoTime();

    /** Waits. */
    void sleep(Duration duration) throws InterruptedException;

    /** From 0, inclusive, to 1, exclusive. */
    double random();

    /** The machine's own. */
    static Time system() {
        return new Time() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis());
            }

            @Override
            public double random() {
                return ThreadLocalRandom.current().nextDouble();
            }
        };
    }
}
