package io.github.cxonetools.mojo.handlers;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerWorkers;
import io.github.cxonetools.execution.WorkerSettings;
import io.github.cxonetools.mojo.project.ModuleDirectory;
import io.github.cxonetools.schema.classes.HandlerSignature;
import io.github.cxonetools.schema.classes.ProjectClasses;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** Starts the JVM that a module's handlers run in: the toolchain's JDK where there is one, else Maven's own. */
public final class HandlerJvm {

    private final ToolchainManager toolchains;

    public HandlerJvm(ToolchainManager toolchains) {
        this.toolchains = toolchains;
    }

    /**
     * @param argLine JVM options as a shell would read them; may be empty
     * @param variables what the project sets for its handlers
     * @param maxPayloadBytes the largest payload or answer that is passed on
     */
    public HandlerWorkers start(
            MavenSession session,
            MavenProject project,
            List<Path> classPath,
            String argLine,
            HandlerVariables variables,
            long maxPayloadBytes)
            throws CxoneException {
        return HandlerWorkers.start(new WorkerSettings(
                java(session),
                classPath,
                argLine,
                ModuleDirectory.of(project),
                maxPayloadBytes,
                variables.environment(),
                variables.systemProperties()));
    }

    /** The handlers of {@code actions} in {@code workers}, in the same order. */
    public static List<Handler> handlers(HandlerWorkers workers, List<ActionDefinition> actions, List<Path> classPath)
            throws CxoneException {
        return handlers(workers, actions, classPath, Duration.ZERO);
    }

    /** As above; the first call of each in a JVM may take {@code coldStart} beyond its time. */
    static List<Handler> handlers(
            HandlerWorkers workers, List<ActionDefinition> actions, List<Path> classPath, Duration coldStart)
            throws CxoneException {
        List<Handler> handlers = new ArrayList<>();
        try (ProjectClasses classes = ProjectClasses.open(classPath)) {
            for (ActionDefinition action : actions) {
                handlers.add(workers.handler(action, HandlerSignature.of(action, classes), coldStart));
            }
        }
        return handlers;
    }

    private Path java(MavenSession session) {
        Toolchain jdk = toolchains.getToolchainFromBuildContext("jdk", session);
        String tool = jdk == null ? null : jdk.findTool("java");
        if (tool != null) {
            return Path.of(tool);
        }
        String executable = File.separatorChar == '\\' ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", executable);
    }
}
