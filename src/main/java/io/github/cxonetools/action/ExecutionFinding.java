package io.github.cxonetools.action;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an execution. Whoever decides by it, or must not show a payload, asks its members: its words
 * are for people, and may change.
 *
 * @param step the step that found it; null where the handler failed, or where that is not known yet
 * @param pointer JSON pointer, {@code /} at the root; null where none applies
 * @param rule what was broken
 * @param words what is wrong, without step and pointer
 * @param discreet the same words without anything that may quote a payload, but for {@code name}
 * @param name a property's name from a payload that {@code words} quote, and {@code discreet} do not; null for none
 */
public record ExecutionFinding(
        @Nullable Step step,
        @Nullable String pointer,
        Rule rule,
        String words,
        String discreet,
        @Nullable String name) {

    /** A step of an execution that validates. */
    public enum Step {
        INPUT,
        BINDING,
        OUTPUT
    }

    /** What can be broken. */
    public enum Rule {
        /** It is JSON. */
        JSON,
        /** A rule of the schema, or a pattern. */
        SCHEMA,
        /** Bean Validation. */
        CONSTRAINT,
        /** The project's Jackson can convert it. */
        CONVERSION,
        /** It is not larger than allowed. */
        SIZE,
        /** The handler answers. */
        ANSWER,
        /** It is what a fixture expects. */
        EXPECTATION
    }

    /** Words of this plugin that never quote a payload. */
    public static ExecutionFinding own(Rule rule, @Nullable String pointer, String words) {
        return new ExecutionFinding(null, pointer, rule, words, words, null);
    }

    /** Words that may quote a payload, and what may be said in their place. */
    public static ExecutionFinding quoting(Rule rule, @Nullable String pointer, String words, String discreet) {
        return new ExecutionFinding(null, pointer, rule, words, discreet, null);
    }

    /** The same finding of {@code step}. */
    public ExecutionFinding of(Step step) {
        return new ExecutionFinding(step, pointer, rule, words, discreet, name);
    }

    /** True where the words may quote a payload. */
    public boolean quotesPayload() {
        return !words.equals(discreet);
    }

    /** Pointer and words. */
    public String text() {
        return text(pointer, words);
    }

    /** As {@link #text()}, of another pointer and other words. */
    public String text(@Nullable String otherPointer, String otherWords) {
        String between = rule == Rule.EXPECTATION ? ": " : " ";
        return otherPointer == null ? otherWords : otherPointer + between + otherWords;
    }

    /** What the findings of one execution say, on one line: {@code input: /a is null, not a string; /b …}. */
    public static String message(List<ExecutionFinding> findings) {
        return findings.stream().map(ExecutionFinding::text).collect(Collectors.joining("; ", prefix(findings), ""));
    }

    /** The step of the findings as a message names it, {@code input: }; empty where they have none. */
    public static String prefix(List<ExecutionFinding> findings) {
        Step step = findings.isEmpty() ? null : findings.get(0).step();
        return step == null ? "" : step.name().toLowerCase(Locale.ROOT) + ": ";
    }
}
