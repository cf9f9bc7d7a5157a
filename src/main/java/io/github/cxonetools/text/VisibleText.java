package io.github.cxonetools.text;

import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Text of others, made harmless where it is shown: what cannot be seen, or what a terminal would obey, is written out. That is
 * control and format characters, among them those that turn the direction of writing, and half characters.
 */
public final class VisibleText {

    /** A line of Maven's within a text is not Maven's. */
    private static final Pattern FORGED =
            Pattern.compile("\\n(?=[^\\S\\n]*\\[(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)])");

    /** What this plugin's own tables use: bold, faint, red, green, yellow, and back. */
    private static final Pattern OWN_STYLE = Pattern.compile("\\u001B(?=\\[(?:[012]|3[123])m)");

    private VisibleText() {}

    /** On one line: line breaks, tabs and all else that cannot be seen as escapes. */
    public static String oneLine(String text) {
        return oneLine(text, VisibleText::surrogates);
    }

    /** @param beyond how a character beyond U+FFFF is written that cannot be seen */
    static String oneLine(String text, IntFunction<String> beyond) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> append(out, c, isUnseen(c), beyond);
            }
        });
        return out.toString();
    }

    /** As XML 1.0 allows it, section 2.2; all else, and what cannot be seen, as {@code \}{@code uXXXX}. */
    public static String forXml(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(out, c, !isXml(c) || (isUnseen(c) && c != '\n' && c != '\t')));
        return out.toString();
    }

    /** As {@link #forXml} and then {@link #oneLine(String)}. */
    public static String oneLineForXml(String text) {
        return isPlain(text) ? text : oneLine(forXml(text));
    }

    /**
     * A whole message on its way to the console: its lines and this plugin's own colours stay, unless a line looks as if Maven
     * had begun it.
     */
    public static String onConsole(String text) {
        if (isPlain(text)) {
            return text;
        }
        String lines = FORGED.matcher(text).replaceAll("\\\\n");
        StringBuilder out = new StringBuilder(lines.length());
        var styles = OWN_STYLE.matcher(lines);
        int begin = 0;
        while (styles.find()) {
            appendLines(out, lines.substring(begin, styles.start()));
            out.append('\u001B');
            begin = styles.end();
        }
        appendLines(out, lines.substring(begin));
        return out.toString();
    }

    private static void appendLines(StringBuilder out, String lines) {
        lines.codePoints().forEach(c -> append(out, c, isUnseen(c) && c != '\n' && c != '\t'));
    }

    /** Nearly all text is, and there is much of it. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder out, int c, boolean escaped) {
        append(out, c, escaped, VisibleText::surrogates);
    }

    private static void append(StringBuilder out, int c, boolean escaped, IntFunction<String> beyond) {
        if (!escaped) {
            out.appendCodePoint(c);
        } else if (Character.isBmpCodePoint(c)) {
            out.append(String.format("\\u%04X", c));
        } else {
            out.append(beyond.apply(c));
        }
    }

    /** As JSON and Java have it. */
    private static String surrogates(int c) {
        return String.format("\\u%04X\\u%04X", (int) Character.highSurrogate(c), (int) Character.lowSurrogate(c));
    }

    /** Joiners belong to how words and emoji are written. */
    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (type == Character.FORMAT && c != 0x200C && c != 0x200D);
    }

    /** A carriage return is allowed, and lost: parsers make a line feed of it. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c <= 0xD7FF && !(c >= 0x7F && c <= 0x9F)
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
