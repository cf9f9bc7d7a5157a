package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.RejectedException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.model.PluginExecution;

/**
 * Actions that a goal does not see, because they stand within another {@code <execution>}. Maven gives a goal the
 * configuration of its own execution, and one that is typed that of the plugin alone.
 */
public final class UnreadActions {

    private UnreadActions() {}

    /**
     * Fails where {@code goal} has no actions and its module has some in other executions, unless the goal is bound to a
     * phase with those as well: then its turn comes.
     */
    public static void reject(GoalContext goal) throws RejectedException {
        String name = goal.name();
        List<PluginExecution> executions = ReactorActions.executionsWithActions(goal.project(), goal.pluginKey());
        boolean isBoundWithActions =
                executions.stream().anyMatch(execution -> execution.getGoals().contains(name));
        if (executions.isEmpty() || (isBoundWithActions && !goal.isTyped())) {
            return;
        }
        String ids = executions.stream().map(PluginExecution::getId).collect(Collectors.joining(" and "));
        String commands = executions.stream()
                .map(execution -> "mvn cxone:" + name + "@" + execution.getId() + module(goal))
                .collect(Collectors.joining(" or "));
        throw new RejectedException(
                "cxone:" + name + " sees no <actions> in " + goal.project().getArtifactId()
                        + ": they stand within the execution " + ids + ". Type " + commands
                        + ", or move them to the plugin's own <configuration>");
    }

    /**
     * What a goal that is typed needs after its name so as to see the actions that {@code goal} sees: the id of its execution
     * where they stand within that only, else nothing.
     */
    public static String executionId(GoalContext goal) {
        String id = goal.execution().getExecutionId();
        boolean standThere = !ReactorActions.hasOwnActions(goal.project(), goal.pluginKey())
                && ReactorActions.executionsWithActions(goal.project(), goal.pluginKey()).stream()
                        .anyMatch(execution -> execution.getId().equals(id));
        return standThere ? "@" + id : "";
    }

    private static String module(GoalContext goal) {
        return goal.session().getProjects().size() > 1
                ? " -pl :" + goal.project().getArtifactId()
                : "";
    }
}
