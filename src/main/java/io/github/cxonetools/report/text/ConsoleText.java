package io.github.cxonetools.report.text;

import io.github.cxonetools.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Text from a tenant on its way to a console: no control character reaches it, every column keeps its width, and no secret is cut
 * before it is masked.
 */
public final class ConsoleText {

    /** The emoji among the signs of Unicode's first plane (East Asian Width W). */
    private static final String WIDE_SIGNS = "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕";

    private static final int MOST_LINES = 5;

    private ConsoleText() {}

    /** One line; what the console would obey is written out, and what it cannot show becomes {@code ?}. */
    public static String printable(String text, ConsoleStyle style) {
        String visible = VisibleText.oneLine(style.masked(text));
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < visible.length(); i += Character.charCount(visible.codePointAt(i))) {
            int c = visible.codePointAt(i);
            line.appendCodePoint(shows(c, style) ? c : '?');
        }
        return line.toString();
    }

    /** {@code text} in exactly {@code width} columns: padded, or cut with an ellipsis. */
    public static String fit(String text, int width, boolean right, ConsoleStyle style) {
        String cut = fit(text, width, style);
        String padding = " ".repeat(width - width(cut));
        return right ? padding + cut : cut + padding;
    }

    /** {@code text}, cut with an ellipsis where it is wider. */
    public static String fit(String text, int width, ConsoleStyle style) {
        String masked = style.masked(text);
        return width(masked) <= width ? masked : cut(masked, width, style.ellipsis());
    }

    /** {@code text} on lines that fit, broken at blanks where there are any; cut with an ellipsis after the last. */
    public static List<String> wrap(String text, int width, int most, ConsoleStyle style) {
        return wrap(text, width, width, most, style);
    }

    /** The same with another width for the lines after the first, which are indented. */
    public static List<String> wrap(String text, int first, int others, int most, ConsoleStyle style) {
        List<String> lines = new ArrayList<>();
        String rest = style.masked(text);
        int width = first;
        while (width(rest) > width && lines.size() < most - 1) {
            int end = end(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
            width = others;
        }
        lines.add(fit(rest, width, style));
        return lines;
    }

    /**
     * {@code text} in the parts that fit a window, without their indents; in a log, which is searched, in one piece.
     *
     * @param indent of the first line
     * @param hang of the others
     */
    public static List<String> broken(String text, int indent, int hang, int most, ConsoleStyle style) {
        return style.isLog()
                ? List.of(style.masked(text))
                : wrap(text, style.width() - indent, style.width() - hang, most, style);
    }

    /** The same of a {@code head} in a colour and the text behind it; lines after the first are indented by {@code hang}. */
    public static List<String> broken(
            String head, UnaryOperator<String> paint, String rest, int hang, ConsoleStyle style) {
        List<String> lines = new ArrayList<>();
        int painted = head.length();
        for (String part : broken(printable(head + rest, style), 0, hang, MOST_LINES, style)) {
            int end = Math.max(0, Math.min(painted, part.length()));
            String coloured = end == 0 ? "" : paint.apply(part.substring(0, end));
            lines.add(" ".repeat(lines.isEmpty() ? 0 : hang) + coloured + part.substring(end));
            painted -= part.length() + 1; // Lines are broken at blanks.
        }
        return lines;
    }

    /** Where the first line ends: behind its last blank, if that leaves half of it. */
    private static int end(String text, int width) {
        int end = 0;
        int blank = 0;
        int columns = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            columns += columns(c);
            if (columns > width && end > 0) {
                break;
            }
            end += Character.charCount(c);
            blank = c == ' ' ? end : blank;
        }
        return blank > end / 2 ? blank : end;
    }

    /** Columns that a terminal gives the text. */
    public static int width(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += columns(text.codePointAt(i));
        }
        return columns;
    }

    private static String cut(String text, int width, String ellipsis) {
        StringBuilder head = new StringBuilder();
        int room = width - ellipsis.length();
        for (int c : text.codePoints().toArray()) {
            room -= columns(c);
            if (room < 0) {
                break;
            }
            head.appendCodePoint(c);
        }
        return head + ellipsis;
    }

    private static boolean shows(int c, ConsoleStyle style) {
        return c < 0x80 || (style.unicode() && Character.getType(c) != Character.FORMAT);
    }

    private static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        // East Asian wide forms and emoji, in the ranges that terminals agree on.
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || WIDE_SIGNS.indexOf(c) >= 0
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
