package io.github.cxonetools.execution.worker;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Throwables in words, also hostile ones. */
final class ThrowableText {

    private static final int MAX_TEXT = 2000;
    private static final int MAX_STACK = 1 << 16;

    private ThrowableText() {}

    /** The exception's class and message, and its cause where it says nothing itself. */
    static String describe(Throwable problem) {
        try {
            // The same error without this cause says that the class is there, and broken.
            if (problem instanceof NoClassDefFoundError && problem.getCause() instanceof ClassNotFoundException) {
                return cut(problem + ": no such class on the test class path. Is a dependency missing?", MAX_TEXT);
            }
            String text = problem.toString();
            Throwable cause = problem.getCause();
            boolean silent = problem.getMessage() == null || problem instanceof ExceptionInInitializerError;
            return cut(silent && cause != null ? text + " (caused by " + cause + ")" : text, MAX_TEXT);
        } catch (Throwable e) {
            return problem.getClass().getName();
        }
    }

    /** The stack trace as a JVM prints it, but that no line of a message can be taken for a frame. */
    static String stack(Throwable problem) {
        try {
            StringWriter text = new StringWriter();
            problem.printStackTrace(new PrintWriter(text) {
                @Override
                public void println(@Nullable Object line) {
                    write(marked(String.valueOf(line)) + "\n");
                }

                @Override
                public void println(@Nullable String line) {
                    println((Object) line);
                }
            });
            return cut(text.toString(), MAX_STACK);
        } catch (Throwable e) {
            return problem.getClass().getName();
        }
    }

    /** {@code text}, with a mark before all lines but the first. */
    static String marked(String text) {
        return text.replaceAll("\\R", "\n  | ");
    }

    static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit) + " …";
    }
}
