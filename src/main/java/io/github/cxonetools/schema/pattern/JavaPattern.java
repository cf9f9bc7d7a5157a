package io.github.cxonetools.schema.pattern;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of {@link Pattern}, of which Bean Validation asks that it match the whole text, as one of ECMA-262
 * that means the same.
 */
public final class JavaPattern {

    /** A module repeats its patterns; a daemon sees many modules, so there is an end to it. */
    private static final PatternCache<String> TRANSLATED = new PatternCache<>();

    private JavaPattern() {}

    /**
     * Translates {@code java}.
     *
     * @throws IllegalArgumentException with what has no equal, as it completes "the pattern …"
     */
    public static String toEcma(String java) {
        return TRANSLATED.computeIfAbsent(java, pattern -> translate(pattern, PatternFlags.NONE));
    }

    /** As {@link #toEcma(String)}, of a pattern with flags. */
    public static String toEcma(String java, Object[] flags) {
        return flags.length == 0 ? toEcma(java) : translate(java, PatternFlags.of(flags));
    }

    private static String translate(String java, PatternFlags flags) {
        try {
            Pattern.compile(java, flags.bits());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("is not a Java pattern: " + e.getDescription(), e);
        }
        String ecma = new JavaPatternTranslation(java, flags).toEcma();
        EcmaPattern.compile(ecma);
        return ecma;
    }
}
