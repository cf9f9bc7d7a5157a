package io.github.cxonetools.schema;

import java.util.Map;

/** Reads the syntax of {@link java.util.regex.Pattern} and writes ECMA-262; the pattern must match a whole text. */
final class JavaPatternTranslation {

    private static final CodePoints LINE_ENDS = CodePoints.of("\n\r\u0085\u2028\u2029");
    private static final CodePoints SPACE = CodePoints.of(" \t\n\u000b\f\r");
    private static final CodePoints HORIZONTAL =
            CodePoints.of(" \t\u00a0\u1680\u180e\u202f\u205f\u3000").or(CodePoints.range(0x2000, 0x200a));
    private static final CodePoints VERTICAL = CodePoints.of("\n\u000b\f\r\u0085\u2028\u2029");

    static final Map<Character, CodePoints> CLASSES = Map.of(
            's',
            SPACE,
            'S',
            SPACE.not(),
            'h',
            HORIZONTAL,
            'H',
            HORIZONTAL.not(),
            'v',
            VERTICAL,
            'V',
            VERTICAL.not(),
            'd',
            CodePoints.DIGITS,
            'D',
            CodePoints.DIGITS.not(),
            'w',
            CodePoints.WORD,
            'W',
            CodePoints.WORD.not());

    private final String text;
    private final StringBuilder ecma = new StringBuilder();
    private int at;
    private int depth;
    private boolean alternatives;

    JavaPatternTranslation(String text) {
        this.text = text;
    }

    String toEcma() {
        while (at < text.length()) {
            term();
        }
        String body = ecma.toString();
        boolean begins = body.startsWith("^");
        boolean ends = body.endsWith("$") && !body.endsWith("\\$");
        if (begins && ends && !alternatives) {
            return body;
        }
        String inner = alternatives ? "(?:" + body + ")" : body;
        return (begins && !alternatives ? "" : "^") + inner + (ends && !alternatives ? "" : "$");
    }

    private void term() {
        int c = text.codePointAt(at);
        switch (c) {
            case '|' -> {
                alternatives |= depth == 0;
                copy(1);
            }
            case '^' -> copy(1);
            case '$' -> end();
            case '.' -> write(1, JavaBracket.ecma(LINE_ENDS.not()));
            case '(' -> open();
            case ')' -> {
                depth--;
                copy(1);
            }
            case '[' -> {
                JavaBracket bracket = new JavaBracket(text, at);
                write(bracket.length(), bracket.toEcma());
            }
            case '\\' -> escape();
            case '*', '+', '?' -> quantifier(1);
            case '{' -> quantifier(text.indexOf('}', at) + 1 - at);
            case ']', '}' -> write(1, "\\" + Character.toString(c));
            default -> write(Character.charCount(c), JavaBracket.literal(c));
        }
    }

    private void write(int length, String translation) {
        at += length;
        ecma.append(translation);
    }

    private void copy(int length) {
        write(length, text.substring(at, at + length));
    }

    /** {@code $} of Java also stands before a last line end; the whole text is matched, so only at the end is it plain. */
    private void end() {
        int after = at + 1;
        boolean last = after == text.length() || text.charAt(after) == '|' || text.charAt(after) == ')';
        if (!last) {
            throw new IllegalArgumentException("has $ before its end");
        }
        copy(1);
    }

    private void quantifier(int length) {
        copy(length);
        if (at < text.length() && text.charAt(at) == '+') {
            throw new IllegalArgumentException("has a possessive quantifier, which JSON Schema does not know");
        }
        if (at < text.length() && text.charAt(at) == '?') {
            copy(1);
        }
    }

    private void open() {
        depth++;
        for (String group : new String[] {"(?:", "(?=", "(?!", "(?<=", "(?<!"}) {
            if (text.startsWith(group, at)) {
                copy(group.length());
                return;
            }
        }
        if (text.startsWith("(?<", at)) {
            write(text.indexOf('>', at) + 1 - at, "(");
        } else if (text.startsWith("(?", at)) {
            throw new IllegalArgumentException("has flags or an atomic group, (?…, which JSON Schema does not know");
        } else {
            copy(1);
        }
    }

    private void escape() {
        char c = text.charAt(at + 1);
        switch (c) {
            case 'd', 'D', 'w', 'W' -> copy(2);
            case 's', 'S', 'h', 'H', 'v', 'V' -> write(2, JavaBracket.ecma(CLASSES.getOrDefault(c, SPACE)));
            case 'A' -> write(2, "^");
            case 'z' -> write(2, "$");
            case 'Q' -> quoted();
            case 'p', 'P' -> {
                JavaEscapes.Property property = JavaEscapes.property(text, at);
                write(property.length(), property.toEcma());
            }
            case 'b', 'B', 'Z', 'G', 'R', 'X', 'k', 'N' ->
                throw new IllegalArgumentException("has \\" + c + ", which JSON Schema does not know");
            default -> character(c);
        }
    }

    private void character(char c) {
        if (c >= '1' && c <= '9') {
            throw new IllegalArgumentException(
                    "has the back reference \\" + c + ", which JSON Schema reads in another way");
        }
        JavaEscapes.Single single = JavaEscapes.single(text, at);
        write(single.length(), JavaBracket.literal(single.codePoint()));
    }

    private void quoted() {
        int end = text.indexOf("\\E", at);
        String literal = text.substring(at + 2, end < 0 ? text.length() : end);
        StringBuilder quoted = new StringBuilder();
        literal.codePoints().forEach(c -> quoted.append(JavaBracket.literal(c)));
        write(literal.length() + (end < 0 ? 2 : 4), quoted.toString());
    }
}
