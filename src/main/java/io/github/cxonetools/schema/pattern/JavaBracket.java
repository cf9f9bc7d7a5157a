package io.github.cxonetools.schema.pattern;

import java.util.Set;
import java.util.TreeSet;

/**
 * A bracket expression of {@link java.util.regex.Pattern}, unions and intersections included, as one of ECMA-262. Written
 * as it stands where both mean the same.
 */
public final class JavaBracket {

    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private final String text;
    private final int start;
    private final PatternFlags flags;
    private final Set<String> categories = new TreeSet<>();
    private int at;
    private final boolean negated;
    private final CodePoints set;

    JavaBracket(String text, int start, PatternFlags flags) {
        this.text = text;
        this.start = start;
        this.flags = flags;
        this.negated = text.startsWith("[^", start);
        this.at = start + (negated ? 2 : 1);
        this.set = members();
        this.at++;
    }

    int length() {
        return at - start;
    }

    String toEcma() {
        return (negated ? "[^" : "[") + inside(set) + String.join("", categories) + "]";
    }

    /** Up to the closing bracket: a union, or an intersection of unions. */
    private CodePoints members() {
        CodePoints union = peek() == ']' ? member() : CodePoints.NONE; // In front it is a character as others are.
        while (peek() != ']') {
            if (text.startsWith("&&", at)) {
                at += 2;
                CodePoints right = members();
                if (!categories.isEmpty()) {
                    throw new IllegalArgumentException("has && with a property in brackets. Use ranges");
                }
                return union.and(right);
            }
            union = union.or(peek() == '[' ? nested() : member());
        }
        return union;
    }

    private CodePoints nested() {
        JavaBracket inner = new JavaBracket(text, at, flags);
        at += inner.length();
        if (!inner.categories.isEmpty()) {
            if (inner.negated) {
                throw new IllegalArgumentException("has a property in nested brackets. Use ranges");
            }
            categories.addAll(inner.categories);
        }
        return inner.negated ? inner.set.not() : inner.set;
    }

    private CodePoints member() {
        if (peek() == '\\') {
            char c = text.charAt(at + 1);
            CodePoints named = JavaPatternTranslation.CLASSES.get(c);
            if (named != null) {
                at += 2;
                return named;
            }
            if (c == 'p' || c == 'P') {
                return property();
            }
        }
        int first = single();
        if (peek() == '-' && text.charAt(at + 1) != ']' && text.charAt(at + 1) != '[' && !text.startsWith("-&&", at)) {
            at++;
            return flags.matched(CodePoints.range(first, single()));
        }
        return flags.matched(CodePoints.range(first, first));
    }

    private CodePoints property() {
        JavaEscapes.Property property = JavaEscapes.property(text, at, flags);
        at += property.length();
        CodePoints fixed = property.set();
        if (fixed != null) {
            return property.negated() ? fixed.not() : fixed;
        }
        categories.add(property.toEcma());
        return CodePoints.NONE;
    }

    private int single() {
        if (peek() == '\\') {
            if (text.startsWith("\\Q", at)) {
                throw new IllegalArgumentException("has \\Q in brackets, which JSON Schema does not know");
            }
            JavaEscapes.Single single = JavaEscapes.single(text, at);
            at += single.length();
            return single.codePoint();
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private char peek() {
        return text.charAt(at);
    }

    /** A set as a bracket expression; a large one as the complement of a small one. */
    public static String ecma(CodePoints set) {
        CodePoints rest = set.not();
        return set.ranges().size() > 1 && rest.ranges().size() < set.ranges().size()
                        || set.ranges().stream().anyMatch(range -> range.last() == Character.MAX_CODE_POINT)
                ? "[^" + inside(rest) + "]"
                : "[" + inside(set) + "]";
    }

    private static String inside(CodePoints set) {
        StringBuilder inside = new StringBuilder();
        for (CodePoints.Range range : set.ranges()) {
            inside.append(member(range.first()));
            if (range.last() > range.first() + 1) {
                inside.append('-');
            }
            if (range.last() > range.first()) {
                inside.append(member(range.last()));
            }
        }
        return inside.toString();
    }

    private static String member(int c) {
        return c == '-' ? "\\-" : c == ']' || c == '[' || c == '^' || c == '\\' ? "\\" + (char) c : visible(c);
    }

    /** One character outside brackets. */
    public static String literal(int c) {
        return SYNTAX.indexOf(c) >= 0 && c != '/' ? "\\" + (char) c : visible(c);
    }

    private static String visible(int c) {
        return switch (c) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default ->
                c < ' ' || c >= 0x7f && c < 0x10000 && !Character.isLetter(c) || c >= 0xd800 && c < 0xe000
                        ? String.format("\\u%04x", c)
                        : Character.toString(c);
        };
    }
}
