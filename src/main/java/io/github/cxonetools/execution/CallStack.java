package io.github.cxonetools.execution;

import io.github.cxonetools.execution.worker.StackText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stack of a call that failed.
 *
 * @param text as a JVM prints it; the words of exceptions and the names of threads may quote a payload
 * @param discreet the same without what may quote a payload
 * @param at the first frame outside the JDK, as {@code a.B.c(B.java:3)}; null where there is none
 */
public record CallStack(
        String text, String discreet, @Nullable String at) {

    /** As a service shows it in an answer. */
    static CallStack shown(String text) {
        List<String> own = OwnFrames.of(text);
        return new CallStack(text, OwnFrames.discreet(text), own.isEmpty() ? null : own.get(0));
    }

    /** Null where the worker tells none. */
    static @Nullable CallStack of(StackText told) {
        return told.text().isEmpty()
                ? null
                : new CallStack(told.text(), told.discreet(), told.at().isEmpty() ? null : told.at());
    }
}
