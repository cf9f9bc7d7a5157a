package io.github.cxonetools.report.simulation;

import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import java.util.ArrayList;
import java.util.List;

/**
 * Differences on the console: where, what was expected, what was there. On one line in columns, where that fits into the
 * console; else below each other, cut where both values still differ.
 */
final class DifferenceLines {

    private static final String INDENT = "    ";
    private static final String GAP = "   ";
    private static final String EXPECTED = "expected ";
    private static final String WAS = "was ";

    /** What is shown of long values before their first difference. */
    private static final int CONTEXT = 24;

    private final ConsoleStyle style;
    private final int room;

    private DifferenceLines(ConsoleStyle style) {
        this.style = style;
        this.room = style.width() - INDENT.length();
    }

    /** @param most how many are shown; one more, where it is the last */
    static List<String> of(List<ValueDifference> differences, int most, ConsoleStyle style) {
        int shown = differences.size() <= most + 1 ? differences.size() : most;
        DifferenceLines lines = new DifferenceLines(style);
        List<DifferenceLine> rows =
                differences.subList(0, shown).stream().map(lines::row).toList();
        return lines.of(rows, differences.size() - shown);
    }

    private List<String> of(List<DifferenceLine> rows, int hidden) {
        List<DifferenceLine> fitting =
                rows.stream().filter(row -> row.width() <= room).toList();
        int pointers =
                fitting.stream().mapToInt(row -> width(row.pointer())).max().orElse(0);
        int lefts = fitting.stream().mapToInt(row -> width(row.left())).max().orElse(0);
        int rights = fitting.stream().mapToInt(row -> width(row.right())).max().orElse(0);
        boolean isAligned = pointers + lefts + rights + 2 * GAP.length() <= room;
        List<String> lines = new ArrayList<>();
        int last = 0;
        for (DifferenceLine row : rows) {
            if (row.width() > room) {
                last = stacked(row, lines);
                continue;
            }
            String pointer = isAligned ? padded(row.pointer(), pointers) : row.pointer();
            String left = isAligned ? padded(row.left(), lefts) : row.left();
            lines.add(INDENT + pointer + GAP + expected(left) + GAP + was(row.right()));
            last = width(pointer) + width(left) + width(row.right()) + 2 * GAP.length();
        }
        if (hidden > 0) {
            more(lines, last, hidden);
        }
        return lines;
    }

    private void more(List<String> lines, int last, int hidden) {
        String more = style.ellipsis() + " " + hidden + " more";
        if (last + 8 + width(more) <= room) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " ".repeat(8) + more);
        } else {
            lines.add(INDENT + more);
        }
    }

    /** @return the width of the last line */
    private int stacked(DifferenceLine row, List<String> lines) {
        lines.add(INDENT + ConsoleText.fit(row.pointer(), room, style));
        int width = room - INDENT.length() - EXPECTED.length();
        String expected = row.left().startsWith(EXPECTED) ? row.left().substring(EXPECTED.length()) : "nothing";
        String actual = row.right().substring(WAS.length());
        int from = from(expected, actual, width);
        String right = cut(actual, from, width);
        String padding = " ".repeat(EXPECTED.length() - WAS.length());
        lines.add(INDENT + INDENT + EXPECTED + style.green(cut(expected, from, width)));
        lines.add(INDENT + INDENT + WAS + padding + style.red(right));
        return INDENT.length() + EXPECTED.length() + width(right);
    }

    /** Where long values are shown from, so that their first difference is seen. */
    private static int from(String expected, String actual, int width) {
        int same = 0;
        while (same < Math.min(expected.length(), actual.length()) && expected.charAt(same) == actual.charAt(same)) {
            same++;
        }
        int context = Math.min(CONTEXT, width / 3);
        boolean isSeen = same + context < width || Math.max(width(expected), width(actual)) <= width;
        int from = isSeen ? 0 : Math.max(0, same - context);
        return from > 0 && Character.isLowSurrogate(expected.charAt(Math.min(from, expected.length() - 1)))
                ? from - 1
                : from;
    }

    private String cut(String text, int from, int width) {
        String shown = from == 0 ? text : style.ellipsis() + text.substring(Math.min(from, text.length()));
        return ConsoleText.fit(shown, width, style);
    }

    private String expected(String left) {
        return left.startsWith(EXPECTED) ? EXPECTED + style.green(left.substring(EXPECTED.length())) : left;
    }

    private String was(String right) {
        return WAS + style.red(right.substring(WAS.length()));
    }

    private DifferenceLine row(ValueDifference difference) {
        String expected = difference.expected();
        String actual = difference.actual();
        return new DifferenceLine(
                printable(difference.pointer()),
                expected == null ? "absent" : EXPECTED + printable(expected),
                WAS + (actual == null ? "absent" : printable(actual)));
    }

    private String printable(String text) {
        return ConsoleText.printable(text, style);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - width(text));
    }

    private static int width(String text) {
        return ConsoleText.width(text);
    }

    private record DifferenceLine(String pointer, String left, String right) {

        int width() {
            return DifferenceLines.width(pointer)
                    + DifferenceLines.width(left)
                    + DifferenceLines.width(right)
                    + 2 * GAP.length();
        }
    }
}
