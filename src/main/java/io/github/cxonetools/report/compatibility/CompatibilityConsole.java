package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.compatibility.check.VersionBump;
import io.github.cxonetools.report.text.CauseLines;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.text.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Words a comparison for the console: one line where nothing breaks, else a block; both broken where a window ends. */
public final class CompatibilityConsole {

    /** Whoever has mended these sees the others next time. */
    private static final int MOST_FAILURES = 10;

    /** More of a payload is in the file. */
    private static final int MAX_PAYLOAD = 400;

    /** More of a reason is in the page. */
    private static final int MAX_REASON = 300;

    /** More of one text is in the page. */
    private static final int MOST_LINES = 5;

    private static final int HEAD_INDENT = 4;
    private static final int INDENT = 18;

    /** Where the member stands, if the change leaves room. */
    private static final int MEMBER_COLUMN = 72;

    private final ConsoleStyle style;
    private final ActionCompatibility result;
    private final List<String> lines = new ArrayList<>();

    private CompatibilityConsole(ActionCompatibility result, ConsoleStyle style) {
        this.result = result;
        this.style = style;
    }

    /** The lines of one action: what fails is red, what is taken all the same or could not be decided yellow, the rest green. */
    public static List<String> lines(ActionCompatibility result, ConsoleStyle style) {
        CompatibilityConsole console = new CompatibilityConsole(result, style);
        console.build();
        return console.lines;
    }

    /** Of all actions; of those that fail, the first ten, and the others by cause. */
    public static List<String> lines(List<ActionCompatibility> results, ConsoleStyle style) {
        List<String> lines = new ArrayList<>();
        List<ActionCompatibility> others = new ArrayList<>();
        int failed = 0;
        for (ActionCompatibility result : results) {
            if (!result.passes() && ++failed > MOST_FAILURES) {
                others.add(result);
            } else {
                lines.addAll(lines(result, style));
            }
        }
        Map<String, List<ActionCompatibility>> byCause = new LinkedHashMap<>();
        others.forEach(each ->
                byCause.computeIfAbsent(cause(each), cause -> new ArrayList<>()).add(each));
        List<CauseLines.Alike> alike = new ArrayList<>();
        byCause.forEach((cause, each) -> alike.add(new CauseLines.Alike(
                cause, each.get(0).action() + " " + each.get(0).after(), each.size())));
        lines.addAll(CauseLines.of(alike, style));
        return lines;
    }

    /** {@code input /channel_type: enum lost "fax" and 2 more}. */
    private static String cause(ActionCompatibility result) {
        List<ContractBreak> rejected = result.rejected();
        if (rejected.isEmpty()) {
            return "needs a higher version" + reasons(result);
        }
        ContractBreak first = rejected.get(0);
        return VisibleText.oneLine(first.side() + " " + first.pointer() + ": " + first.change())
                + (rejected.size() == 1 ? "" : " and " + (rejected.size() - 1) + " more");
    }

    private void build() {
        if (result.sides().isEmpty() && result.bump() == VersionBump.NONE) {
            head("");
            return;
        }
        List<SideVerdict> sides = SideVerdict.of(result);
        if (sides.stream().allMatch(side -> side.side().breaks().isEmpty())) {
            head(reasons(sides));
            return;
        }
        head("");
        for (SideVerdict side : sides) {
            if (side.side().breaks().isEmpty()) {
                ok(side);
            }
            side.side().breaks().forEach(broken -> broken(side, broken));
        }
        // To be copied, so in one piece.
        result.sides().stream()
                .flatMap(side -> side.breaks().stream())
                .filter(broken -> !result.passes() && !result.accepted().contains(broken))
                .forEach(broken -> lines.add("  To accept it: " + VisibleText.oneLine(AcceptedBreak.snippet(broken))));
    }

    /** The reasons on the head's line, where there is room; else below it. */
    private void head(String reasons) {
        List<String> head = broken(printable(head(result)), 0, HEAD_INDENT);
        for (int i = 0; i < head.size(); i++) {
            lines.add(" ".repeat(i == 0 ? 0 : HEAD_INDENT) + painted(head.get(i)));
        }
        String why = printable(reasons);
        String last = lines.get(lines.size() - 1);
        if (style.isLog() || ConsoleText.width(ConsoleStyle.plain(last)) + ConsoleText.width(why) <= style.width()) {
            lines.set(lines.size() - 1, last + why);
        } else {
            broken(why.strip(), HEAD_INDENT, HEAD_INDENT).forEach(part -> lines.add(" ".repeat(HEAD_INDENT) + part));
        }
    }

    private String painted(String head) {
        if (!result.passes()) {
            return style.red(head);
        }
        return result.bump() == VersionBump.MAJOR ? style.yellow(head) : style.green(head);
    }

    static String head(ActionCompatibility result) {
        return VisibleText.oneLine(result.action() + " " + result.before() + " -> " + result.after() + ", against "
                + result.baseline() + ": " + outcome(result));
    }

    private static String outcome(ActionCompatibility result) {
        if (result.bump() == VersionBump.NONE) {
            return "unchanged";
        }
        if (!result.passes()) {
            return "needs " + result.needed();
        }
        return result.bump() == VersionBump.MAJOR
                ? "breaks, and has the " + result.needed() + " that it needs"
                : "compatible, needs " + result.needed();
    }

    /** Why the version must rise although nothing breaks, in brackets; empty where it need not. */
    static String reasons(ActionCompatibility result) {
        return reasons(SideVerdict.of(result));
    }

    /** The sides that need the version that is needed. */
    private static String reasons(List<SideVerdict> sides) {
        List<String> reasons = new ArrayList<>();
        for (SideVerdict side : sides) {
            if (side.bump() == side.result().bump() && !side.why().isEmpty()) {
                reasons.add(side.name() + ": " + side.why());
            }
        }
        return reasons.isEmpty() ? "" : " (" + shortened(String.join("; ", reasons)) + ")";
    }

    private void ok(SideVerdict side) {
        String why = side.why().isEmpty() ? "" : "      needs " + side.needed() + ": " + shortened(side.why());
        String name = String.format(Locale.ROOT, "  %-7s ", side.name());
        List<String> parts = broken(printable(name + "ok" + why), 0, INDENT);
        lines.add(name + style.green("ok") + parts.get(0).substring(name.length() + "ok".length()));
        continued(parts, UnaryOperator.identity());
    }

    private void broken(SideVerdict side, ContractBreak broken) {
        boolean isBad = !result.passes() && !broken.isUndecided() && !side.isAccepted(broken);
        UnaryOperator<String> paint = isBad ? style::red : style::yellow;
        String verdict = broken.isUndecided() ? "undecided" : "breaks";
        String what = printable(String.format(
                Locale.ROOT, "  %-7s %-7s %s: %s", side.name(), verdict, broken.pointer(), broken.change()));
        List<String> parts = broken(what, 0, INDENT);
        lines.add(paint.apply(parts.get(0)));
        continued(parts, paint);
        member(broken);
        if (broken.witness() != null) {
            below(side.whoRefuses() + "  " + payload(broken, style));
        }
        if (side.isAccepted(broken)) {
            below(broken.isUndecided() ? "taken for compatible, because onUndecided is warn" : "accepted");
        }
    }

    /** Behind the change, where there is room; else below it. */
    private void member(ContractBreak broken) {
        if (broken.member() == null) {
            return;
        }
        String member = printable(broken.member());
        String change = lines.get(lines.size() - 1);
        int taken = ConsoleText.width(ConsoleStyle.plain(change)) + 2;
        int room = style.isLog() ? Integer.MAX_VALUE : style.width();
        if (taken + ConsoleText.width(member) > room) {
            below(member);
            return;
        }
        int column = Math.max(taken, Math.min(MEMBER_COLUMN + 2, room - ConsoleText.width(member)));
        lines.set(lines.size() - 1, change + " ".repeat(column - taken + 2) + member);
    }

    private void below(String text) {
        broken(printable(text), INDENT, INDENT).forEach(part -> lines.add(" ".repeat(INDENT) + part));
    }

    private void continued(List<String> parts, UnaryOperator<String> paint) {
        parts.subList(1, parts.size()).forEach(part -> lines.add(" ".repeat(INDENT) + paint.apply(part)));
    }

    private List<String> broken(String text, int indent, int hang) {
        return ConsoleText.broken(text, indent, hang, MOST_LINES, style);
    }

    static String payload(ContractBreak broken, ConsoleStyle style) {
        String payload = VisibleText.oneLine(style.masked(String.valueOf(broken.witness())));
        return payload.length() <= MAX_PAYLOAD
                ? payload
                : payload.substring(0, payload.offsetByCodePoints(0, MAX_PAYLOAD)) + "...";
    }

    private String printable(String text) {
        return ConsoleText.printable(text, style);
    }

    private static String shortened(String text) {
        String line = VisibleText.oneLine(text);
        return line.length() <= MAX_REASON ? line : line.substring(0, line.offsetByCodePoints(0, MAX_REASON)) + "...";
    }
}
