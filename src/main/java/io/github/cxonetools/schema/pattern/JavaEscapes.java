package io.github.cxonetools.schema.pattern;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The escapes of {@link Pattern} that stand for one character or for a property. */
final class JavaEscapes {

    private static final Pattern NUMERIC = Pattern.compile(
            "\\\\(?:x([0-9A-Fa-f]{2})|x\\{([0-9A-Fa-f]+)}"
                    + "|u([Dd][89ABab][0-9A-Fa-f]{2})\\\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})"
                    + "|0([0-3][0-7]{2}|[0-7]{1,2})|c(.))",
            Pattern.DOTALL);

    private static final Map<Character, Integer> NAMED = Map.of('t', 9, 'n', 10, 'r', 13, 'f', 12, 'a', 7, 'e', 27);

    private static final Pattern PROPERTY =
            Pattern.compile("\\\\([pP])(?:\\{(\\^?)(?:(Is|In)|general_category=|gc=)?([A-Za-z_]+)}|([A-Z]))");

    /** POSIX classes are ASCII in Java. */
    private static final Map<String, CodePoints> POSIX = Map.ofEntries(
            Map.entry("Lower", CodePoints.range('a', 'z')),
            Map.entry("Upper", CodePoints.range('A', 'Z')),
            Map.entry("ASCII", CodePoints.range(0, 0x7f)),
            Map.entry("Alpha", CodePoints.range('a', 'z').or(CodePoints.range('A', 'Z'))),
            Map.entry("Digit", CodePoints.DIGITS),
            Map.entry(
                    "Alnum",
                    CodePoints.range('a', 'z').or(CodePoints.range('A', 'Z')).or(CodePoints.DIGITS)),
            Map.entry(
                    "Punct",
                    CodePoints.range('!', '/')
                            .or(CodePoints.range(':', '@'))
                            .or(CodePoints.range('[', '`'))
                            .or(CodePoints.range('{', '~'))),
            Map.entry("Graph", CodePoints.range('!', '~')),
            Map.entry("Print", CodePoints.range(' ', '~')),
            Map.entry("Blank", CodePoints.of(" \t")),
            Map.entry("Cntrl", CodePoints.range(0, 0x1f).or(CodePoints.range(0x7f, 0x7f))),
            Map.entry("XDigit", CodePoints.DIGITS.or(CodePoints.range('a', 'f')).or(CodePoints.range('A', 'F'))),
            Map.entry("Space", CodePoints.of(" \t\n\u000b\f\r")));

    private static final Pattern CATEGORY = Pattern.compile(
            "L|Lu|Ll|Lt|Lm|Lo|M|Mn|Mc|Me|N|Nd|Nl|No|P|Pc|Pd|Ps|Pe|Pi|Pf|Po" + "|S|Sm|Sc|Sk|So|Z|Zs|Zl|Zp");

    private JavaEscapes() {}

    record Single(int length, int codePoint) {}

    /**
     * A property.
     *
     * @param set its characters, where they are the same in every version of Unicode; else null
     * @param category the general category's name, where {@code set} is null
     */
    record Property(int length, boolean negated, @Nullable CodePoints set, String category) {

        String toEcma() {
            return set == null
                    ? (negated ? "\\P{" : "\\p{") + category + "}"
                    : JavaBracket.ecma(negated ? set.not() : set);
        }
    }

    static Single single(String text, int at) {
        char c = text.charAt(at + 1);
        Integer named = NAMED.get(c);
        if (named != null) {
            return new Single(2, named);
        }
        Matcher numeric = NUMERIC.matcher(text).region(at, text.length());
        if (numeric.lookingAt()) {
            return new Single(numeric.end() - at, codePoint(numeric));
        }
        if (c < 0x80 && Character.isLetterOrDigit(c)) {
            throw new IllegalArgumentException("has \\" + c + ", which JSON Schema does not know");
        }
        int literal = text.codePointAt(at + 1);
        return new Single(1 + Character.charCount(literal), literal);
    }

    private static int codePoint(Matcher escape) {
        if (escape.group(3) != null) {
            return Character.toCodePoint(
                    (char) Integer.parseInt(escape.group(3), 16), (char) Integer.parseInt(escape.group(4), 16));
        }
        if (escape.group(6) != null) {
            return Integer.parseInt(escape.group(6), 8);
        }
        if (escape.group(7) != null) {
            return escape.group(7).charAt(0) ^ 64;
        }
        for (int group : new int[] {1, 2, 5}) {
            if (escape.group(group) != null) {
                return Integer.parseInt(escape.group(group), 16);
            }
        }
        throw new IllegalStateException(escape.group());
    }

    static Property property(String text, int at, PatternFlags flags) {
        if (flags.ignoresCase()) {
            throw new IllegalArgumentException("ignores the case of a property, which JSON Schema does not know");
        }
        Matcher property = PROPERTY.matcher(text).region(at, text.length());
        if (!property.lookingAt()) {
            throw new IllegalArgumentException("has a property that JSON Schema does not know");
        }
        boolean negated = property.group(1).equals("P") ^ "^".equals(property.group(2));
        String name = property.group(5) == null ? property.group(4) : property.group(5);
        CodePoints posix = property.group(3) == null ? POSIX.get(name) : null;
        int length = property.end() - at;
        if (posix != null) {
            return new Property(length, negated, posix, "");
        }
        if ("In".equals(property.group(3)) || !CATEGORY.matcher(name).matches()) {
            throw new IllegalArgumentException("has " + property.group() + ", which JSON Schema does not know");
        }
        return new Property(length, negated, null, name);
    }
}
