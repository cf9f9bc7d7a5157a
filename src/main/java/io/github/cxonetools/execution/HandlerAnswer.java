package io.github.cxonetools.execution;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one call, before it is validated by the output schema. */
public sealed interface HandlerAnswer {

    /** The handler's own time, in milliseconds; null where it was not called, or nothing was measured. */
    default @Nullable Double handlerMs() {
        if (this instanceof Output output) {
            return output.latencyMs();
        }
        if (this instanceof UnusableOutput unusable) {
            return unusable.latencyMs();
        }
        return this instanceof RunFailure failure ? failure.latencyMs() : null;
    }

    /**
     * The handler answered.
     *
     * @param json its answer, in UTF-8; not yet known to be JSON
     * @param latencyMs time around the handler alone, in milliseconds
     */
    record Output(byte[] json, double latencyMs) implements HandlerAnswer {}

    /**
     * The handler answered with what cannot be sent: null where it may not be, or a value that does not serialise.
     *
     * @param finding what is wrong
     */
    record UnusableOutput(ExecutionFinding finding, double latencyMs) implements HandlerAnswer {

        /** With words that may quote a payload. */
        public UnusableOutput(String problem, double latencyMs) {
            this(ExecutionFinding.quoting(Rule.CONVERSION, null, problem, "/ cannot be written as JSON"), latencyMs);
        }

        /** What is wrong, without the prefix {@code output: }. */
        public String problem() {
            return finding.text();
        }
    }

    /**
     * The handler was not called: the project's Jackson or Bean Validation refused what the schema accepts.
     *
     * @param findings what was refused
     */
    record BindingFailure(List<ExecutionFinding> findings) implements HandlerAnswer {

        /** With words that may quote a payload. */
        public BindingFailure(String problem) {
            this(List.of(
                    ExecutionFinding.quoting(Rule.CONVERSION, null, problem, "/ is refused by the project's Jackson")));
        }

        /** What was refused, without the prefix {@code binding: }. */
        public String problem() {
            return ExecutionFinding.message(findings);
        }
    }

    /**
     * The handler failed.
     *
     * @param finding begins with the exception's class, {@code exit <code>} or {@code HTTP <status>}
     * @param latencyMs null where nothing was measured
     */
    record RunFailure(ExecutionFinding finding, @Nullable Double latencyMs) implements HandlerAnswer {

        /** With words that may quote a payload. */
        public RunFailure(String problem, @Nullable Double latencyMs) {
            this(problem, "an exception", latencyMs);
        }

        /**
         * With words that may quote a payload.
         *
         * @param discreet what may be said where no payload may be shown
         */
        public RunFailure(String problem, String discreet, @Nullable Double latencyMs) {
            this(ExecutionFinding.quoting(Rule.ANSWER, null, problem, discreet), latencyMs);
        }

        /** With words of this plugin, which never quote a payload. */
        public static RunFailure own(String problem, @Nullable Double latencyMs) {
            return new RunFailure(problem, problem, latencyMs);
        }

        /** The finding's words. */
        public String problem() {
            return finding.text();
        }
    }
}
