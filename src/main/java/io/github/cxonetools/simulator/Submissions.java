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
import java.util.List;
import java.util.function.Supplier;

/** Reads, validates and submits payloads ahead of the comparison of their answers. */
final class Submissions implements AutoCloseable {

    private final List<Fixture> fixtures;
    private final Execution execution;
    private final SimulationSettings settings;
    private final Thread reader = new Thread(this::readAll, "cxone fixtures");
    private final SubmissionQueue queue;

    private Submissions(List<Fixture> fixtures, Execution execution, SimulationSettings settings) {
        this.fixtures = fixtures;
        this.execution = execution;
        this.settings = settings;
        this.queue = new SubmissionQueue(execution.takesBatches(), execution::flush);
    }

    static Submissions start(List<Fixture> fixtures, Execution execution, SimulationSettings settings) {
        Submissions submissions = new Submissions(fixtures, execution, settings);
        submissions.reader.setDaemon(true);
        submissions.reader.start();
        return submissions;
    }

    /** The next run; the one before counts as dealt with. */
    Submission take() throws InterruptedException {
        return queue.take();
    }

    void done(Submission submission) {
        queue.done(submission);
    }

    /** From here on one at a time: the handler has shown that it can end its JVM. */
    void slowDown() {
        queue.slowDown();
    }

    /** From here on the handler is not called any more. */
    void stopCalling() {
        queue.stopCalling();
    }

    private void readAll() {
        try {
            for (Fixture fixture : fixtures) {
                submit(fixture);
            }
            queue.handOver();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            queue.fail(e);
        }
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
            queue.add(new Submission(fixture, true, true, new byte[0], unread, null));
            return;
        }
        ExecutionResult refused = execution.refuse(payload);
        if (refused != null) {
            queue.add(new Submission(fixture, true, true, payload, refused, null));
            return;
        }
        boolean record = settings.record() && fixture.expectation() == null;
        int warmup = record && settings.warmup() + settings.repeat() == 1 ? 1 : settings.warmup();
        int runs = warmup + settings.repeat();
        for (int run = 0; run < runs; run++) {
            boolean call = queue.awaitRoom(payload.length);
            Supplier<ObservedCall> answer = call ? execution.enqueue(payload) : null;
            queue.add(new Submission(fixture, run >= warmup, run == runs - 1, payload, null, answer));
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
