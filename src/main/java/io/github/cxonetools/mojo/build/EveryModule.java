package io.github.cxonetools.mojo.build;

import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.ReactorActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.resolver.filter.ScopeArtifactFilter;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginConfigurationException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Runs a goal in every module of the build. Maven runs a goal that works without a POM ({@code requiresProject=false}) once
 * for all modules, as if it were an aggregator, where it is typed on the command line; bound to a phase, it runs in each.
 */
public final class EveryModule {

    /** Hangs on Maven's request while modules are gone through; modules may load this class more than once. */
    private static final String KEY = EveryModule.class.getName();

    private static final List<String> SCOPES =
            List.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME, Artifact.SCOPE_PROVIDED, Artifact.SCOPE_SYSTEM);

    private final GoalContext goal;

    /** @param goal as Maven runs it, once */
    public EveryModule(GoalContext goal) {
        this.goal = goal;
    }

    /** Whether Maven runs this goal once where each of several modules should have it. */
    public static boolean isNeededBy(GoalContext goal) {
        MojoDescriptor descriptor = goal.execution().getMojoDescriptor();
        return goal.isTyped()
                && !descriptor.isProjectRequired()
                && !descriptor.isAggregator()
                && !goal.isStandalone()
                && goal.session().getProjects().size() > 1
                && !isRunning(goal.session());
    }

    /** Whether modules are being gone through. */
    public static boolean isRunning(MavenSession session) {
        return session.getRequest().getData().containsKey(KEY);
    }

    /**
     * Runs the goal in the modules of the build, in their order, each with its own configuration. What is the user's to mend
     * in one module does not keep the others from their turn; what is the world's does.
     */
    public void run() throws MojoExecutionException, MojoFailureException {
        Map<String, Object> data = goal.session().getRequest().getData();
        data.put(KEY, goal.name());
        try {
            FailedModules failed = new FailedModules();
            List<MavenProject> modules = new ArrayList<>(goal.session().getProjects());
            while (!modules.isEmpty() && !failed.isOver()) {
                run(modules.remove(0), failed);
            }
            failed.throwIfAny(modules.stream().map(MavenProject::getArtifactId).collect(Collectors.toList()));
        } finally {
            data.remove(KEY);
        }
    }

    private void run(MavenProject module, FailedModules failed) {
        MavenExecutionResult result = goal.session().getResult();
        long begun = System.currentTimeMillis();
        try {
            if (ReactorActions.hasActions(module, goal.pluginKey())) {
                goal.log().info("cxone:" + goal.name() + " in " + module.getArtifactId());
                run(module);
            } else {
                goal.log().info("No <actions> in " + module.getArtifactId());
            }
            if (result.getBuildSummary(module) == null) {
                // Without one, Maven's summary says that the module was skipped, and a resumed build goes through it
                // again.
                result.addBuildSummary(new BuildSuccess(module, System.currentTimeMillis() - begun));
            }
        } catch (MojoExecutionException | MojoFailureException e) {
            failed.add(module, e);
            result.addBuildSummary(new BuildFailure(module, System.currentTimeMillis() - begun, e));
        }
    }

    private void run(MavenProject module) throws MojoExecutionException, MojoFailureException {
        MavenSession session = goal.session().clone();
        session.setCurrentProject(module);
        try {
            for (MojoExecution execution : goal.maven()
                    .lifecycle()
                    .calculateExecutionPlan(session, true, task())
                    .getMojoExecutions()) {
                resolveDependencies(execution.getMojoDescriptor(), module, session);
                goal.maven().plugins().executeMojo(session, execution);
            }
        } catch (MojoExecutionException | MojoFailureException e) {
            throw e;
        } catch (PluginConfigurationException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (LifecycleExecutionException e) {
            throw new MojoFailureException(
                    e.getMessage()
                            + "\nModules of this build are found once it has compiled them: mvn process-classes cxone:"
                            + goal.name(),
                    e);
        } catch (Exception e) {
            throw new MojoExecutionException("Could not run cxone:" + goal.name() + " there", e);
        }
    }

    private String task() {
        String id = goal.execution().getExecutionId();
        return goal.pluginKey() + ":" + goal.pluginVersion() + ":" + goal.name()
                + (id.equals("default-cli") ? "" : "@" + id);
    }

    /** Maven has resolved those of one module only, because it runs the goal there. */
    private void resolveDependencies(MojoDescriptor descriptor, MavenProject module, MavenSession session)
            throws Exception {
        if (descriptor.getDependencyResolutionRequired() != null) {
            goal.maven().dependencies().resolveProjectDependencies(module, Set.of(), SCOPES, session, false, Set.of());
            module.setArtifactFilter(new ScopeArtifactFilter(descriptor.getDependencyResolutionRequired()));
        }
    }
}
