package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;

/** Decides whether a goal that changes a tenant acts at once, or when the whole build has succeeded. */
@Named
final class EndOfBuild {

    private final BuildSessions builds;

    @Inject
    EndOfBuild(BuildSessions builds) {
        this.builds = builds;
    }

    /**
     * Acts now in a build of one module, where {@code atEnd} is off, and between {@code start-tenant} and
     * {@code stop-tenant}; else leaves the work for the end of the build.
     *
     * @param verb what is done, for example {@code deploy}
     */
    void act(AbstractCxoneMojo goal, boolean atEnd, String verb, List<ActionDefinition> actions, Work work)
            throws CxoneException {
        if (!isLater(goal, atEnd)) {
            work.run();
            return;
        }
        String what = verb + " "
                + actions.stream().map(ActionDefinition::label).collect(Collectors.joining(", ")) + " of "
                + goal.project.getArtifactId();
        goal.getLog().info("Left for the end of the build: " + what);
        builds.of(goal.session).defer(new Deferred(goal.project, what, goal.getLog(), () -> goal.translate(work)));
    }

    /** Whether {@link #act} leaves work for later. */
    boolean isLater(AbstractCxoneMojo goal, boolean atEnd) {
        return atEnd
                && goal.session.getProjects().size() > 1
                && builds.of(goal.session).started(goal.project) == null;
    }

    /** At the end of the build, what other modules left is settled too. */
    void settle(AbstractCxoneMojo goal, LeftBehind.Deploy deploy) {
        builds.of(goal.session).settle(new LeftBehind(goal.session, deploy, goal.getLog()));
    }

    /** What is done, now or later. */
    @FunctionalInterface
    interface Work {
        void run() throws CxoneException;
    }
}
