package io.github.cxonetools.report.deployment;

import io.github.cxonetools.deployment.ActionOutcome;
import io.github.cxonetools.deployment.ActionOutcome.Done;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.deployment.Deprecation.Mark;
import io.github.cxonetools.deployment.VersionChange.Move;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.report.text.Durations;
import java.util.ArrayList;
import java.util.List;

/** Plans and deployments as lines for the console. */
public final class DeploymentConsole {

    private static final int HANG = 4;

    private DeploymentConsole() {}

    /** A line a version, below it what differs, and a total. */
    public static List<String> plan(DeploymentPlan plan, ConsoleStyle style) {
        return new PlanConsole(plan, style).lines();
    }

    /** The same for a log. */
    public static List<String> plan(DeploymentPlan plan) {
        return plan(plan, ConsoleStyle.PLAIN);
    }

    /** As the other, for a log. */
    public static List<String> summary(DeploymentResult result) {
        return summary(result, ConsoleStyle.PLAIN);
    }

    /** One line for each version, and a total: created is green, changed yellow, failed red. */
    public static List<String> summary(DeploymentResult result, ConsoleStyle style) {
        List<String> lines = new ArrayList<>();
        for (ActionOutcome outcome : result.outcomes()) {
            lines.addAll(ConsoleText.broken(outcome(outcome), text -> painted(outcome, text, style), "", HANG, style));
        }
        List<String> counts = new ArrayList<>();
        for (Done done : Done.values()) {
            if (result.count(done) > 0) {
                counts.add(painted(done, result.count(done) + " " + done.words(), style));
            }
        }
        long unconfirmed =
                result.outcomes().stream().filter(ActionOutcome::isUnconfirmed).count();
        if (unconfirmed > 0) {
            counts.add(style.red(unconfirmed + " not confirmed"));
        }
        lines.addAll(total(counts, "; took " + Durations.text(result.took()), style));
        return lines;
    }

    /** The counts on one line, or on those that a window has for them. */
    private static List<String> total(List<String> counts, String took, ConsoleStyle style) {
        List<String> lines = new ArrayList<>();
        String line = counts.isEmpty() ? "Nothing to deploy" : counts.get(0);
        for (int i = 1; i < counts.size(); i++) {
            String longer = line + ", " + counts.get(i);
            int room = style.width() - took.length();
            if (style.isLog() || ConsoleText.width(ConsoleStyle.plain(longer)) <= room) {
                line = longer;
            } else {
                lines.add(line + ",");
                line = " ".repeat(HANG) + counts.get(i);
            }
        }
        lines.add(line + took);
        return lines;
    }

    private static String painted(ActionOutcome outcome, String text, ConsoleStyle style) {
        return outcome.isUnconfirmed() ? style.red(text) : painted(outcome.done(), text, style);
    }

    private static String painted(Done done, String text, ConsoleStyle style) {
        return switch (done) {
            case CREATED, FOUND -> style.green(text);
            case UPDATED, ACTIVATED, DEPRECATED, HELD_BACK -> style.yellow(text);
            case FAILED, NOT_BEGUN -> style.red(text);
            case UP_TO_DATE -> text;
        };
    }

    /** {@code SentimentRoutingAction 1.0.0 created (id 7) in 52 ms}. */
    public static String outcome(ActionOutcome outcome) {
        String label = outcome.planned().label();
        String id = outcome.id() == null ? "" : " (id " + outcome.id() + ")";
        if (outcome.isUnconfirmed()) {
            return label + " " + outcome.done().words() + id + " in " + Durations.text(outcome.took())
                    + ", but not confirmed";
        }
        return switch (outcome.done()) {
            case UP_TO_DATE -> label + " is up to date" + (outcome.planned().deprecated() ? " (deprecated)" : "") + id;
            case FOUND -> label + " is up to date, created by another" + id;
            case HELD_BACK -> label + " is held back: " + outcome.planned().note();
            case NOT_BEGUN ->
                label + " not " + outcome.planned().kind().words() + "d" + id
                        + ", because the deployment before it is incomplete";
            case FAILED -> label + " failed" + id + " after " + Durations.text(outcome.took());
            default ->
                label + " " + outcome.done().words() + id + " in " + Durations.text(outcome.took())
                        + (outcome.unchecked().isEmpty() ? "" : ", " + outcome.unchecked());
        };
    }

    /** What moving to another version does; yellow where it changes anything. */
    public static List<String> move(Move move, boolean isDryRun, ConsoleStyle style) {
        String id = " (id " + move.id() + ")";
        String label = move.name() == null ? "The action" : move.name() + " " + move.before();
        List<String> lines = new ArrayList<>();
        if (!move.isNeeded()) {
            return List.of(label + " is up to date" + id);
        }
        String head = label + id + (isDryRun ? " would move to " : " moves to ") + move.after();
        String consequence = "the label " + (move.before() == null ? "that it has now" : move.before())
                + " disappears, id and schemas stay";
        lines.addAll(ConsoleText.broken(head, style::yellow, ": " + consequence, HANG, style));
        if (!move.unchecked().isEmpty()) {
            lines.addAll(ConsoleText.broken("Note: ", style::yellow, move.unchecked(), HANG, style));
        }
        return lines;
    }

    /** What deprecating does, which is yellow, and what it leaves untouched. */
    public static List<String> marks(List<Mark> marks, boolean isDryRun, ConsoleStyle style) {
        List<String> lines = new ArrayList<>();
        for (Mark mark : marks) {
            String text = mark.label() + " (id " + mark.id() + ") ";
            String state = mark.deprecated() ? "deprecated" : "no longer deprecated";
            if (mark.isNeeded()) {
                lines.add(style.yellow(text + (isDryRun ? "would be " : "is marked ") + state));
            } else {
                lines.add(text
                        + (mark.isMeant()
                                ? "is up to date (" + (mark.deprecated() ? "deprecated" : "not deprecated") + ")"
                                : "is left untouched"));
            }
        }
        long needed = marks.stream().filter(Mark::isNeeded).count();
        String total = needed + " of " + marks.size() + " versions " + (isDryRun ? "would change" : "change");
        lines.add(needed == 0 ? total : style.yellow(total));
        return lines;
    }
}
