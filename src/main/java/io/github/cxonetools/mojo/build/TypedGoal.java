package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.ReactorActions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** A goal that was asked for by name: where it finds nothing to do in the whole build, it fails. */
public final class TypedGoal {

    private static final String KEY = TypedGoal.class.getName();

    private final MavenSession session;
    private final String pluginKey;
    private final String name;

    public TypedGoal(GoalContext goal) {
        this.session = goal.session();
        this.pluginKey = goal.pluginKey();
        this.name = "cxone:" + goal.name();
    }

    /**
     * Fails where none of the modules that Maven was told to build has an action for the goal.
     *
     * @param names what {@code cxone.action} asks for; empty for all
     */
    public void requireActions(Set<String> names) throws RejectedException {
        List<MavenProject> chosen = session.getProjects();
        List<MavenProject> acting = ReactorActions.modulesWithAny(chosen, pluginKey, names);
        if (acting.isEmpty()) {
            throw new RejectedException(nothingToDo(chosen, names));
        }
        if (acting.size() > 1 && session.getUserProperties().getProperty("cxone.actionId") != null) {
            throw new RejectedException("cxone.actionId names one version, but " + acting.size()
                    + " modules have actions: " + artifactIds(acting) + ". Name its action with -Dcxone.action=<name>");
        }
    }

    private String nothingToDo(List<MavenProject> chosen, Set<String> names) {
        List<MavenProject> all = session.getAllProjects() == null ? chosen : session.getAllProjects();
        if (ReactorActions.modulesWithAny(all, pluginKey, Set.of()).isEmpty()) {
            return ReactorActions.NONE;
        }
        String elsewhere = ReactorActions.modulesWithAny(all, pluginKey, names).stream()
                .map(module -> ":" + module.getArtifactId())
                .collect(Collectors.joining(","));
        return name + " has nothing to do: "
                + (names.isEmpty() ? "no <actions>" : "no action named " + String.join(" or ", names)) + " in "
                + artifactIds(chosen)
                + (elsewhere.isEmpty() ? "" : ". Type mvn " + name + " -pl " + elsewhere);
    }

    /** In this module, the goal found something to do. */
    public void acted() {
        data().put(KEY + name + ".acted", true);
    }

    /**
     * In this module, the goal found nothing to do.
     *
     * @param why what was looked for, where, and what to do
     */
    public void idle(String why) {
        data().merge(KEY + name + ".idle", why, (before, now) -> before + "\n" + now);
    }

    /**
     * As {@link #idle}, of a goal that Maven runs in each module: only the last of the modules with actions knows that none
     * had anything to do.
     *
     * @param names what {@code cxone.action} asks for; empty for all
     */
    public void idleAmong(Set<String> names, String why) {
        int acting = ReactorActions.modulesWithAny(session.getProjects(), pluginKey, names)
                .size();
        Object idle = data().merge(KEY + name + ".idleModules", 1, (before, one) -> (int) before + (int) one);
        if ((int) idle >= acting) {
            data().remove(KEY + name + ".idleModules");
            idle(why);
        }
    }

    /** Fails where modules were idle and none has acted, after all had their turn. */
    public void requireWork() throws RejectedException {
        Object idle = data().remove(KEY + name + ".idle");
        Object acted = data().remove(KEY + name + ".acted");
        if (idle != null && acted == null) {
            throw new RejectedException(name + " has nothing to do: " + idle);
        }
    }

    /** Modules that load this class more than once share what hangs on Maven's request. */
    private Map<String, Object> data() {
        return session.getRequest().getData();
    }

    private static String artifactIds(List<MavenProject> modules) {
        return modules.stream().map(MavenProject::getArtifactId).collect(Collectors.joining(", "));
    }
}
