package io.github.cxonetools.schema.pattern;

/** A bracket expression of ECMA-262, {@code [a-z]} or {@code [^a-z]}. */
final class EcmaBracket {

    private final String text;
    private final EcmaEscapes escapes;
    private final StringBuilder properties = new StringBuilder();
    private final boolean negated;
    private final int start;
    private CodePoints set = CodePoints.NONE;
    private int at;

    EcmaBracket(String text, int start, EcmaEscapes escapes) {
        this.text = text;
        this.start = start;
        this.escapes = escapes;
        this.negated = text.startsWith("[^", start);
        this.at = start + (negated ? 2 : 1);
        while (peek() != ']') {
            member();
        }
        at++;
    }

    int length() {
        return at - start;
    }

    String toJava() {
        if (set.isEmpty() && properties.isEmpty()) {
            return negated ? "[" + CodePoints.ALL.toJava() + "]" : "(?!)";
        }
        return (negated ? "[^" : "[") + set.toJava() + properties + "]";
    }

    CharacterClass toClass() {
        return new CharacterClass(set, properties.toString(), negated);
    }

    private void member() {
        if (text.startsWith("\\p", at) || text.startsWith("\\P", at)) {
            int length = escapes.propertyLength(at);
            properties.append(UnicodeProperties.toJava(text.substring(at, at + length)));
            at += length;
            return;
        }
        EcmaEscapes.EcmaEscape first = next();
        if (peek() != '-' || text.startsWith("-]", at)) {
            set = set.or(first.set());
            return;
        }
        at++;
        EcmaEscapes.EcmaEscape last = next();
        if (!first.isSingle() || !last.isSingle()) {
            throw new IllegalArgumentException("has a range in brackets whose end is a class");
        }
        int from = first.set().ranges().get(0).first();
        int to = last.set().ranges().get(0).first();
        if (from > to) {
            throw new IllegalArgumentException("has a range in brackets that runs backwards");
        }
        set = set.or(CodePoints.range(from, to));
    }

    private EcmaEscapes.EcmaEscape next() {
        char c = peek();
        if (text.startsWith("\\b", at)) {
            at += 2;
            return new EcmaEscapes.EcmaEscape(2, CodePoints.range('\b', '\b'));
        }
        EcmaEscapes.EcmaEscape escape = c == '\\' ? escapes.read(at) : literal();
        at += escape.length();
        return escape;
    }

    private EcmaEscapes.EcmaEscape literal() {
        int c = text.codePointAt(at);
        return new EcmaEscapes.EcmaEscape(Character.charCount(c), CodePoints.range(c, c));
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("has an unclosed [");
        }
        return text.charAt(at);
    }
}
