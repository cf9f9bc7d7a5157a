package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.compatibility.check.SideComparison;
import io.github.cxonetools.compatibility.check.VersionBump;
import io.github.cxonetools.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Words a comparison for the console: one line where it is compatible, else a block. */
public final class CompatibilityConsole {

    private CompatibilityConsole() {}

    /** The lines of one action. */
    public static List<String> lines(ActionCompatibility result) {
        List<String> lines = new ArrayList<>();
        lines.add(head(result));
        for (SideComparison side : result.sides()) {
            if (side.breaks().isEmpty()) {
                lines.add(String.format("  %-7s ok", side.side()));
            }
            for (ContractBreak broken : side.breaks()) {
                breakLines(result, broken, lines);
            }
        }
        return result.sides().stream().allMatch(side -> side.breaks().isEmpty()) ? lines.subList(0, 1) : lines;
    }

    private static String head(ActionCompatibility result) {
        String outcome = result.bump() == VersionBump.NONE
                ? "unchanged"
                : (result.passes() ? "compatible, " : "") + "needs " + result.needed();
        return VisibleText.oneLine(result.action() + " " + result.before() + " -> " + result.after() + ", against "
                + result.baseline() + ": " + outcome);
    }

    private static void breakLines(ActionCompatibility result, ContractBreak broken, List<String> lines) {
        String verdict = broken.isUndecided() ? "undecided" : "breaks";
        String member = broken.member() == null ? "" : "  " + broken.member();
        lines.add(VisibleText.oneLine(String.format(
                "  %-7s %-7s %s: %s%s", broken.side(), verdict, broken.pointer(), broken.change(), member)));
        if (broken.witness() != null) {
            String who = broken.side().equals("input")
                    ? result.before() + " accepts and this refuses  "
                    : "this promises and " + result.before() + " did not  ";
            lines.add("                  " + who + VisibleText.oneLine(broken.witness()));
        }
        lines.add("  " + outcome(result, broken));
    }

    private static String outcome(ActionCompatibility result, ContractBreak broken) {
        if (!result.accepted().contains(broken)) {
            return "To accept it: " + AcceptedBreak.snippet(broken);
        }
        return broken.isUndecided() ? "Taken for compatible, because onUndecided is warn" : "Accepted";
    }
}
