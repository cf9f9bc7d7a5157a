package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.build.ConfigurationCheck;
import io.github.cxonetools.mojo.build.DeployAtEnd;
import io.github.cxonetools.mojo.build.EveryModule;
import io.github.cxonetools.mojo.build.Resumption;
import io.github.cxonetools.mojo.build.TypedGoal;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.MavenComponents;
import io.github.cxonetools.mojo.project.RedactedLog;
import io.github.cxonetools.mojo.project.RedactedText;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What every goal shares: the skip switches, and the one translation from core failures to Maven's two exceptions. */
public abstract class AbstractCxoneMojo extends AbstractMojo {

    /**
     * Skips every goal of this plugin.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    public MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    public MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    public MojoExecution execution;

    @Inject
    private MavenComponents maven;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        GoalContext context = context();
        if (!actsOnce() && EveryModule.isNeededBy(context)) {
            context.translate(this::requireActions);
            new EveryModule(context).run();
            context.translate(new TypedGoal(context)::requireWork);
            return;
        }
        watch();
        if (isSkipped()) {
            getLog().info("Skipped (" + (skip ? "cxone.skip" : "cxone." + execution.getGoal() + ".skip") + ")");
            return;
        }
        context.translate(() -> {
            checkConfiguration();
            run();
        });
        if (context.isTyped() && !EveryModule.isRunning(session)) {
            context.translate(new TypedGoal(context)::requireWork);
        }
    }

    /** Refuses names that no goal knows: what they were meant to set would silently be something else. */
    final void checkConfiguration() throws RejectedException {
        new ConfigurationCheck(session, execution).check(project);
    }

    /** Looks after what modules before a resumed build left, whatever this goal does. */
    void watch() {
        if (Resumption.isResumed(session)) {
            new DeployAtEnd(context()).nameUnfinished();
        }
    }

    /** Nothing gets to the console but through this one. */
    @Override
    public final Log getLog() {
        return new RedactedLog(super.getLog(), RedactedText.of(session));
    }

    /** What those are told who work for this goal. */
    final GoalContext context() {
        return new GoalContext(session, project, execution, getLog(), maven);
    }

    /** Whether a switch keeps this goal from running. */
    final boolean isSkipped() {
        return skip || skipsGoal();
    }

    /** Whether this goal's own switch, {@code cxone.<goal>.skip}, is on. */
    abstract boolean skipsGoal();

    /** Whether what the goal acts on belongs to no module of the build. */
    boolean actsOnce() {
        return false;
    }

    /** Fails where no module of the build has actions for a goal that was asked for by name. */
    void requireActions() throws CxoneException {}

    /** Does the goal's work. */
    abstract void run() throws CxoneException;
}
