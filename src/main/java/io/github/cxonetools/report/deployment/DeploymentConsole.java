package io.github.cxonetools.report.deployment;

import io.github.cxonetools.deployment.ActionOutcome;
import io.github.cxonetools.deployment.ActionOutcome.Done;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.deployment.Deprecation.Mark;
import io.github.cxonetools.deployment.VersionChange.Move;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.Durations;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plans and deployments as lines for the console. */
public final class DeploymentConsole {

    private DeploymentConsole() {}

    /** A line a version, below it what differs, and a total. */
    public static List<String> plan(DeploymentPlan plan, ConsoleStyle style) {
        return new PlanConsole(plan, style).lines();
    }

    /** The same for a log. */
    public static List<String> plan(DeploymentPlan plan) {
        return plan(plan, ConsoleStyle.PLAIN);
    }

    /** One line for each version, and a total. */
    public static List<String> summary(DeploymentResult result) {
        List<String> lines = new ArrayList<>();
        result.outcomes().forEach(outcome -> lines.add(outcome(outcome)));
        Map<Done, Long> counts = new EnumMap<>(Done.class);
        for (Done done : Done.values()) {
            if (result.count(done) > 0) {
                counts.put(done, result.count(done));
            }
        }
        String text = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().words())
                .collect(Collectors.joining(", "));
        long unconfirmed =
                result.outcomes().stream().filter(ActionOutcome::isUnconfirmed).count();
        text += unconfirmed == 0 ? "" : ", " + unconfirmed + " not confirmed";
        lines.add((text.isEmpty() ? "Nothing to deploy" : text) + "; took " + Durations.text(result.took()));
        return lines;
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

    /** What moving to another version does. */
    public static List<String> move(Move move, boolean isDryRun) {
        String id = " (id " + move.id() + ")";
        String label = move.name() == null ? "The action" : move.name() + " " + move.before();
        List<String> lines = new ArrayList<>();
        if (!move.isNeeded()) {
            return List.of(label + " is up to date" + id);
        }
        lines.add(label + id + (isDryRun ? " would move to " : " moves to ") + move.after() + ": the label "
                + (move.before() == null ? "that it has now" : move.before()) + " disappears, id and schemas stay");
        if (!move.unchecked().isEmpty()) {
            lines.add("Note: " + move.unchecked());
        }
        return lines;
    }

    /** What deprecating does, and what it leaves untouched. */
    public static List<String> marks(List<Mark> marks, boolean isDryRun) {
        List<String> lines = new ArrayList<>();
        for (Mark mark : marks) {
            String text = mark.label() + " (id " + mark.id() + ") ";
            String state = mark.deprecated() ? "deprecated" : "no longer deprecated";
            lines.add(text
                    + (mark.isNeeded()
                            ? (isDryRun ? "would be " : "is marked ") + state
                            : mark.isMeant()
                                    ? "is up to date (" + (mark.deprecated() ? "deprecated" : "not deprecated") + ")"
                                    : "is left untouched"));
        }
        long needed = marks.stream().filter(Mark::isNeeded).count();
        lines.add(needed + " of " + marks.size() + " versions " + (isDryRun ? "would change" : "change"));
        return lines;
    }
}
