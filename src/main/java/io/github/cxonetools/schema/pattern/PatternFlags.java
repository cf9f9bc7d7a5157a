package io.github.cxonetools.schema.pattern;

import java.util.Map;
import java.util.regex.Pattern;

/** The flags of {@link Pattern} that a translation can take away, by writing out what they change. */
record PatternFlags(int bits) {

    static final PatternFlags NONE = new PatternFlags(0);

    /** Java lets a quantifier after a quantifier repeat the empty text, which no reader would guess. */
    static final String REPEATS_NOTHING = "has a quantifier after a quantifier, which repeats nothing. Remove it";

    private static final Map<Character, Integer> LETTERS = Map.of(
            'i', Pattern.CASE_INSENSITIVE,
            's', Pattern.DOTALL,
            'x', Pattern.COMMENTS,
            'm', Pattern.MULTILINE,
            'd', Pattern.UNIX_LINES);

    private static final Map<String, Integer> NAMES = Map.of(
            "CASE_INSENSITIVE", Pattern.CASE_INSENSITIVE,
            "DOTALL", Pattern.DOTALL,
            "COMMENTS", Pattern.COMMENTS,
            "MULTILINE", Pattern.MULTILINE,
            "UNIX_LINES", Pattern.UNIX_LINES);

    /**
     * Flags as {@code @Pattern} has them.
     *
     * @throws IllegalArgumentException where there is no translation
     */
    static PatternFlags of(Object[] flags) {
        int bits = 0;
        for (Object flag : flags) {
            Integer bit = NAMES.get(flag.toString());
            if (bit == null) {
                throw new IllegalArgumentException("has the flag " + flag + ", which JSON Schema does not know");
            }
            bits |= bit;
        }
        return new PatternFlags(bits);
    }

    /** As {@code (?letters)} changes them, {@code -} before those that it takes away. */
    PatternFlags changedBy(String letters) {
        int changed = bits;
        boolean on = true;
        for (char letter : letters.toCharArray()) {
            Integer bit = LETTERS.get(letter);
            if (letter == '-') {
                on = false;
            } else if (bit == null) {
                throw new IllegalArgumentException("has the flag " + letter + ", which JSON Schema does not know");
            } else {
                changed = on ? changed | bit : changed & ~bit;
            }
        }
        return new PatternFlags(changed);
    }

    boolean ignoresCase() {
        return (bits & Pattern.CASE_INSENSITIVE) != 0;
    }

    boolean isDotAll() {
        return (bits & Pattern.DOTALL) != 0;
    }

    boolean allowsComments() {
        return (bits & Pattern.COMMENTS) != 0;
    }

    boolean isMultiline() {
        return (bits & Pattern.MULTILINE) != 0;
    }

    boolean isUnixLines() {
        return (bits & Pattern.UNIX_LINES) != 0;
    }

    /** A character, or a range, as it matches: case is ignored in ASCII only. */
    CodePoints matched(CodePoints set) {
        if (!ignoresCase()) {
            return set;
        }
        CodePoints all = set;
        for (char c = 'a'; c <= 'z'; c++) {
            char upper = (char) (c - 'a' + 'A');
            CodePoints both = CodePoints.range(c, c).or(CodePoints.range(upper, upper));
            if (!set.and(both).isEmpty()) {
                all = all.or(both);
            }
        }
        return all;
    }

    /** {@code pattern} without white space and comments, which may stand in brackets too. */
    static String withoutComments(String pattern) {
        StringBuilder text = new StringBuilder();
        boolean quantified = false;
        int kept = -1;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (pattern.startsWith("\\Q", i)) {
                throw new IllegalArgumentException("has \\Q under COMMENTS, which JSON Schema does not know");
            }
            if (c == '\\' && i + 1 < pattern.length()) {
                text.append(c).append(pattern.charAt(++i));
                quantified = false;
                kept = i;
            } else if (c == '#') {
                while (i + 1 < pattern.length() && "\n\r\u0085\u2028\u2029".indexOf(pattern.charAt(i + 1)) < 0) {
                    i++;
                }
            } else if (c != ' ' && (c < '\t' || c > '\r')) {
                // What stands apart from a quantifier does not make it possessive or lazy.
                if (quantified && kept < i - 1 && "*+?{".indexOf(c) >= 0) {
                    throw new IllegalArgumentException(REPEATS_NOTHING);
                }
                text.append(c);
                quantified = "*+?}".indexOf(c) >= 0;
                kept = i;
            }
        }
        return text.toString();
    }
}
