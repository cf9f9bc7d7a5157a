package io.github.cxonetools.report.deployment;

import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A table in text: columns as wide as their longest cell, and lines of details below a row. In a window the widest columns are
 * cut until all fit.
 */
final class TextTable {

    private static final String GAP = "  ";

    /** Of a column that is cut. */
    private static final int FEWEST_COLUMNS = 8;

    private final ConsoleStyle style;
    private final List<TableRow> rows = new ArrayList<>();

    private record TableRow(UnaryOperator<String> paint, List<String> below, List<String> cells) {}

    TextTable(ConsoleStyle style, String... head) {
        this.style = style;
        row(style::faint, List.of(), head);
    }

    /**
     * Adds a row, and the lines that stand below it as they are.
     *
     * @param paint the row's colour
     */
    void row(UnaryOperator<String> paint, List<String> below, String... cells) {
        rows.add(new TableRow(
                paint,
                below,
                Arrays.stream(cells)
                        .map(cell -> ConsoleText.printable(cell, style))
                        .toList()));
    }

    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (TableRow row : rows) {
            lines.add(row.paint().apply(line(row.cells(), widths)));
            lines.addAll(row.below());
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).cells().size()];
        for (TableRow row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], ConsoleText.width(row.cells().get(i)));
            }
        }
        int room = style.width() - GAP.length() * (widths.length - 1);
        while (!style.isLog() && Arrays.stream(widths).sum() > room && widths[widest(widths)] > FEWEST_COLUMNS) {
            widths[widest(widths)]--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(ConsoleText.fit(cells.get(i), widths[i], false, style)).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
