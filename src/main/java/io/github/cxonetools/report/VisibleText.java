package io.github.cxonetools.report;

/** Text from payloads and handlers, made harmless where it is shown: what cannot be seen is written out. */
final class VisibleText {

    private VisibleText() {}

    /** On one line: line breaks, tabs and control characters as escapes. */
    static String oneLine(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> append(out, c, Character.isISOControl(c));
            }
        });
        return out.toString();
    }

    /** As XML 1.0 allows it, section 2.2; all else as {@code \}{@code uXXXX}. */
    static String forXml(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(out, c, !isXml(c)));
        return out.toString();
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
        if (escaped) {
            out.append(String.format("\\u%04X", c));
        } else {
            out.appendCodePoint(c);
        }
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
