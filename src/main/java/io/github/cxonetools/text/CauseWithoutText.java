package io.github.cxonetools.text;

import org.jspecify.annotations.Nullable;

/**
 * Stands for a cause whose text is another's: Maven prints the text of every cause, and that of a broken answer is what the
 * server sent. What is left are the causes' classes and where they were thrown.
 */
public final class CauseWithoutText extends Exception {

    private static final long serialVersionUID = 1;

    /** Causes may form a circle. */
    private static final int DEEPEST = 20;

    private CauseWithoutText(Throwable original, @Nullable CauseWithoutText cause) {
        super(original.getClass().getName(), cause, false, true);
        setStackTrace(original.getStackTrace());
    }

    /** In place of {@code original} and of all that caused it. */
    public static Throwable of(Throwable original) {
        return of(original, 0);
    }

    private static CauseWithoutText of(Throwable original, int depth) {
        Throwable cause = original.getCause();
        return new CauseWithoutText(original, cause == null || depth == DEEPEST ? null : of(cause, depth + 1));
    }

    /** The class alone: a trace reads {@code Caused by: java.net.ProtocolException}. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
