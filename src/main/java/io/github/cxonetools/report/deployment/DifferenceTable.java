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
        // Nothing is cut or replaced: secrets are masked afterwards, and half of one would not be known.
        lines.add(INDENT + mark + place);
        String before = difference.before();
        String after = difference.after();
        lines.add(INDENT + INDENT + "  " + before);
        lines.add(INDENT + INDENT + style.arrow() + " " + after);
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
