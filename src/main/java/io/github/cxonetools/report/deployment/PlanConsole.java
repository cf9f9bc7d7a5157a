package io.github.cxonetools.report.deployment;

import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.deployment.ContractVerdict;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.PlannedAction;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.report.compatibility.ChangeLines;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A plan on the console: a line a version, below it what differs and what that means, and a total. */
final class PlanConsole {

    private static final String INDENT = "    ";
    private static final int MOST_LINES = 4;

    private final ConsoleStyle style;
    private final DeploymentPlan plan;
    private final int names;
    private final int versions;

    PlanConsole(DeploymentPlan plan, ConsoleStyle style) {
        this.style = style;
        this.plan = plan;
        this.names = plan.actions().stream()
                .mapToInt(action -> ConsoleText.width(action.name()))
                .max()
                .orElse(0);
        this.versions = plan.actions().stream()
                .mapToInt(action -> ConsoleText.width(action.version()))
                .max()
                .orElse(0);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (PlannedAction action : plan.actions()) {
            lines.add(head(action));
            details(action, lines);
            next(action, lines);
        }
        lines.addAll(total());
        return lines;
    }

    /** {@code + SentimentRoutingAction 1.1.0   create}. */
    private String head(PlannedAction action) {
        String label = action.name() + " ".repeat(names - ConsoleText.width(action.name())) + " " + action.version()
                + " ".repeat(versions - ConsoleText.width(action.version()));
        String id = action.id() == null ? "" : style.faint("   id " + action.id());
        return painted(action.kind(), mark(action.kind()) + " " + label + "   " + words(action)) + id;
    }

    private String mark(Kind kind) {
        return switch (kind) {
            case CREATE -> "+";
            case UPDATE, ACTIVATE, DEPRECATE -> "~";
            case CONFLICT, REFUSED -> style.cross();
            case UP_TO_DATE, STAY_ACTIVE, HELD_BACK -> " ";
        };
    }

    private String painted(Kind kind, String text) {
        return switch (kind) {
            case CREATE -> style.green(text);
            case UPDATE, ACTIVATE, DEPRECATE -> style.yellow(text);
            case CONFLICT, REFUSED -> style.red(text);
            case UP_TO_DATE, STAY_ACTIVE, HELD_BACK -> text;
        };
    }

    private static String words(PlannedAction action) {
        ContractVerdict verdict = action.verdict();
        ActionCompatibility comparison = verdict == null ? null : verdict.comparison();
        return switch (action.kind()) {
            case CONFLICT -> "CONFLICT" + (comparison == null ? "" : ", " + ChangeLines.word(comparison));
            case REFUSED -> "REFUSED" + (comparison == null ? "" : ", " + ChangeLines.word(comparison));
            case UP_TO_DATE -> action.kind().words() + (action.deprecated() ? " (deprecated)" : "");
            default -> action.kind().words() + (comparison == null ? "" : ", " + ChangeLines.word(comparison));
        };
    }

    private void details(PlannedAction action, List<String> lines) {
        if (!action.note().isEmpty() && action.kind() != Kind.CONFLICT) {
            wrapped(action.remarks(), lines);
        }
        DifferenceTable table = new DifferenceTable(style);
        ContractVerdict verdict = action.verdict();
        ActionCompatibility comparison = verdict == null ? null : verdict.comparison();
        boolean isOfFound = comparison != null
                && action.found() != null
                && comparison.before().equals(action.found().version());
        action.differences().stream()
                .filter(difference ->
                        comparison == null || !isOfFound || !ChangeLines.tells(comparison, difference.field()))
                .forEach(table::add);
        lines.addAll(table.lines());
        if (verdict != null) {
            verdict(verdict, lines);
        }
        if (!action.notComparable().isEmpty()) {
            wrapped(
                    "not comparable, because the tenant does not tell: " + String.join(", ", action.notComparable()),
                    lines);
        }
    }

    private void verdict(ContractVerdict verdict, List<String> lines) {
        ActionCompatibility comparison = verdict.comparison();
        if (comparison == null) {
            wrapped("not compared, because " + verdict.reason(), lines);
        } else {
            ChangeLines.of(comparison, style).forEach(line -> lines.add(INDENT + line));
        }
        verdict.expired().forEach(each -> wrapped(each.expiry(), lines));
    }

    /** What to do about a version that the plan stops at. */
    private void next(PlannedAction action, List<String> lines) {
        ContractVerdict verdict = action.verdict();
        ActionCompatibility comparison = verdict == null ? null : verdict.comparison();
        if (action.kind() == Kind.REFUSED && comparison != null) {
            boolean isTooLow = !comparison.bump().isReached(comparison.before(), comparison.after());
            lines.add("  Next: " + (isTooLow ? "raise <version> to " + comparison.needed() : "take the break back"));
        } else if (action.kind() == Kind.CONFLICT) {
            if (action.differences().isEmpty()) {
                wrapped(action.remarks(), lines);
                return;
            }
            boolean isOfTheEnvironment = action.differences().stream()
                    .noneMatch(difference -> difference.field().endsWith("Schema"));
            lines.add("  Next: raise <version>" + (comparison == null ? "" : " to " + comparison.needed())
                    + (isOfTheEnvironment ? ", or allow the change with -Dcxone.updateRelease" : ""));
        }
    }

    private void wrapped(String text, List<String> lines) {
        ConsoleText.wrap(ConsoleText.printable(text, style), style.width() - INDENT.length(), MOST_LINES, style)
                .forEach(line -> lines.add(INDENT + style.faint(line)));
    }

    private List<String> total() {
        String counts = Arrays.stream(Kind.values())
                .filter(kind -> plan.count(kind) > 0)
                .map(kind -> painted(kind, plan.count(kind) + " " + kind.words()))
                .collect(Collectors.joining(", "));
        String head = "Plan for " + plan.baseUrl() + ":";
        String outcome =
                (counts.isEmpty() ? "no actions" : counts) + (plan.changesAnything() ? "" : "; nothing changes");
        return ConsoleText.width(head) + 1 + ConsoleText.width(ConsoleStyle.plain(outcome)) <= style.width()
                ? List.of(head + " " + outcome)
                : List.of(head, INDENT + outcome);
    }
}
