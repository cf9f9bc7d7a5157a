package io.github.cxonetools.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What failed beyond that which a console tells in full: how much, and a line for each cause, the most frequent first. */
public final class CauseLines {

    private static final int MOST_CAUSES = 10;
    private static final String INDENT = "    ";

    private CauseLines() {}

    /**
     * What failed alike.
     *
     * @param cause on one line
     * @param example the first that failed so
     */
    public record Alike(String cause, String example, long count) {}

    /** No line where nothing failed. */
    public static List<String> of(List<Alike> failures, ConsoleStyle style) {
        if (failures.isEmpty()) {
            return List.of();
        }
        List<Alike> sorted = new ArrayList<>(failures);
        sorted.sort(Comparator.comparingLong(Alike::count).reversed());
        long all = sorted.stream().mapToLong(Alike::count).sum();
        List<String> lines = new ArrayList<>();
        lines.add(style.red(style.cross() + " " + NumberText.count(all) + " more failed") + ", by cause:");
        int width = NumberText.count(sorted.get(0).count()).length();
        for (Alike alike : sorted.subList(0, Math.min(MOST_CAUSES, sorted.size()))) {
            lines.add(line(alike, width, style));
        }
        if (sorted.size() > MOST_CAUSES) {
            lines.add(INDENT + style.ellipsis() + " " + NumberText.count(sorted.size() - MOST_CAUSES, "more cause"));
        }
        return lines;
    }

    private static String line(Alike alike, int width, ConsoleStyle style) {
        String count = NumberText.count(alike.count());
        String head = INDENT + " ".repeat(width - count.length()) + count + "  ";
        String example = "   " + ConsoleText.printable(alike.example(), style);
        String cause = ConsoleText.printable(alike.cause(), style);
        int room = style.width() - head.length();
        boolean fits = ConsoleText.width(cause) + ConsoleText.width(example) <= room;
        return head + ConsoleText.fit(cause, room, style) + (fits ? style.faint(example) : "");
    }
}
