package io.github.cxonetools.schema;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads ECMA-262 (section 22.2.1) and writes {@link java.util.regex.Pattern}. Refuses what the {@code u} flag refuses and
 * what does not mean the same without that flag, because CXone does not say which it uses; the one exception is an escaped
 * punctuation mark, which everybody writes and no engine reads in two ways.
 */
final class EcmaPatternParser {

    private static final String WORD = "[A-Za-z0-9_]";
    private static final String BOUNDARY = "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))";
    private static final String NO_BOUNDARY = "(?:(?<=" + WORD + ")(?=" + WORD + ")|(?<!" + WORD + ")(?!" + WORD + "))";
    private static final CodePoints LINE_ENDS = CodePoints.of("\n\r\u2028\u2029");
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private final String text;
    private final EcmaEscapes escapes;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private final Deque<Boolean> assertions = new ArrayDeque<>();

    EcmaPatternParser(String text) {
        this.text = text;
        this.escapes = new EcmaEscapes(text);
    }

    String toJava() {
        while (at < text.length()) {
            term();
        }
        if (!assertions.isEmpty()) {
            throw refused("has an unclosed group");
        }
        return java.toString();
    }

    private void term() {
        int c = text.codePointAt(at);
        switch (c) {
            case '|', '^' -> emit(1, Character.toString(c));
            case '$' -> emit(1, "\\z");
            case '.' -> atom(1, "[" + LINE_ENDS.not().toJava() + "]");
            case '(' -> open();
            case ')' -> close();
            case '[' -> bracket();
            case '\\' -> escape();
            case '*', '+', '?', '{' -> throw refused("has the quantifier " + Character.toString(c) + " after nothing");
            case '}', ']' ->
                throw refused("has a lone " + Character.toString(c) + "; write \\" + Character.toString(c));
            default -> atom(Character.charCount(c), literal(c));
        }
    }

    private void emit(int length, String translation) {
        at += length;
        java.append(translation);
    }

    private void atom(int length, String translation) {
        emit(length, translation);
        quantifier();
    }

    private void quantifier() {
        if (at == text.length()) {
            return;
        }
        char c = text.charAt(at);
        if (c == '*' || c == '+' || c == '?') {
            emit(1, Character.toString(c));
        } else if (c == '{') {
            counted();
        } else {
            return;
        }
        if (at < text.length() && text.charAt(at) == '?') {
            emit(1, "?");
        } else if (at < text.length() && text.charAt(at) == '+') {
            throw refused("has a possessive quantifier, which ECMA-262 does not know");
        }
    }

    private void counted() {
        int end = text.indexOf('}', at);
        String counts = end < 0 ? "" : text.substring(at, end + 1);
        if (!counts.matches("\\{[0-9]{1,9}(,[0-9]{0,9})?}")) {
            throw refused("has a lone {; write \\{");
        }
        emit(counts.length(), counts);
    }

    private void open() {
        for (String group : new String[] {"(?:", "(?=", "(?!", "(?<=", "(?<!"}) {
            if (text.startsWith(group, at)) {
                assertions.push(!group.equals("(?:"));
                emit(group.length(), group);
                return;
            }
        }
        if (text.startsWith("(?", at)) {
            throw refused(
                    text.startsWith("(?<", at)
                            ? "has a named group; write (…)"
                            : "has flags or an atomic group, (?…, which ECMA-262 does not know");
        }
        assertions.push(false);
        emit(1, "(");
    }

    private void close() {
        if (assertions.isEmpty()) {
            throw refused("has a lone ); write \\)");
        }
        if (assertions.pop()) {
            emit(1, ")"); // A quantifier behind it has nothing to repeat.
        } else {
            atom(1, ")");
        }
    }

    private void bracket() {
        EcmaBracket bracket = new EcmaBracket(text, at, escapes);
        atom(bracket.length(), bracket.toJava());
    }

    private void escape() {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        if (c == 'b' || c == 'B') {
            emit(2, c == 'b' ? BOUNDARY : NO_BOUNDARY);
        } else if (c >= '1' && c <= '9') {
            atom(2, "\\" + c + "(?:)"); // A digit that follows belongs to the text, not to the group's number.
        } else if (c == 'p' || c == 'P') {
            int length = escapes.propertyLength(at);
            atom(length, text.substring(at, at + length));
        } else {
            EcmaEscapes.Escape escape = escapes.read(at);
            atom(escape.length(), "[" + escape.set().toJava() + "]");
        }
    }

    private static String literal(int c) {
        return SYNTAX.indexOf(c) >= 0 || c < ' ' || c == '#'
                ? "\\x{" + Integer.toHexString(c) + "}"
                : Character.toString(c);
    }

    private static IllegalArgumentException refused(String problem) {
        return new IllegalArgumentException(problem);
    }
}
