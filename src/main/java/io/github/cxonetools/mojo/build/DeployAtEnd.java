package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.DeferredDeployment;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.GoalWork;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides whether a goal that changes a tenant acts at once, or when the whole build has succeeded. */
public final class DeployAtEnd {

    private final GoalContext goal;

    public DeployAtEnd(GoalContext goal) {
        this.goal = goal;
    }

    /**
     * Acts now in a build of one module, where {@code atEnd} is off, and between {@code start-tenant} and
     * {@code stop-tenant}; else leaves the work for the end of the build.
     *
     * @param verb what is done, for example {@code deploy}
     * @param left what a later build must know to make the work good, or null where nothing is changed
     */
    public void act(boolean atEnd, String verb, List<ActionDefinition> actions, @Nullable Left left, GoalWork work)
            throws CxoneException {
        if (!isLater(atEnd)) {
            finish(actions, left, work);
            return;
        }
        if (left != null) {
            left.left().write(DeferredFiles.of(goal));
        }
        String what = verb + " "
                + actions.stream().map(ActionDefinition::label).collect(Collectors.joining(", ")) + " of "
                + goal.project().getArtifactId();
        goal.log().info("Left for the end of the build: " + what);
        BuildSession.of(goal.session())
                .defer(new Deferred(
                        goal.project(),
                        goal.pluginKey(),
                        what,
                        goal.log(),
                        () -> goal.translate(() -> finish(actions, left, work))));
    }

    private void finish(List<ActionDefinition> actions, @Nullable Left left, GoalWork work) throws CxoneException {
        work.run();
        if (left != null) {
            DeferredFiles.done(
                    goal, actions.stream().map(ActionDefinition::name).collect(Collectors.toSet()));
        }
    }

    /** Whether {@link #act} leaves work for later. */
    boolean isLater(boolean atEnd) {
        return atEnd
                && goal.session().getProjects().size() > 1
                && BuildSession.of(goal.session()).started(goal.project()) == null;
    }

    /** In a build of chosen modules, what the others left is deployed at its end, or named. */
    public void deployUnfinished(UnfinishedDeployments.Deploy deploy) {
        BuildSession.of(goal.session()).finish(new UnfinishedDeployments(goal.session(), deploy, goal.log()), true);
    }

    /** In a build that was resumed, what modules before it left is named at its end, where no goal deploys it. */
    public void nameUnfinished() {
        BuildSession.of(goal.session()).finish(new UnfinishedDeployments(goal.session(), null, goal.log()), false);
    }

    /** Makes what a module leaves for later. */
    @FunctionalInterface
    public interface Left {
        DeferredDeployment left() throws CxoneException;
    }
}
