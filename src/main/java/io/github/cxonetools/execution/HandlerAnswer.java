package io.github.cxonetools.execution;

import org.jspecify.annotations.Nullable;

/** What came of one call, before anybody judged it by the output schema. */
public sealed interface HandlerAnswer {

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
     * @param problem what is wrong, without the prefix {@code output: }
     */
    record UnusableOutput(String problem, double latencyMs) implements HandlerAnswer {}

    /**
     * The handler was not called: the project's Jackson or Bean Validation refused what the schema accepts.
     *
     * @param problem what was refused, without the prefix {@code binding: }
     */
    record BindingFailure(String problem) implements HandlerAnswer {}

    /**
     * The handler failed.
     *
     * @param problem begins with the exception's class, {@code exit <code>} or {@code HTTP <status>}
     * @param latencyMs null where nothing was measured
     */
    record Failure(String problem, @Nullable Double latencyMs) implements HandlerAnswer {}
}
