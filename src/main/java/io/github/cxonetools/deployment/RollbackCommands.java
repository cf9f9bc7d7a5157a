package io.github.cxonetools.deployment;

import io.github.cxonetools.deployment.ActionOutcome.Done;
import io.github.cxonetools.text.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What undoes a deployment. A creation cannot be taken back, only deprecated; a change in place is made again, backwards. */
final class RollbackCommands {

    private static final String DEPRECATION = "isDeprecated";

    private final PlanSettings settings;

    RollbackCommands(PlanSettings settings) {
        this.settings = settings;
    }

    /** The commands, each with what it does; none where everything that was changed is in the tenant as it was wanted. */
    List<String> of(List<ActionOutcome> outcomes) {
        return outcomes.stream().noneMatch(ActionOutcome::isUnconfirmed)
                ? List.of()
                : outcomes.stream().flatMap(outcome -> of(outcome).stream()).toList();
    }

    private List<String> of(ActionOutcome outcome) {
        PlannedAction planned = outcome.planned();
        List<String> commands = new ArrayList<>();
        boolean wasDeprecated = planned.differences().stream()
                .anyMatch(difference -> difference.field().equals(DEPRECATION));
        if (outcome.done() == Done.CREATED || (outcome.done() == Done.UPDATED && wasDeprecated)) {
            commands.add("To take " + planned.label() + " back: mvn cxone:deprecate "
                    + ShellWord.quoted("-Dcxone.actionId=" + outcome.id()));
        }
        String before = before(planned);
        if (outcome.done() == Done.UPDATED && !before.isEmpty()) {
            commands.add("To take back the update of " + planned.label() + ", with sources that have it as it was ("
                    + before + "): mvn process-classes cxone:deploy "
                    + ShellWord.quoted("-Dcxone.action=" + planned.name())
                    + option(planned));
        }
        return commands;
    }

    /** {@code handlerUrl: https://…, inputSchema}: a schema is too long to be shown. */
    private static String before(PlannedAction planned) {
        return planned.differences().stream()
                .filter(difference -> !difference.field().equals(DEPRECATION))
                .map(difference ->
                        difference.field() + (difference.pointer() == null ? ": " + difference.before() : ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String option(PlannedAction planned) {
        if (!planned.version().endsWith("-SNAPSHOT")) {
            return " -Dcxone.updateRelease";
        }
        return settings.localTenant() ? "" : " -Dcxone.allowSnapshots";
    }
}
