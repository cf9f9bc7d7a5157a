package io.github.cxonetools.report.text;

import java.util.function.UnaryOperator;

/**
 * What the console can do.
 *
 * @param colour whether it understands ANSI colours
 * @param unicode whether it shows more than ASCII
 * @param width columns that are left for a line of this plugin
 * @param isLog whether its lines are searched in a file, rather than read in a window: what is one line by the goal's
 *     documentation is not broken there
 * @param mask hides secrets in a text; asked before a text is cut, because half a secret is one, too
 */
public record ConsoleStyle(boolean colour, boolean unicode, int width, boolean isLog, UnaryOperator<String> mask) {

    private static final UnaryOperator<String> NOTHING_TO_HIDE = text -> text;

    private static final String ESCAPE = "\u001b[";

    /** The longest that Maven puts before an outcome or a failure: {@code [ERROR] }. */
    private static final int PREFIX = 8;

    /** Of a log file, which is the same on every machine. */
    private static final int LOG_COLUMNS = 120;

    /** Narrower, nothing is readable. */
    private static final int FEWEST_COLUMNS = 40;

    /** ASCII, no colour, and room enough. */
    public static final ConsoleStyle PLAIN = log(false);

    /** The console that everybody has. */
    public static final ConsoleStyle NARROW = ofColumns(false, false, 80);

    /** A console before it is known what it must not show. */
    public ConsoleStyle(boolean colour, boolean unicode, int width) {
        this(colour, unicode, width, false, NOTHING_TO_HIDE);
    }

    /** The same console, on which {@code mask} hides secrets. */
    public ConsoleStyle masking(UnaryOperator<String> mask) {
        return new ConsoleStyle(colour, unicode, width, isLog, mask);
    }

    /** {@code text} without its secrets. */
    public String masked(String text) {
        return mask.apply(text);
    }

    /** A console of so many columns, of which Maven takes some. */
    public static ConsoleStyle ofColumns(boolean colour, boolean unicode, int columns) {
        return new ConsoleStyle(colour, unicode, Math.max(FEWEST_COLUMNS, columns) - PREFIX);
    }

    /** What a log file or a CI server gets: no colour, and one width everywhere. */
    public static ConsoleStyle log(boolean unicode) {
        return new ConsoleStyle(false, unicode, LOG_COLUMNS - PREFIX, true, NOTHING_TO_HIDE);
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    public String red(String text) {
        return paint("31", text);
    }

    public String green(String text) {
        return paint("32", text);
    }

    public String yellow(String text) {
        return paint("33", text);
    }

    /** {@code text} without its colours. */
    public static String plain(String text) {
        return text.replaceAll(ESCAPE.replace("[", "\\[") + "\\d+m", "");
    }

    /** Of what failed. */
    public String cross() {
        return unicode ? "✗" : "x";
    }

    /** From before to after. */
    public String arrow() {
        return unicode ? "→" : "->";
    }

    public String ellipsis() {
        return unicode ? "…" : "...";
    }

    /** Milliseconds with three digits and the unit that fits. */
    public String duration(double millis) {
        String text = NumberText.duration(millis);
        return unicode ? text : text.replace('µ', 'u');
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
