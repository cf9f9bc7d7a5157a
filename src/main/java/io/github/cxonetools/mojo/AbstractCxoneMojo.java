package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.build.EndOfBuild;
import io.github.cxonetools.mojo.build.EveryModule;
import io.github.cxonetools.mojo.build.Resumption;
import io.github.cxonetools.mojo.build.TypedGoal;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.ModuleDirectory;
import io.github.cxonetools.mojo.project.RedactedLog;
import io.github.cxonetools.mojo.project.RedactedText;
import io.github.cxonetools.mojo.project.SessionSecrets;
import io.github.cxonetools.mojo.project.UnreadActions;
import io.github.cxonetools.text.Secrets;
import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

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
    private EveryModule everyModule;

    @Inject
    private EndOfBuild endOfBuild;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        GoalContext context = context();
        if (EveryModule.isNeededBy(context)) {
            context.translate(this::requireActions);
            everyModule.run(context);
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
        if (isTyped() && !EveryModule.isRunning(session)) {
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
            endOfBuild.watch(context());
        }
    }

    /** Nothing gets to the console but through this one. */
    @Override
    public final Log getLog() {
        return new RedactedLog(super.getLog(), RedactedText.of(session));
    }

    /** What those are told who work for this goal. */
    final GoalContext context() {
        return new GoalContext(session, project, execution, getLog());
    }

    /** What must not be shown, in this build. */
    final Secrets secrets() {
        return SessionSecrets.of(session);
    }

    /** Whether a switch keeps this goal from running. */
    final boolean isSkipped() {
        return skip || skipsGoal();
    }

    /** Whether this goal's own switch, {@code cxone.<goal>.skip}, is on. */
    abstract boolean skipsGoal();

    /** Fails where no module of the build has actions for a goal that was asked for by name. */
    void requireActions() throws CxoneException {}

    /** Does the goal's work. */
    abstract void run() throws CxoneException;

    /** This plugin's version, for fingerprints and the user agent. */
    final String pluginVersion() {
        return context().pluginVersion();
    }

    /** {@code groupId:artifactId} of this plugin. */
    final String pluginKey() {
        return context().pluginKey();
    }

    /** Whether the goal stands on the command line, rather than in a POM's execution. */
    final boolean isTyped() {
        return context().isTyped();
    }

    /** This goal as one types it, for example {@code cxone:tenant} or {@code cxone:execute@calls}. */
    final String typed() {
        return "cxone:" + execution.getGoal() + UnreadActions.executionId(context());
    }

    /** Whether there is no POM. */
    final boolean isStandalone() {
        return context().isStandalone();
    }

    /**
     * A parameter's path. Without a POM there is no {@code ${project…}} for its default to be made of: then it is
     * {@code standalone}, in the working directory.
     */
    final Path path(String parameter, File value, String standalone) {
        return isStandalone() && !explicit(parameter)
                ? Path.of(session.getExecutionRootDirectory()).resolve(standalone)
                : value.toPath();
    }

    /**
     * A parameter's path in the module: Maven starts from the directory of a POM that another plugin has written, where one
     * has.
     *
     * @param ownDefault the default, from the module's directory or the working directory; null for any other
     */
    public final Path modulePath(String parameter, File value, @Nullable String ownDefault) {
        if (isStandalone()) {
            return ownDefault == null ? value.toPath() : path(parameter, value, ownDefault);
        }
        Path directory = ModuleDirectory.of(project);
        if (directory.equals(project.getBasedir().toPath().toAbsolutePath())) {
            return value.toPath();
        }
        String given = given(parameter);
        String text = given == null ? ownDefault : given;
        return text == null
                        || text.isBlank()
                        || text.contains("${")
                        || Path.of(text.strip()).isAbsolute()
                ? value.toPath()
                : directory.resolve(text.strip());
    }

    /** Whether the POM or a property sets the parameter, rather than its default. */
    final boolean explicit(String parameter) {
        return given(parameter) != null;
    }

    private @Nullable String given(String parameter) {
        String property = "cxone." + parameter;
        Xpp3Dom configured = execution.getConfiguration() == null
                ? null
                : execution.getConfiguration().getChild(parameter);
        String value = configured == null ? null : configured.getValue();
        if (value != null && !value.equals("${" + property + "}")) {
            return value;
        }
        return session.getUserProperties()
                .getProperty(
                        property,
                        project.getProperties()
                                .getProperty(
                                        property, session.getSystemProperties().getProperty(property)));
    }
}
