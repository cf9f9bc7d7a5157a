package io.github.cxonetools.report.deployment;

import io.github.cxonetools.deployment.difference.FieldDifference;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import java.util.ArrayList;
import java.util.List;

/** What differs between tenant and project, in columns: {@code ~ input   /properties/tags   absent → {"type":"array"}}. */
final class DifferenceTable {

    private static final String INDENT = "    ";
    private static final String GAP = "   ";
    private static final int MOST_LINES = 3;

    private final ConsoleStyle style;
    private final List<FieldDifference> differences = new ArrayList<>();

    DifferenceTable(ConsoleStyle style) {
        this.style = style;
    }

    void add(FieldDifference difference) {
        differences.add(difference);
    }

    List<String> lines() {
        int width = differences.stream()
                .mapToInt(difference -> ConsoleText.width(place(difference)))
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (FieldDifference difference : differences) {
            line(difference, width, lines);
        }
        return lines;
    }

    private void line(FieldDifference difference, int width, List<String> lines) {
        String place = place(difference);
        String padding = " ".repeat(width - ConsoleText.width(place));
        String change = difference.before() + " " + style.arrow() + " " + difference.after();
        String mark = style.yellow("~") + " ";
        int room = style.width() - INDENT.length() - 2;
        if (width + GAP.length() + ConsoleText.width(change) <= room) {
            lines.add(INDENT + mark + place + padding + GAP + change);
            return;
        }
        lines.add(INDENT + mark + place);
        value(" ", difference.before(), lines);
        value(style.arrow(), difference.after(), lines);
    }

    /** On the lines that a window has for it; in a log on one. */
    private void value(String sign, String value, List<String> lines) {
        String indent = INDENT + INDENT;
        int hang = indent.length() + sign.length() + 1;
        String before = indent + sign + " ";
        for (String part : ConsoleText.broken(value, hang, hang, MOST_LINES, style)) {
            lines.add(before + part);
            before = " ".repeat(hang);
        }
    }

    /** {@code input  /properties/tags}, or {@code handlerUrl}. */
    private String place(FieldDifference difference) {
        String field = difference.field().replaceFirst("Schema$", "");
        String pointer = difference.pointer();
        return pointer == null
                ? field
                : field + " ".repeat(Math.max(1, 8 - field.length())) + (pointer.isEmpty() ? "/" : pointer);
    }
}
