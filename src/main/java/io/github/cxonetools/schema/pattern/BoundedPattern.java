package io.github.cxonetools.schema.pattern;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@link Pattern} that gives up after so many steps, where the JDK's engine would go on for hours. Thread-safe. */
public final class BoundedPattern {

    /** Tenths of a second. */
    static final long MAX_STEPS = 20_000_000;

    private static final long ROOM = 1L << 30;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Matches with {@code pattern}. */
    public static BoundedPattern of(Pattern pattern) {
        return new BoundedPattern(pattern);
    }

    /**
     * True if it matches all of {@code text}.
     *
     * @throws IllegalArgumentException where that takes too many steps, in words that name the pattern
     */
    public boolean matches(String text) {
        try {
            return run(text, new StepBudget(MAX_STEPS), Matcher::matches);
        } catch (StepBudget.ExceededException e) {
            throw new IllegalArgumentException(tooManySteps(pattern.pattern()), e);
        }
    }

    /** What is said of a pattern, and of a text whose pointer stands before it. */
    static String tooManySteps(String pattern) {
        return "is not matched against " + pattern + ", because that takes more than " + MAX_STEPS
                + " steps. Write the pattern without repetitions of repetitions";
    }

    /** @throws StepBudget.ExceededException where it takes more steps than there are left */
    boolean find(String text, StepBudget budget) {
        return run(text, budget, Matcher::find);
    }

    private boolean run(String text, StepBudget budget, Predicate<Matcher> match) {
        try {
            return match.test(pattern.matcher(new CountedText(text, budget)));
        } catch (StackOverflowError e) {
            return runWithRoom(text, budget, match); // The JDK's engine recurses once for each turn of a group.
        }
    }

    private boolean runWithRoom(String text, StepBudget budget, Predicate<Matcher> match) {
        FutureTask<Boolean> task = new FutureTask<>(() -> match.test(pattern.matcher(new CountedText(text, budget))));
        Thread thread = new Thread(null, task, "pattern", ROOM);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new StepBudget.ExceededException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while matching a pattern", e);
        }
    }

    /** A text of which each reading of a character is a step. */
    private static final class CountedText implements CharSequence {

        private final String text;
        private final StepBudget budget;

        CountedText(String text, StepBudget budget) {
            this.text = text;
            this.budget = budget;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.spend(1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
