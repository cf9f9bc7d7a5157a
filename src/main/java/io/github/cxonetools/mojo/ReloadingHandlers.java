package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A module's served handlers, which are loaded anew when its classes have changed. */
final class ReloadingHandlers implements AutoCloseable {

    private final HandlerJvm jvm;
    private final MavenSession session;
    private final MavenProject module;
    private final List<ActionDefinition> actions;
    private final Log log;

    private @Nullable ServedHandlers served;
    private TreeMap<Path, Stamp> loaded;
    private TreeMap<Path, Stamp> seen;

    private ReloadingHandlers(
            HandlerJvm jvm, MavenSession session, MavenProject module, List<ActionDefinition> actions, Log log) {
        this.jvm = jvm;
        this.session = session;
        this.module = module;
        this.actions = actions;
        this.log = log;
        this.loaded = stamps();
        this.seen = loaded;
    }

    static ReloadingHandlers of(
            HandlerJvm jvm, MavenSession session, MavenProject module, List<ActionDefinition> actions, Log log)
            throws CxoneException {
        ReloadingHandlers handlers = new ReloadingHandlers(jvm, session, module, actions, log);
        handlers.served = ServedHandlers.of(jvm, session, module, actions, log);
        return handlers;
    }

    /** Called now and then: loads the classes anew when they differ from what is loaded, and no longer change. */
    synchronized void reloadIfChanged() {
        TreeMap<Path, Stamp> now = stamps();
        boolean settled = now.equals(seen);
        seen = now;
        if (!settled || now.equals(loaded)) {
            return;
        }
        loaded = now;
        try {
            close();
            served = ServedHandlers.of(jvm, session, module, actions, log);
            log.info("Loaded the classes of " + module.getArtifactId() + " anew");
        } catch (CxoneException e) {
            log.warn("The changed classes of " + module.getArtifactId() + " cannot be served: " + e.getMessage());
        }
    }

    private TreeMap<Path, Stamp> stamps() {
        TreeMap<Path, Stamp> stamps = new TreeMap<>();
        Path classes = Path.of(module.getBuild().getOutputDirectory());
        if (Files.isDirectory(classes)) {
            try (Stream<Path> files = Files.walk(classes)) {
                files.filter(file -> file.toString().endsWith(".class")).forEach(file -> stamps.put(file, stamp(file)));
            } catch (IOException e) {
                log.debug("A compiler is at work in " + classes, e);
            }
        }
        return stamps;
    }

    private static Stamp stamp(Path file) {
        try {
            return new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file));
        } catch (IOException e) {
            return new Stamp(0, 0); // Gone in this moment; the next look will tell.
        }
    }

    @Override
    public synchronized void close() throws CxoneException {
        ServedHandlers current = served;
        served = null;
        if (current != null) {
            current.close();
        }
    }

    private record Stamp(long modified, long size) {}
}
