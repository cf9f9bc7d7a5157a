package io.github.cxonetools.report.deployment;

import java.util.ArrayList;
import java.util.List;

/** A table in text: columns as wide as their longest cell, and lines of details below a row. */
final class TextTable {

    private final List<String[]> rows = new ArrayList<>();
    private final List<List<String>> details = new ArrayList<>();

    TextTable(String... head) {
        rows.add(head);
        details.add(List.of());
    }

    /** Adds a row, and the lines that stand below it as they are. */
    void row(List<String> below, String... cells) {
        rows.add(cells);
        details.add(below);
    }

    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(line(rows.get(i), widths));
            lines.addAll(details.get(i));
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return widths;
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
