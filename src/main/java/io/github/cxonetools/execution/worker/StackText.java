package io.github.cxonetools.execution.worker;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where a call was when it failed or ended, as frames carry it.
 *
 * @param text as a JVM prints it, with the words of exceptions and the names of threads, which may quote a payload
 * @param discreet the same without those
 * @param at the first frame outside the JDK, as {@code a.B.c(B.java:3)}; empty where there is none
 */
public record StackText(String text, String discreet, String at) {

    /** How many texts of a frame tell one. */
    public static final int TEXTS = 3;

    static final StackText NONE = new StackText("", "", "");

    private static final String HERE = StackText.class.getPackageName() + ".";

    private static final int MAX_TEXT = 1 << 16;

    /** The stack that begins at {@code at}. */
    public static StackText read(String[] texts, int at) {
        return new StackText(texts[at], texts[at + 1], texts[at + 2]);
    }

    /** Where a throwable comes from, and its causes. */
    static StackText of(Throwable problem) {
        try {
            StringBuilder discreet = new StringBuilder();
            append(discreet, problem, "", "", new StackTraceElement[0], identities());
            return new StackText(ThrowableText.stack(problem), cut(discreet), outsideTheJdk(problem.getStackTrace()));
        } catch (Throwable e) {
            String name = problem.getClass().getName();
            return new StackText(name, name, "");
        }
    }

    /** What threads are doing: first {@code first}, then the others. */
    static StackText of(Thread first, Map<Thread, StackTraceElement[]> others) {
        StackTraceElement[] stack = first.getStackTrace();
        StringBuilder text = new StringBuilder();
        StringBuilder discreet = new StringBuilder();
        append(text, discreet, first, stack);
        others.forEach((thread, frames) -> append(text, discreet, thread, frames));
        return new StackText(cut(text), cut(discreet), outsideTheJdk(stack));
    }

    private static void append(StringBuilder text, StringBuilder discreet, Thread thread, StackTraceElement[] stack) {
        text.append('"').append(ThrowableText.marked(thread.getName())).append("\" ");
        text.append(thread.getState()).append('\n');
        discreet.append(thread.getState()).append('\n');
        for (StackTraceElement element : stack) {
            String frame = "\tat " + place(element) + '\n';
            text.append(frame);
            discreet.append(frame);
        }
    }

    /** As {@link Throwable#printStackTrace()}, but for the words. */
    private static void append(
            StringBuilder out,
            Throwable problem,
            String indent,
            String caption,
            StackTraceElement[] enclosing,
            Set<Throwable> seen) {
        out.append(indent).append(caption).append(problem.getClass().getName()).append('\n');
        if (!seen.add(problem)) {
            return;
        }
        StackTraceElement[] stack = problem.getStackTrace();
        int common = common(stack, enclosing);
        for (int i = 0; i < stack.length - common; i++) {
            out.append(indent).append("\tat ").append(stack[i]).append('\n');
        }
        if (common > 0) {
            out.append(indent).append("\t... ").append(common).append(" more\n");
        }
        for (Throwable suppressed : problem.getSuppressed()) {
            append(out, suppressed, indent + "\t", "Suppressed: ", stack, seen);
        }
        Throwable cause = problem.getCause();
        if (cause != null) {
            append(out, cause, indent, "Caused by: ", stack, seen);
        }
    }

    /** How many frames two stacks have in common at their ends. */
    private static int common(StackTraceElement[] stack, StackTraceElement[] enclosing) {
        int common = 0;
        while (common < stack.length
                && common < enclosing.length
                && stack[stack.length - 1 - common].equals(enclosing[enclosing.length - 1 - common])) {
            common++;
        }
        return common;
    }

    private static Set<Throwable> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** A stack that reaches this package first is that of a call which waits for what the handler gives later. */
    private static String outsideTheJdk(StackTraceElement[] stack) {
        for (StackTraceElement element : stack) {
            String type = element.getClassName();
            if (type.startsWith(HERE)) {
                return "";
            }
            if (!type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.")) {
                return place(element);
            }
        }
        return "";
    }

    private static String place(StackTraceElement element) {
        return element.getClassName()
                + '.'
                + element.getMethodName()
                + '('
                + element.getFileName()
                + ':'
                + element.getLineNumber()
                + ')';
    }

    private static String cut(StringBuilder text) {
        return ThrowableText.cut(text.toString(), MAX_TEXT);
    }

    /** What the frame's texts are, after {@code before}. */
    String[] behind(String... before) {
        String[] texts = new String[before.length + TEXTS];
        System.arraycopy(before, 0, texts, 0, before.length);
        texts[before.length] = text;
        texts[before.length + 1] = discreet;
        texts[before.length + 2] = at;
        return texts;
    }
}
