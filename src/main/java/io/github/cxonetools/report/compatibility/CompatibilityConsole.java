package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.compatibility.check.VersionBump;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words a comparison for the console: one line where nothing breaks, else a block. */
public final class CompatibilityConsole {

    /** More of a payload is in the file. */
    private static final int MAX_PAYLOAD = 400;

    /** More of a reason is in the page. */
    private static final int MAX_REASON = 300;

    private static final String INDENT = " ".repeat(18);

    /** Where the member stands, if the change leaves room. */
    private static final int MEMBER_COLUMN = 72;

    private CompatibilityConsole() {}

    /** The lines of one action: what fails is red, what is taken all the same or could not be decided yellow, the rest green. */
    public static List<String> lines(ActionCompatibility result, ConsoleStyle style) {
        List<SideVerdict> sides = SideVerdict.of(result);
        List<String> lines = new ArrayList<>();
        String head = painted(result, style);
        if (sides.stream().allMatch(side -> side.side().breaks().isEmpty())) {
            return List.of(head + reasons(sides));
        }
        lines.add(head);
        for (SideVerdict side : sides) {
            if (side.side().breaks().isEmpty()) {
                lines.add(String.format(Locale.ROOT, "  %-7s ", side.name()) + style.green("ok") + ok(side));
            }
            for (ContractBreak broken : side.side().breaks()) {
                breakLines(side, broken, style, lines);
            }
        }
        result.sides().stream()
                .flatMap(side -> side.breaks().stream())
                .filter(broken -> !result.passes() && !result.accepted().contains(broken))
                .forEach(broken -> lines.add("  To accept it: " + VisibleText.oneLine(AcceptedBreak.snippet(broken))));
        return lines;
    }

    private static String painted(ActionCompatibility result, ConsoleStyle style) {
        String head = head(result);
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

    private static String ok(SideVerdict side) {
        return side.why().isEmpty() ? "" : "      needs " + side.needed() + ": " + shortened(side.why());
    }

    private static void breakLines(SideVerdict side, ContractBreak broken, ConsoleStyle style, List<String> lines) {
        String verdict = broken.isUndecided() ? "undecided" : "breaks";
        String what = VisibleText.oneLine(String.format(
                Locale.ROOT, "  %-7s %-7s %s: %s", side.name(), verdict, broken.pointer(), broken.change()));
        String member = broken.member() == null ? "" : "  " + VisibleText.oneLine(broken.member());
        String shown = broken.isUndecided() || side.isAccepted(broken) ? style.yellow(what) : style.red(what);
        lines.add(shown + " ".repeat(member.isEmpty() ? 0 : Math.max(0, MEMBER_COLUMN - what.length())) + member);
        if (broken.witness() != null) {
            lines.add(INDENT + side.whoRefuses() + "  " + payload(broken, style));
        }
        if (side.isAccepted(broken)) {
            lines.add(
                    INDENT + (broken.isUndecided() ? "taken for compatible, because onUndecided is warn" : "accepted"));
        }
    }

    private static String payload(ContractBreak broken, ConsoleStyle style) {
        String payload = VisibleText.oneLine(style.masked(String.valueOf(broken.witness())));
        return payload.length() <= MAX_PAYLOAD
                ? payload
                : payload.substring(0, payload.offsetByCodePoints(0, MAX_PAYLOAD)) + "...";
    }

    private static String shortened(String text) {
        String line = VisibleText.oneLine(text);
        return line.length() <= MAX_REASON ? line : line.substring(0, line.offsetByCodePoints(0, MAX_REASON)) + "...";
    }
}
