package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.report.text.RelativePath;
import io.github.cxonetools.text.Secrets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What Maven tells a goal, for those who work for it.
 *
 * @param session the build
 * @param project the module that the goal runs in
 * @param execution which goal it is, of which execution, and from where it was called
 * @param log the goal's log, which masks secrets
 * @param maven the components of Maven that goals use
 */
public record GoalContext(
        MavenSession session, MavenProject project, MojoExecution execution, Log log, MavenComponents maven) {

    /** The goal's name, for example {@code deploy}. */
    public String name() {
        return execution.getGoal();
    }

    /** The goal as one types it, for example {@code cxone:tenant} or {@code cxone:execute@calls}. */
    public String typed() {
        return "cxone:" + name() + UnreadActions.executionId(this);
    }

    /** The goal's log, for those who know nothing of Maven. */
    public ConsoleLog console() {
        return new ConsoleLog(log::info, log::warn, log::error, ConsoleStyles.of(session), this::shown);
    }

    /** A path as messages show it: from the directory of the build on, where it lies in it. */
    public String shown(Path path) {
        String root = session.getExecutionRootDirectory();
        return RelativePath.of(
                path, Path.of(root == null ? "" : root).toAbsolutePath().normalize());
    }

    /**
     * What the bar of a page says of this build; nothing outside of a project.
     *
     * @param time when the run began that the page tells of; null where it must be free of the clock
     */
    public PageOrigin origin(@Nullable Instant time) {
        Instant second = time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
        return project.getFile() == null
                ? new PageOrigin(null, null, null, second)
                : new PageOrigin(project.getArtifactId(), project.getVersion(), SourceCommit.of(project), second);
    }

    /** What must not be shown, in this build. */
    public Secrets secrets() {
        return SessionSecrets.of(session);
    }

    /** What the POM and the command line say about the goal's parameters. */
    public Parameters parameters() {
        return new Parameters(this);
    }

    /** This plugin's version. */
    public String pluginVersion() {
        return execution.getVersion();
    }

    /** This plugin's version, and of a snapshot which one it is: what contracts depend on. */
    public String pluginBuild() {
        return PluginBuild.of(execution.getMojoDescriptor().getPluginDescriptor());
    }

    /** {@code groupId:artifactId} of this plugin. */
    public String pluginKey() {
        return execution.getPlugin().getKey();
    }

    /** Whether the goal stands on the command line, rather than in a POM's execution. */
    public boolean isTyped() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /** Every module of the build, also those that are not built this time. */
    public List<MavenProject> modules() {
        return session.getAllProjects() == null ? session.getProjects() : session.getAllProjects();
    }

    /** Whether there is no POM. */
    public boolean isStandalone() {
        return project.getFile() == null;
    }

    /** Runs {@code work}, and raises what it throws as Maven's two exceptions. */
    public void translate(GoalWork work) throws MojoExecutionException, MojoFailureException {
        RedactedText redacted = RedactedText.of(session);
        try {
            work.run();
        } catch (RejectedException e) {
            throw new MojoFailureException(redacted.text(e.getMessage()), redacted.cause(e.getCause()));
        } catch (UnavailableException e) {
            throw new MojoExecutionException(redacted.text(e.getMessage()), redacted.cause(e.getCause()));
        } catch (RuntimeException e) {
            throw redacted.internal(e);
        } catch (CxoneException e) {
            throw new AssertionError("CxoneException is sealed", e);
        }
    }
}
