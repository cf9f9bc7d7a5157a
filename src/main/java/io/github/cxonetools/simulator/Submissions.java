package io.github.cxonetools.simulator;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Rule;
import io.github.cxonetools.action.ExecutionFinding.Step;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.execution.Execution;
import io.github.cxonetools.execution.ObservedCall;
import io.github.cxonetools.simulator.fixture.Fixture;
import io.github.cxonetools.simulator.fixture.Fixtures;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads, validates and submits payloads ahead of the comparison of their answers: a few, so that neither memory nor a death costs much. */
final class Submissions implements AutoCloseable {

    private static final int WINDOW = 8;
    private static final long MAX_BYTES_AHEAD = 4 << 20;

    private final List<Fixture> fixtures;
    private final Execution execution;
    private final SimulationSettings settings;
    private final Thread reader = new Thread(this::readAll, "cxone fixtures");
    private final Deque<Submission> ahead = new ArrayDeque<>();
    private int window = WINDOW;
    private int open;
    private long openBytes;
    private boolean stopped;
    private @Nullable Throwable broken;

    private Submissions(List<Fixture> fixtures, Execution execution, SimulationSettings settings) {
        this.fixtures = fixtures;
        this.execution = execution;
        this.settings = settings;
    }

    static Submissions start(List<Fixture> fixtures, Execution execution, SimulationSettings settings) {
        Submissions submissions = new Submissions(fixtures, execution, settings);
        submissions.reader.setDaemon(true);
        submissions.reader.start();
        return submissions;
    }

    /** The next run; the one before counts as dealt with. */
    synchronized Submission take() throws InterruptedException {
        while (ahead.isEmpty()) {
            if (broken != null) {
                throw new IllegalStateException("Reading fixtures failed", broken);
            }
            wait();
        }
        return ahead.remove();
    }

    synchronized void done(Submission submission) {
        open--;
        openBytes -= submission.size();
        notifyAll();
    }

    /** From here on one at a time: the handler has shown that it can end its JVM. */
    synchronized void slowDown() {
        window = 1;
    }

    /** From here on the handler is not called any more. */
    synchronized void stopCalling() {
        stopped = true;
    }

    private void readAll() {
        try {
            for (Fixture fixture : fixtures) {
                submit(fixture);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            fail(e);
        }
    }

    private synchronized void fail(Throwable e) {
        broken = e;
        notifyAll();
    }

    private void submit(Fixture fixture) throws InterruptedException {
        byte[] payload;
        try {
            payload = Fixtures.read(fixture, settings.maxPayloadBytes());
        } catch (CxoneException e) {
            ExecutionResult unread = ExecutionResult.error(
                    ExecutionResult.VALIDATION,
                    List.of(ExecutionFinding.own(Rule.JSON, "/", String.valueOf(e.getMessage()))
                            .of(Step.INPUT)),
                    null);
            add(new Submission(fixture, true, true, new byte[0], unread, null));
            return;
        }
        ExecutionResult refused = execution.refuse(payload);
        if (refused != null) {
            add(new Submission(fixture, true, true, payload, refused, null));
            return;
        }
        boolean record = settings.record() && fixture.expectation() == null;
        int warmup = record && settings.warmup() + settings.repeat() == 1 ? 1 : settings.warmup();
        int runs = warmup + settings.repeat();
        for (int run = 0; run < runs; run++) {
            boolean call = awaitRoom(payload.length);
            Supplier<ObservedCall> answer = call ? execution.submit(payload) : null;
            add(new Submission(fixture, run >= warmup, run == runs - 1, payload, null, answer));
        }
    }

    /** {@return true if the handler may be called} */
    private synchronized boolean awaitRoom(int size) throws InterruptedException {
        while (open > 0 && (open >= window || openBytes + size > MAX_BYTES_AHEAD)) {
            wait();
        }
        return !stopped;
    }

    private synchronized void add(Submission submission) throws InterruptedException {
        awaitRoom(submission.size());
        ahead.add(submission);
        open++;
        openBytes += submission.size();
        notifyAll();
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
