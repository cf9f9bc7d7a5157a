package io.github.cxonetools.execution;

import io.github.cxonetools.execution.worker.Frame;
import io.github.cxonetools.execution.worker.FrameType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Everything that one worker says, from its first answer to its end. */
final class Conversation {

    private static final Duration LAST_BREATH = Duration.ofSeconds(5);

    private final CallQueue calls;
    private final WorkerProcess worker;
    private final PrintedBetweenCalls between;
    private long answered;
    private int lastHandler;
    private @Nullable Frame exiting;
    private volatile boolean hung;

    Conversation(CallQueue calls, WorkerProcess worker, PrintedBetweenCalls between) {
        this.calls = calls;
        this.worker = worker;
        this.between = between;
    }

    /** Returns when the worker is no more. */
    void run() {
        try {
            boolean fit = true;
            while (fit) {
                fit = onFrame(worker.receive());
            }
        } catch (IOException e) {
            onWorkerExit();
        }
        keepRawOutput();
    }

    private boolean onFrame(Frame frame) {
        QueuedCall head = calls.head();
        if (head != null) {
            lastHandler = head.request().id();
        }
        if (frame.type() == FrameType.PRINTED) {
            print(frame, head);
        } else if (frame.type() == FrameType.LEFTOVER && head != null) {
            head.leaves(WorkerAnswers.leftover(frame));
        } else if (frame.type() == FrameType.COLD && head != null) {
            head.startsCold();
        } else if (frame.type() == FrameType.EXITING) {
            exiting = frame;
            worker.tree().remember(frame.texts()[0].isEmpty() ? new String[0] : frame.texts()[0].split(" "));
            CompletableFuture.delayedExecutor(LAST_BREATH.toSeconds(), TimeUnit.SECONDS)
                    .execute(this::killIfStuck);
        }
        HandlerAnswer answer = WorkerAnswers.of(frame);
        return answer == null || deliver(frame, answer);
    }

    /** A worker that reports its own unfitness is killed before anybody hears of it, so that no one meets its children. */
    private boolean deliver(Frame frame, HandlerAnswer answer) {
        boolean fatal = frame.type() == FrameType.FATAL_FAILURE;
        if (fatal) {
            worker.kill();
        }
        answered++;
        QueuedCall call = fatal ? calls.pollFatal() : calls.poll();
        if (call != null) {
            call.answer(answer, WorkerAnswers.stack(frame), fatal);
        }
        return !fatal;
    }

    private void print(Frame frame, @Nullable QueuedCall head) {
        if (head != null && frame.number() == answered + 1) {
            head.prints(frame.bytes());
        } else {
            between.add(lastHandler, new String(frame.bytes(), StandardCharsets.UTF_8));
        }
    }

    private void onWorkerExit() {
        Integer code = worker.awaitExit(LAST_BREATH);
        worker.kill();
        Frame farewell = exiting;
        QueuedCall call = calls.pollFatal();
        if (call != null) {
            String problem = hung || code == null ? "exit: the JVM hung in a shutdown hook" : "exit " + code;
            call.answer(
                    HandlerAnswer.RunFailure.own(problem, null),
                    farewell == null ? null : WorkerAnswers.stack(farewell),
                    true);
        }
    }

    /** System.exit in a shutdown hook waits for itself. */
    private void killIfStuck() {
        if (worker.isAlive()) {
            hung = true;
            worker.kill();
        }
    }

    private void keepRawOutput() {
        between.add(lastHandler, worker.takeRawOutput());
    }
}
