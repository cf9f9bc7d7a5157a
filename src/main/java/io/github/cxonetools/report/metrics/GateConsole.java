package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.gate.GateVerdict;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleResult;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import java.util.ArrayList;
import java.util.List;

/** What the gate says on the console: its verdict, a line a rule, and the commands that go back. */
final class GateConsole {

    private static final String INDENT = "  ";
    private static final int HANG = 6;
    private static final int MOST_LINES = 5;

    private final ConsoleStyle style;

    GateConsole(ConsoleStyle style) {
        this.style = style;
    }

    List<String> lines(GateVerdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(painted(GateJson.outcome(verdict), verdict.headline()));
        verdict.rules().forEach(rule -> lines.addAll(lines(rule)));
        return lines;
    }

    private List<String> lines(RuleResult rule) {
        List<String> parts =
                ConsoleText.broken(ConsoleText.printable(rule.line(), style), INDENT.length(), HANG, MOST_LINES, style);
        List<String> lines = new ArrayList<>();
        String head = rule.name() + " " + rule.outcome();
        String rest = parts.get(0).substring(head.length());
        lines.add(INDENT + rule.name() + " "
                + painted(rule.outcome(), rule.outcome().toString()) + rest);
        parts.subList(1, parts.size()).forEach(part -> lines.add(" ".repeat(HANG) + part));
        return lines;
    }

    /** To be copied, so none is broken. */
    List<String> wayBack(List<String> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("To go back:"));
        commands.forEach(command -> lines.add(INDENT + command));
        return lines;
    }

    private String painted(RuleOutcome outcome, String text) {
        return switch (outcome) {
            case PASSED -> style.green(text);
            case FAILED -> style.red(text);
            case NOT_EVALUATED -> style.yellow(text);
            case SKIPPED -> style.faint(text);
        };
    }
}
