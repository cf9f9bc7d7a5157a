package io.github.cxonetools.schema;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of ECMA-262 with the {@code u} flag, run by {@link Pattern}: each construct is written anew so that
 * it means what it means there. {@code $} is the very end, {@code .} excludes four characters, classes are ASCII.
 */
final class EcmaPattern {

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
        String java = new EcmaPatternParser(ecma).toJava();
        try {
            return new EcmaPattern(Pattern.compile(java));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("cannot be run: " + e.getDescription(), e);
        }
    }

    boolean find(String text) {
        return pattern.matcher(text).find();
    }
}
