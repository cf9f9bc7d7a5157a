package io.github.cxonetools.client;

import io.github.cxonetools.client.settings.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that only sleeping moves, and dice that always fall high. */
public final class FakeTime implements Time {

    public static final Instant START = Instant.parse("2026-01-15T12:00:00Z");

    public volatile double random = 1;

    private final List<Duration> sleeps = new ArrayList<>();
    private long nanos;
    private Wakeable once;

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public void sleep(Duration duration) {
        Wakeable next;
        synchronized (this) {
            sleeps.add(duration);
            pass(duration);
            next = once;
            once = null;
        }
        if (next != null) {
            try {
                next.wake();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Does {@code next} when somebody has slept, once. */
    public synchronized void whenSlept(Wakeable next) {
        once = next;
    }

    /** What happens while somebody sleeps. */
    @FunctionalInterface
    public interface Wakeable {
        void wake() throws IOException;
    }

    @Override
    public double random() {
        return random;
    }

    public synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
