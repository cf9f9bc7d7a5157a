package io.github.cxonetools.report.simulation;

import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the console says of one fixture that failed: which, why, and how to play it again. */
final class FailureBlock {

    private static final String INDENT = "    ";

    /** Of differences; one more than are shown is shown as well. */
    private static final int MOST_DIFFERENCES = 2;

    private static final int MOST_LINES = 3;

    private final ConsoleStyle style;
    private final FixtureReport fixture;

    FailureBlock(ConsoleStyle style, FixtureReport fixture) {
        this.style = style;
        this.fixture = fixture;
    }

    /**
     * The lines of a fixture; or of probes that fail alike, whose payload is in no file.
     *
     * @param label {@code Action/case}
     * @param file where it is, as it is shown; empty for none
     * @param note at the line's end: how long it took
     * @param again what plays it again
     */
    List<String> lines(String label, String file, String note, String again) {
        List<String> lines = new ArrayList<>(head(label, file, note));
        List<String> words = words();
        lines.addAll(DifferenceLines.of(differences(), MOST_DIFFERENCES, style));
        for (String word : words) {
            ConsoleText.wrap(printable(word), style.width() - INDENT.length(), MOST_LINES, style)
                    .forEach(line -> lines.add(INDENT + style.red(line)));
        }
        int room = style.width() - INDENT.length();
        if (fixture.stack() != null && !words.isEmpty()) {
            lines.addAll(thrown(CauseChain.of(fixture.stack()), String.join("\n", words), room));
        }
        if (fixture.file() == null && fixture.payload() != null) {
            String payload = "payload " + printable(fixture.payload());
            lines.add(INDENT + ConsoleText.fit(payload, room, style));
        }
        lines.add(INDENT + style.faint("again: ") + again);
        return lines;
    }

    /** What caused the exception, where that is another and not told yet; and where it was thrown. */
    private List<String> thrown(CauseChain chain, String told, int room) {
        List<String> lines = new ArrayList<>();
        String root = chain.root().words();
        if (chain.isWrapped() && !told.contains(root)) {
            ConsoleText.wrap("caused by " + printable(root), room, MOST_LINES, style)
                    .forEach(line -> lines.add(INDENT + style.red(line)));
        }
        String at = chain.at(room - "at ".length());
        if (at != null) {
            lines.add(INDENT + style.faint(ConsoleText.fit("at " + printable(at), room, style)));
        }
        return lines;
    }

    private List<String> head(String label, String file, String note) {
        String title = style.cross() + " " + printable(label);
        String where = printable(file);
        int taken = ConsoleText.width(title) + 3 + ConsoleText.width(where) + 2 + ConsoleText.width(note);
        if (where.isEmpty() || taken > style.width()) {
            List<String> lines = new ArrayList<>();
            lines.add(ended(style.red(title), ConsoleText.width(title), note));
            if (!where.isEmpty()) {
                lines.add(INDENT + style.faint(where));
            }
            return lines;
        }
        int width = ConsoleText.width(title) + 3 + ConsoleText.width(where);
        return List.of(ended(style.red(title) + "   " + style.faint(where), width, note));
    }

    /** @param width of {@code line}, without its colours */
    private String ended(String line, int width, String note) {
        int gap = style.width() - width - ConsoleText.width(note);
        return note.isEmpty() ? line : line + " ".repeat(Math.max(2, gap)) + note;
    }

    /** Without a status that the error itself tells. */
    private List<ValueDifference> differences() {
        boolean isErrorTold = !words().isEmpty() && !fixture.result().isSuccess();
        return fixture.differences().stream()
                .filter(difference -> !isErrorTold || !difference.pointer().equals("/status"))
                .toList();
    }

    /** Failures that are no differences. */
    private List<String> words() {
        Set<String> told =
                fixture.differences().stream().map(ValueDifference::text).collect(Collectors.toSet());
        return fixture.failures().stream()
                .filter(failure -> !told.contains(failure))
                .toList();
    }

    private String printable(String text) {
        return ConsoleText.printable(VisibleText.oneLine(text), style);
    }
}
