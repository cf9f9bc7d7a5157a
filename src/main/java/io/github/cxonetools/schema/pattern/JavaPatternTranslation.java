package io.github.cxonetools.schema.pattern;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the syntax of {@link java.util.regex.Pattern} and writes ECMA-262; the pattern must match a whole text. */
final class JavaPatternTranslation {

    private static final CodePoints LINE_ENDS = CodePoints.of("\n\r\u0085\u2028\u2029");
    private static final CodePoints SPACE = CodePoints.of(" \t\n\u000b\f\r");
    private static final CodePoints HORIZONTAL =
            CodePoints.of(" \t\u00a0\u1680\u180e\u202f\u205f\u3000").or(CodePoints.range(0x2000, 0x200a));
    private static final CodePoints VERTICAL = CodePoints.of("\n\u000b\f\r\u0085\u2028\u2029");

    private static final Pattern ASSERTION = Pattern.compile("\\(\\?<?[=!]");
    private static final Pattern INLINE = Pattern.compile("\\(\\?([a-zA-Z-]*)([:)])");

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
    private final JavaGroups groups;
    private PatternFlags flags;
    private int at;

    /** Where what was written last begins, which a quantifier may follow. */
    private int atom;

    JavaPatternTranslation(String text, PatternFlags flags) {
        boolean comments = flags.allowsComments() || text.matches("(?s)\\(\\?[a-z]*x[a-z]*\\).*");
        this.text = comments ? PatternFlags.withoutComments(text) : text;
        this.flags = flags;
        this.groups = new JavaGroups(this.text);
    }

    String toEcma() {
        while (at < text.length()) {
            term();
        }
        String body = ecma.toString();
        boolean begins = body.startsWith("^");
        boolean ends = body.endsWith("$") && !body.endsWith("\\$");
        boolean alternatives = groups.hasAlternatives();
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
                groups.alternative();
                copy(1);
            }
            case '^' -> begin();
            case '$' -> end(1);
            case '.' -> write(1, dot());
            case '(' -> open();
            case ')' -> close();
            case '[' -> {
                JavaBracket bracket = new JavaBracket(text, at, flags);
                write(bracket.length(), bracket.toEcma());
            }
            case '\\' -> escape();
            case '*', '+', '?' -> quantifier(1);
            case '{' -> quantifier(text.indexOf('}', at) + 1 - at);
            case ']', '}' -> write(1, "\\" + Character.toString(c));
            default -> write(Character.charCount(c), literal(c));
        }
    }

    private void write(int length, String translation) {
        at += length;
        atom = ecma.length();
        ecma.append(translation);
    }

    private void copy(int length) {
        write(length, text.substring(at, at + length));
    }

    private String literal(int c) {
        CodePoints matched = flags.matched(CodePoints.range(c, c));
        return matched.ranges().size() > 1 ? JavaBracket.ecma(matched) : JavaBracket.literal(c);
    }

    private String dot() {
        return flags.isDotAll()
                ? "[\\s\\S]"
                : JavaBracket.ecma((flags.isUnixLines() ? CodePoints.of("\n") : LINE_ENDS).not());
    }

    private void begin() {
        if (flags.isMultiline() && !ecma.isEmpty()) {
            throw new IllegalArgumentException("has ^ of a line, which JSON Schema does not know");
        }
        write(1, flags.isMultiline() ? "^(?=[\\s\\S])" : "^"); // No line begins where the text ends.
    }

    /** {@code $} of Java also stands before a last line end; the whole text is matched, so only at the end is it plain. */
    private void end(int length) {
        groups.end();
        if (!JavaGroups.isLast(text, at + length)) {
            throw new IllegalArgumentException("has $ before its end");
        }
        write(length, "$");
    }

    private void quantifier(int length) {
        int start = atom;
        if (text.charAt(at - 1) == ')') {
            groups.quantified(text.charAt(at));
        }
        String quantifier = text.substring(at, at + length);
        at += length;
        ecma.append(quantifier);
        if (at < text.length() && text.charAt(at) == '+') {
            at++;
            groups.keep(ecma, start); // What a possessive quantifier has taken, it keeps.
        } else if (at < text.length() && text.charAt(at) == '?') {
            at++;
            groups.lazy();
            ecma.append('?');
        }
        atom = start;
        if (at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0) {
            throw new IllegalArgumentException(PatternFlags.REPEATS_NOTHING);
        }
    }

    private void open() {
        for (String group : new String[] {"(?:", "(?=", "(?!", "(?<=", "(?<!"}) {
            if (text.startsWith(group, at)) {
                groups.open(flags, ecma.length(), ")");
                copy(group.length());
                return;
            }
        }
        if (text.startsWith("(?>", at)) {
            groups.openKept(flags, ecma.length());
            write(3, "(?:(?=(");
        } else if (text.startsWith("(?<", at)) {
            int end = text.indexOf('>', at) + 1;
            groups.capture(flags, ecma.length(), text.substring(at + 3, end - 1));
            write(end - at, groups.opening());
        } else if (text.startsWith("(?", at)) {
            inline();
        } else {
            groups.capture(flags, ecma.length(), "");
            write(1, groups.opening());
        }
    }

    private void close() {
        JavaGroups.OpenGroup group = groups.close();
        flags = group.flags();
        write(1, group.end());
        atom = group.start();
        boolean quantified = at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0;
        if (quantified && ASSERTION.matcher(ecma).region(atom, ecma.length()).lookingAt()) {
            ecma.insert(atom, "(?:").append(')'); // ECMA-262 quantifies no assertion.
        }
    }

    /** {@code (?i)} up to the end of the group that it stands in, {@code (?i:…)} inside. */
    private void inline() {
        Matcher inline = INLINE.matcher(text).region(at, text.length());
        if (!inline.lookingAt()) {
            throw new IllegalArgumentException("has (?…, which JSON Schema does not know");
        }
        PatternFlags changed = flags.changedBy(inline.group(1));
        if (changed.allowsComments() && !flags.allowsComments() && at > 0) {
            throw new IllegalArgumentException("has comments in a part of it, which JSON Schema does not know");
        }
        if (inline.group(2).equals(":")) {
            groups.open(flags, ecma.length(), ")");
            write(inline.end() - at, "(?:");
        } else {
            at = inline.end();
        }
        flags = changed;
    }

    private void escape() {
        char c = text.charAt(at + 1);
        switch (c) {
            case 'd', 'D', 'w', 'W' -> copy(2);
            case 's', 'S', 'h', 'H', 'v', 'V' -> write(2, JavaBracket.ecma(CLASSES.getOrDefault(c, SPACE)));
            case 'A' -> write(2, "^");
            case 'z' -> write(2, "$");
            case 'Z' -> end(2);
            case 'Q' -> quoted();
            case 'p', 'P' -> {
                JavaEscapes.Property property = JavaEscapes.property(text, at, flags);
                write(property.length(), property.toEcma());
            }
            case 'k' -> {
                int end = text.indexOf('>', at) + 1;
                write(end - at, groups.reference(text.substring(at + 3, end - 1), flags));
            }
            case 'b', 'B', 'G', 'R', 'X', 'N' ->
                throw new IllegalArgumentException("has \\" + c + ", which JSON Schema does not know");
            default -> character(c);
        }
    }

    private void character(char c) {
        if (c >= '1' && c <= '9') {
            if (at + 2 < text.length() && Character.isDigit(text.charAt(at + 2))) {
                throw new IllegalArgumentException("has a back reference with a digit behind it");
            }
            write(2, groups.reference(Character.toString(c), flags));
            return;
        }
        JavaEscapes.Single single = JavaEscapes.single(text, at);
        write(single.length(), literal(single.codePoint()));
    }

    private void quoted() {
        int end = text.indexOf("\\E", at);
        String quoted = text.substring(at + 2, end < 0 ? text.length() : end);
        at += quoted.length() + (end < 0 ? 2 : 4);
        quoted.codePoints().forEach(c -> write(0, literal(c)));
    }
}
