package io.github.cxonetools.execution;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.execution.worker.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call on its way to a worker and back; filled in by the thread that hears the worker. */
final class QueuedCall {

    private final Frame request;
    private final boolean enqueued;
    private final CompletableFuture<ObservedCall> done = new CompletableFuture<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream(0);
    private @Nullable ExecutionFinding leftover;
    private ObservedCall.Start start = ObservedCall.Start.WARM;

    private boolean withdrawn;

    /** @param enqueued whether it may be taken back as long as it has not begun */
    QueuedCall(Frame request, boolean enqueued) {
        this.request = request;
        this.enqueued = enqueued;
    }

    Frame request() {
        return request;
    }

    boolean isEnqueued() {
        return enqueued;
    }

    /** Says that it has not begun, and will not. */
    void withdraw() {
        withdrawn = true;
        answer(HandlerAnswer.RunFailure.own("not begun", null), null, false);
    }

    /** Whether it is to be submitted again; known once it is done. */
    boolean isWithdrawn() {
        return withdrawn;
    }

    CompletableFuture<ObservedCall> done() {
        return done;
    }

    void prints(byte[] bytes) {
        printed.writeBytes(bytes);
    }

    void leaves(ExecutionFinding what) {
        leftover = what;
    }

    /** It is the first that the handler answers in its JVM. */
    void startsCold() {
        start = ObservedCall.Start.COLD;
    }

    void answer(HandlerAnswer answer, @Nullable CallStack stack, boolean ended) {
        done.complete(
                new ObservedCall(answer, printed.toString(StandardCharsets.UTF_8), stack, leftover, ended, start));
    }
}
