package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** A comparison as a plan shows it: each change, what it means for those who rely on the contract, and a payload that proves it. */
public final class ChangeLines {

    private static final String GAP = "   ";
    private static final int SIDE = 8;
    private static final int MOST_LINES = 3;

    private final ConsoleStyle style;
    private final ActionCompatibility result;
    private final List<String> lines = new ArrayList<>();
    private final int pointers;

    private ChangeLines(ActionCompatibility result, ConsoleStyle style) {
        this.style = style;
        this.result = result;
        this.pointers = result.sides().stream()
                .flatMap(side -> side.breaks().stream())
                .mapToInt(broken -> ConsoleText.width(VisibleText.oneLine(broken.pointer())))
                .max()
                .orElse(0);
    }

    /** Not indented: against which version, the changes of both sides, and how to accept what breaks. */
    public static List<String> of(ActionCompatibility result, ConsoleStyle style) {
        ChangeLines changes = new ChangeLines(result, style);
        changes.build();
        return changes.lines;
    }

    /** {@code breaking}, {@code undecided}, {@code compatible} or {@code unchanged}, of both sides. */
    public static String word(ActionCompatibility result) {
        List<String> words =
                SideVerdict.of(result).stream().map(SideVerdict::word).toList();
        return List.of("breaking", "undecided", "compatible").stream()
                .filter(words::contains)
                .findFirst()
                .orElse("unchanged");
    }

    /** Whether the lines tell what differs in {@code field}, a schema or something else. */
    public static boolean tells(ActionCompatibility result, String field) {
        return result.sides().stream()
                .filter(side -> field.equals(side.side() + "Schema"))
                .anyMatch(side -> !side.breaks().isEmpty() || !side.changes().isEmpty());
    }

    private void build() {
        boolean isExplained = result.sides().stream()
                .anyMatch(side -> !side.breaks().isEmpty() || !side.changes().isEmpty());
        String head = CompatibilityConsole.head(result) + (isExplained ? "" : CompatibilityConsole.reasons(result));
        ConsoleText.wrap(VisibleText.oneLine(head), style.width() - 4, MOST_LINES, style)
                .forEach(line -> lines.add(style.faint(line)));
        for (SideVerdict side : SideVerdict.of(result)) {
            side.side().breaks().forEach(broken -> broken(side, broken));
            side.side().changes().forEach(change -> compatible(side, change));
        }
        result.sides().stream()
                .flatMap(side -> side.breaks().stream())
                .filter(broken -> !result.passes() && !result.accepted().contains(broken))
                .forEach(broken -> lines.add("To accept it: " + VisibleText.oneLine(AcceptedBreak.snippet(broken))));
    }

    private void broken(SideVerdict side, ContractBreak broken) {
        boolean isAccepted = side.isAccepted(broken);
        boolean isGood = isAccepted || result.passes();
        String meaning = isAccepted
                ? broken.isUndecided() ? "taken for compatible, because onUndecided is warn" : "accepted"
                : broken.isUndecided()
                        ? "undecided"
                        : side.name().equals("input") ? "breaks callers" : "breaks readers";
        String pointer = VisibleText.oneLine(broken.pointer());
        String member = broken.member() == null ? "" : GAP + VisibleText.oneLine(broken.member());
        row(
                isGood ? style.yellow("!") : style.red("!"),
                side.name(),
                pointer + " ".repeat(Math.max(0, pointers - ConsoleText.width(pointer))),
                VisibleText.oneLine(broken.change()),
                isGood ? style.yellow(meaning) : style.red(meaning),
                ConsoleText.width(meaning));
        if (broken.witness() != null) {
            String witness = side.whoRefuses() + "  " + CompatibilityConsole.payload(broken, style);
            fitted(ConsoleText.printable(witness, style), member)
                    .forEach(line -> lines.add("  " + " ".repeat(SIDE) + style.faint(line)));
        }
    }

    private List<String> fitted(String witness, String member) {
        int indent = 4 + 2 + SIDE;
        return ConsoleText.width(witness) + ConsoleText.width(member) <= style.width() - indent
                ? List.of(witness + member)
                : ConsoleText.broken(witness, indent, indent, MOST_LINES, style);
    }

    private void compatible(SideVerdict side, String change) {
        String words = VisibleText.oneLine(change);
        row(style.yellow("~"), side.name(), "", words, "compatible", "compatible".length());
    }

    private void row(String mark, String side, String pointer, String change, String meaning, int meaningWidth) {
        String head = side + " ".repeat(Math.max(1, SIDE - side.length())) + pointer + (pointer.isEmpty() ? "" : GAP);
        int room = style.width() - 4 - 2 - ConsoleText.width(head) - GAP.length() - meaningWidth;
        if (ConsoleText.width(change) <= room) {
            lines.add(mark + " " + head + change + GAP + meaning);
            return;
        }
        lines.add(mark + " " + head + meaning);
        ConsoleText.wrap(change, style.width() - 4 - 2 - SIDE, MOST_LINES, style)
                .forEach(line -> lines.add("  " + " ".repeat(SIDE) + line));
    }
}
