package io.github.cxonetools.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that only sleeping moves, and dice that always fall high. */
public final class FakeTime implements Time {

    public static final Instant START = Instant.parse("2026-01-15T12:00:00Z");

    private final List<Duration> sleeps = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        sleeps.add(duration);
        pass(duration);
    }

    @Override
    public double random() {
        return 1;
    }

    public synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
