package io.github.cxonetools.execution;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Rule;
import io.github.cxonetools.execution.worker.BindingFinding;
import io.github.cxonetools.execution.worker.Frame;
import io.github.cxonetools.execution.worker.StackText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A worker's frames as answers. */
final class WorkerAnswers {

    private WorkerAnswers() {}

    /** Null where the frame is no answer. */
    static @Nullable HandlerAnswer of(Frame frame) {
        return switch (frame.type()) {
            case OUTPUT -> new HandlerAnswer.Output(frame.bytes(), millis(frame));
            case UNUSABLE_OUTPUT ->
                new HandlerAnswer.UnusableOutput(finding(frame, 0, "cannot be written as JSON"), millis(frame));
            case BINDING_FAILURE -> new HandlerAnswer.BindingFailure(bindings(frame));
            case FAILURE, FATAL_FAILURE ->
                new HandlerAnswer.RunFailure(
                        frame.texts()[0], frame.texts()[1], frame.number() < 0 ? null : millis(frame));
            case HANDLER, CALL, PREPARE, CLOSE, HELLO, COLD, LEFTOVER, PRINTED, EXITING -> null;
        };
    }

    /** Where the frame's sender was; null where it does not tell. */
    static @Nullable CallStack stack(Frame frame) {
        return switch (frame.type()) {
            case FAILURE, FATAL_FAILURE -> CallStack.of(StackText.read(frame.texts(), 2));
            case EXITING -> CallStack.of(StackText.read(frame.texts(), 1));
            case HANDLER,
                    CALL,
                    PREPARE,
                    CLOSE,
                    HELLO,
                    COLD,
                    OUTPUT,
                    UNUSABLE_OUTPUT,
                    BINDING_FAILURE,
                    LEFTOVER,
                    PRINTED -> null;
        };
    }

    /** What an answered call leaves behind. */
    static ExecutionFinding leftover(Frame frame) {
        return ExecutionFinding.quoting(Rule.ANSWER, null, frame.texts()[0], frame.texts()[1]);
    }

    private static List<ExecutionFinding> bindings(Frame frame) {
        List<ExecutionFinding> findings = new ArrayList<>();
        for (int at = 0; at < frame.texts().length; at += BindingFinding.TEXTS) {
            findings.add(finding(frame, at, "is refused by the project's Jackson"));
        }
        return findings;
    }

    /** @param instead of words that may quote a payload */
    private static ExecutionFinding finding(Frame frame, int at, String instead) {
        BindingFinding told = BindingFinding.read(frame.texts(), at);
        Rule rule =
                switch (told.kind()) {
                    case CONSTRAINT -> Rule.CONSTRAINT;
                    case SIZE -> Rule.SIZE;
                    case CONVERSION -> Rule.CONVERSION;
                };
        String pointer = told.pointer().isEmpty() ? null : told.pointer();
        return rule == Rule.CONVERSION
                ? ExecutionFinding.quoting(rule, pointer, told.words(), instead)
                : ExecutionFinding.own(rule, pointer, told.words());
    }

    private static double millis(Frame frame) {
        return frame.number() / 1e6;
    }
}
