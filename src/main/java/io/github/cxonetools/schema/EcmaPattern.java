package io.github.cxonetools.schema;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of ECMA-262 with the {@code u} flag, run by {@link Pattern}: each construct is written anew so that
 * it means what it means there. {@code $} is the very end, {@code .} excludes four characters, classes are ASCII.
 */
final class EcmaPattern {

    private static final PatternCache<EcmaPattern> COMPILED = new PatternCache<>();

    private static final long ROOM = 1L << 30;

    private final Pattern pattern;

    private EcmaPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles {@code ecma}.
     *
     * @throws IllegalArgumentException with what is wrong with it, as it completes "The pattern …"
     */
    static EcmaPattern compile(String ecma) {
        return COMPILED.computeIfAbsent(ecma, EcmaPattern::read);
    }

    private static EcmaPattern read(String ecma) {
        String java = new EcmaPatternParser(ecma).toJava();
        try {
            return new EcmaPattern(Pattern.compile(java));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("cannot be run: " + e.getDescription(), e);
        }
    }

    boolean find(String text) {
        try {
            return pattern.matcher(text).find();
        } catch (StackOverflowError e) {
            return findWithRoom(text); // The JDK's engine recurses once for each turn of a group.
        }
    }

    private boolean findWithRoom(String text) {
        FutureTask<Boolean> task = new FutureTask<>(() -> pattern.matcher(text).find());
        Thread thread = new Thread(null, task, "pattern", ROOM);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalArgumentException(
                    "A text of " + text.length() + " characters is too long for the pattern " + pattern, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while matching a pattern", e);
        }
    }
}
