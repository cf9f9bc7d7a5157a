package io.github.cxonetools.schema.pattern;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The escapes of ECMA-262 that stand for characters, inside brackets and outside. */
final class EcmaEscapes {

    /** White space and line ends, ECMA-262 section 22.2.2.9. */
    static final CodePoints SPACE = CodePoints.of("\t\n\u000b\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff")
            .or(CodePoints.range(0x2000, 0x200a));

    private static final Map<Character, CodePoints> CLASSES = Map.of(
            'd',
            CodePoints.DIGITS,
            'D',
            CodePoints.DIGITS.not(),
            'w',
            CodePoints.WORD,
            'W',
            CodePoints.WORD.not(),
            's',
            SPACE,
            'S',
            SPACE.not());

    private static final Map<Character, Integer> CONTROLS = Map.of('t', 9, 'n', 10, 'v', 11, 'f', 12, 'r', 13);

    private static final Pattern NUMERIC = Pattern.compile("\\\\(?:x([0-9A-Fa-f]{2})|u([Dd][89ABab][0-9A-Fa-f]{2})\\\\u"
            + "([Dd][C-Fc-f][0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\\{([0-9A-Fa-f]{1,6})}|c([A-Za-z])|0(?![0-9]))");

    private final String text;

    EcmaEscapes(String text) {
        this.text = text;
    }

    /** What an escape stands for, and how many characters it takes. */
    record EcmaEscape(int length, CodePoints set) {

        boolean isSingle() {
            return set.ranges().size() == 1
                    && set.ranges().get(0).first() == set.ranges().get(0).last();
        }
    }

    EcmaEscape read(int at) {
        if (at + 1 >= text.length()) {
            throw new IllegalArgumentException("ends in a backslash");
        }
        char c = text.charAt(at + 1);
        CodePoints set = CLASSES.get(c);
        if (set != null) {
            return new EcmaEscape(2, set);
        }
        Integer control = CONTROLS.get(c);
        if (control != null) {
            return single(2, control);
        }
        Matcher numeric = NUMERIC.matcher(text).region(at, text.length());
        if (numeric.lookingAt()) {
            return single(numeric.end() - at, codePoint(numeric));
        }
        if (c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c)) {
            return single(2, c);
        }
        throw new IllegalArgumentException("has \\" + c + ", which ECMA-262 does not know");
    }

    /** The length of a Unicode property at {@code at}. */
    int propertyLength(int at) {
        int length = UnicodeProperties.length(text, at);
        if (length == 0) {
            throw new IllegalArgumentException("has a property that is not \\p{Name}");
        }
        return length;
    }

    private static EcmaEscape single(int length, int codePoint) {
        return new EcmaEscape(length, CodePoints.range(codePoint, codePoint));
    }

    private static int codePoint(Matcher escape) {
        if (escape.group(2) != null) {
            return Character.toCodePoint((char) hex(escape.group(2)), (char) hex(escape.group(3)));
        }
        if (escape.group(6) != null) {
            return escape.group(6).charAt(0) % 32;
        }
        for (int group : new int[] {1, 4, 5}) {
            if (escape.group(group) != null) {
                return hex(escape.group(group));
            }
        }
        return 0;
    }

    private static int hex(String digits) {
        int codePoint = Integer.parseInt(digits, 16);
        if (codePoint > Character.MAX_CODE_POINT) {
            throw new IllegalArgumentException("has \\u{" + digits + "}, which is not a code point");
        }
        return codePoint;
    }
}
