package io.github.cxonetools.execution;

import io.github.cxonetools.execution.worker.Frame;
import org.jspecify.annotations.Nullable;

/** A worker's frames as answers. */
final class WorkerAnswers {

    private WorkerAnswers() {}

    /** Null where the frame is no answer. */
    static @Nullable HandlerAnswer of(Frame frame) {
        return switch (frame.type()) {
            case OUTPUT -> new HandlerAnswer.Output(frame.bytes(), millis(frame));
            case UNUSABLE_OUTPUT -> new HandlerAnswer.UnusableOutput(frame.texts()[0], millis(frame));
            case BINDING_FAILURE -> new HandlerAnswer.BindingFailure(frame.texts()[0]);
            case FAILURE, FATAL_FAILURE ->
                new HandlerAnswer.Failure(frame.texts()[0], frame.number() < 0 ? null : millis(frame));
            case HANDLER, CALL, PREPARE, CLOSE, HELLO, LEFTOVER, PRINTED, EXITING -> null;
        };
    }

    private static double millis(Frame frame) {
        return frame.number() / 1e6;
    }
}
