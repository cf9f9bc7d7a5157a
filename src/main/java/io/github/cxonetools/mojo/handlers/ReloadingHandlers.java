package io.github.cxonetools.mojo.handlers;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.project.ProjectFacts;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** A module's served handlers, which are loaded anew when its classes, or those of modules it depends on, have changed. */
public final class ReloadingHandlers implements AutoCloseable {

    private final MavenProject module;
    private final Log log;
    private final ServedHandlers served;

    private Map<Path, Stamp> loaded;
    private Map<Path, Stamp> seen;

    private ReloadingHandlers(MavenProject module, ServedHandlers served, Map<Path, Stamp> loaded, Log log) {
        this.module = module;
        this.log = log;
        this.served = served;
        this.loaded = loaded;
        this.seen = loaded;
    }

    public static ReloadingHandlers of(
            HandlerJvm jvm,
            MavenSession session,
            MavenProject module,
            List<ActionDefinition> actions,
            HandlerVariables variables,
            String goal,
            Log log)
            throws CxoneException {
        Map<Path, Stamp> before = stamps(module);
        return new ReloadingHandlers(
                module, ServedHandlers.of(jvm, session, module, actions, variables, goal, log), before, log);
    }

    /** Called now and then: loads the classes anew when they differ from what is loaded, and no longer change. */
    public synchronized void reloadIfChanged() {
        if (!served.isServing()) {
            return;
        }
        Map<Path, Stamp> now = stamps(module);
        boolean unchanged = now.equals(seen);
        seen = now;
        if (!unchanged || now.equals(loaded)) {
            return;
        }
        loaded = now;
        try {
            served.load();
            log.info("Loaded the classes of " + module.getArtifactId() + " anew");
        } catch (CxoneException e) {
            log.warn("The changed classes of " + module.getArtifactId()
                    + " cannot be served, the former ones still are: " + e.getMessage());
        }
    }

    private static Map<Path, Stamp> stamps(MavenProject module) {
        Map<Path, Stamp> stamps = new HashMap<>();
        for (Path entry : ProjectFacts.handlerClassPath(module)) {
            if (Files.isDirectory(entry)) {
                collect(entry, stamps);
            }
        }
        return stamps;
    }

    private static void collect(Path classes, Map<Path, Stamp> stamps) {
        try {
            Files.walkFileTree(classes, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    stamps.put(file, new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size()));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE; // Gone in this moment; the next look will tell.
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("The visitor above forgives everything", e);
        }
    }

    /** Whether any handler is served here. */
    public boolean isServing() {
        return served.isServing();
    }

    @Override
    public synchronized void close() {
        served.close();
    }

    private record Stamp(long modified, long size) {}
}
