package io.github.cxonetools.report.text;

/**
 * What the console can do.
 *
 * @param colour whether it understands ANSI colours
 * @param unicode whether it shows more than ASCII
 * @param width its columns
 */
public record ConsoleStyle(boolean colour, boolean unicode, int width) {

    private static final String ESCAPE = "\u001b[";

    /** ASCII, no colour, and room enough: what a log file or a CI server gets. */
    public static final ConsoleStyle PLAIN = new ConsoleStyle(false, false, 120);

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    public String red(String text) {
        return paint("31", text);
    }

    String ellipsis() {
        return unicode ? "…" : "...";
    }

    private String paint(String code, String text) {
        return colour ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
