package io.github.cxonetools.mojo.build;

import java.util.List;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.project.MavenProject;

/** How a build goes on where an earlier one failed. */
public final class Resumption {

    private Resumption() {}

    /** Whether this build was resumed: by {@code -rf}, or by Maven 4's {@code -r}, which selects what remains. */
    public static boolean isResumed(MavenSession session) {
        MavenExecutionRequest request = session.getRequest();
        return request.getResumeFrom() != null || isOfSomeModules(session) && isResume(request);
    }

    private static boolean isOfSomeModules(MavenSession session) {
        List<MavenProject> all = session.getAllProjects();
        return all != null && all.size() > session.getProjects().size();
    }

    /** Maven 3 has no such method. */
    private static boolean isResume(MavenExecutionRequest request) {
        try {
            return Boolean.TRUE.equals(
                    MavenExecutionRequest.class.getMethod("isResume").invoke(request));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Whether this build is one that is meant to do what {@code goal} does, rather than one that stops before it. */
    static boolean isToDeploy(MavenSession session, String goal) {
        return !Boolean.parseBoolean(session.getUserProperties().getProperty("cxone.dryRun"))
                && session.getGoals().stream().anyMatch(typed -> typed.equals("deploy") || typed.contains(":" + goal));
    }

    /**
     * Whether no module that a resumed build would go through runs this plugin, so that nothing of it would know what was
     * left.
     */
    static boolean isBlind(MavenSession session, String pluginKey) {
        MavenExecutionResult result = session.getResult();
        List<MavenProject> modules = session.getProjects();
        int next = 0;
        while (next < modules.size() && result.getBuildSummary(modules.get(next)) instanceof BuildSuccess) {
            next++;
        }
        return modules.subList(next, modules.size()).stream()
                .noneMatch(module -> module.getPlugin(pluginKey) != null
                        && !module.getPlugin(pluginKey).getExecutions().isEmpty());
    }

    /** Makes Maven resume at {@code module} at the latest, and suggest that. */
    static void beginAt(MavenProject module, String why, MavenSession session) {
        MavenExecutionResult result = session.getResult();
        LifecycleExecutionException failure = new LifecycleExecutionException(why, module);
        result.addBuildSummary(new BuildFailure(module, 0, failure));
        try {
            // Maven 3 suggests the module of the first of them.
            result.getExceptions().add(0, failure);
        } catch (UnsupportedOperationException e) {
            result.addException(failure);
        }
    }
}
