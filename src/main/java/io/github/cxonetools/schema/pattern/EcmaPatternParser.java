package io.github.cxonetools.schema.pattern;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads ECMA-262 (section 22.2.1) and writes {@link java.util.regex.Pattern}. Refuses what the {@code u} flag refuses and
 * what does not mean the same without that flag, because CXone does not say which it uses; the one exception is an escaped
 * punctuation mark, which everybody writes and no engine reads in two ways.
 */
public final class EcmaPatternParser {

    private static final String WORD = "[A-Za-z0-9_]";
    private static final String BOUNDARY = "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))";
    private static final String NO_BOUNDARY = "(?:(?<=" + WORD + ")(?=" + WORD + ")|(?<!" + WORD + ")(?!" + WORD + "))";
    private static final CodePoints LINE_ENDS = CodePoints.of("\n\r\u2028\u2029");
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private final String text;
    private final EcmaEscapes escapes;
    private final StringBuilder java = new StringBuilder();
    private final EcmaTree tree = new EcmaTree();
    private int at;
    private final Deque<Boolean> assertions = new ArrayDeque<>();

    public EcmaPatternParser(String text) {
        this.text = text;
        this.escapes = new EcmaEscapes(text);
    }

    /** What has been read by {@link #toJava}, as a tree. */
    public EcmaTree tree() {
        return tree;
    }

    public String toJava() {
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
            case '|' -> alternative();
            case '^' -> anchor(1, "^", EcmaNode.Anchor.BEGIN);
            case '$' -> anchor(1, "\\z", EcmaNode.Anchor.END);
            case '.' -> characters(1, "[" + LINE_ENDS.not().toJava() + "]", CharacterClass.of(LINE_ENDS.not()));
            case '(' -> open();
            case ')' -> close();
            case '[' -> bracket();
            case '\\' -> escape();
            case '*', '+', '?', '{' -> throw refused("has the quantifier " + Character.toString(c) + " after nothing");
            case '}', ']' ->
                throw refused("has a lone " + Character.toString(c) + "; write \\" + Character.toString(c));
            default -> characters(Character.charCount(c), literal(c), CharacterClass.of(CodePoints.range(c, c)));
        }
    }

    private void alternative() {
        emit(1, "|");
        tree.alternative();
    }

    private void anchor(int length, String translation, EcmaNode.Anchor anchor) {
        emit(length, translation);
        tree.add(anchor);
    }

    private void characters(int length, String translation, CharacterClass set) {
        tree.add(new EcmaNode.Characters(set));
        atom(length, translation);
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
            tree.repeat(c == '+' ? 1 : 0, c == '?' ? 1 : EcmaNode.UNBOUNDED);
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
        String[] bounds = counts.substring(1, counts.length() - 1).split(",", -1);
        int least = Integer.parseInt(bounds[0]);
        String most = bounds[bounds.length - 1];
        tree.repeat(least, most.isEmpty() ? EcmaNode.UNBOUNDED : Integer.parseInt(most));
    }

    private void open() {
        for (String group : new String[] {"(?:", "(?=", "(?!", "(?<=", "(?<!"}) {
            if (text.startsWith(group, at)) {
                assertions.push(!group.equals("(?:"));
                emit(group.length(), group);
                tree.open(group);
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
        tree.open("(");
    }

    private void close() {
        if (assertions.isEmpty()) {
            throw refused("has a lone ); write \\)");
        }
        tree.close();
        if (assertions.pop()) {
            emit(1, ")"); // A quantifier behind it has nothing to repeat.
        } else {
            atom(1, ")");
        }
    }

    private void bracket() {
        EcmaBracket bracket = new EcmaBracket(text, at, escapes);
        characters(bracket.length(), bracket.toJava(), bracket.toClass());
    }

    private void escape() {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        if (c == 'b' || c == 'B') {
            boolean boundary = c == 'b';
            anchor(
                    2,
                    boundary ? BOUNDARY : NO_BOUNDARY,
                    boundary ? EcmaNode.Anchor.WORD_BOUNDARY : EcmaNode.Anchor.NO_WORD_BOUNDARY);
        } else if (c >= '1' && c <= '9') {
            tree.add(EcmaNode.BackReference.INSTANCE);
            atom(2, "\\" + c + "(?:)"); // A digit that follows belongs to the text, not to the group's number.
        } else if (c == 'p' || c == 'P') {
            int length = escapes.propertyLength(at);
            String property = UnicodeProperties.toJava(text.substring(at, at + length));
            characters(length, property, new CharacterClass(CodePoints.NONE, property, false));
        } else {
            EcmaEscapes.EcmaEscape escape = escapes.read(at);
            characters(escape.length(), "[" + escape.set().toJava() + "]", CharacterClass.of(escape.set()));
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
