package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerWorkers;
import io.github.cxonetools.schema.HandlerSignature;
import io.github.cxonetools.schema.ProjectClasses;
import io.github.cxonetools.tenant.HandlerEvents;
import io.github.cxonetools.tenant.HandlerServer;
import io.github.cxonetools.tenant.ServedHandler;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A module's handlers, in a JVM of their own, served on the loopback URLs of their actions. */
final class ServedHandlers implements AutoCloseable {

    private static final int MAX_PAYLOAD_BYTES = 10 << 20;

    private final HandlerJvm jvm;
    private final MavenSession session;
    private final MavenProject project;
    private final List<ActionDefinition> actions;
    private final HandlerVariables variables;

    private volatile List<Handler> handlers = List.of();
    private @Nullable HandlerWorkers workers;
    private @Nullable HandlerServer server;

    private ServedHandlers(
            HandlerJvm jvm,
            MavenSession session,
            MavenProject project,
            List<ActionDefinition> actions,
            HandlerVariables variables) {
        this.variables = variables;
        this.jvm = jvm;
        this.session = session;
        this.project = project;
        this.actions = actions.stream().filter(ServedHandlers::isServable).toList();
    }

    /** Serves those of {@code actions} that have a handler class and a plain HTTP URL on this machine. */
    static ServedHandlers of(
            HandlerJvm jvm,
            MavenSession session,
            MavenProject project,
            List<ActionDefinition> actions,
            HandlerVariables variables,
            Log log)
            throws CxoneException {
        ServedHandlers served = new ServedHandlers(jvm, session, project, creatable(project, actions, log), variables);
        if (served.isEmpty()) {
            return served;
        }
        try {
            served.load();
            served.listen(log);
            return served;
        } catch (CxoneException e) {
            served.close();
            throw e;
        }
    }

    /** Without those that only their application can create: it answers at their URLs itself. */
    private static List<ActionDefinition> creatable(MavenProject project, List<ActionDefinition> actions, Log log) {
        List<ActionDefinition> creatable = new ArrayList<>();
        try (ProjectClasses classes = ProjectClasses.open(ProjectFacts.handlerClassPath(project))) {
            for (ActionDefinition action : actions) {
                String problem = isServable(action) ? HandlerSignature.uncreatable(action, classes) : null;
                if (problem == null) {
                    creatable.add(action);
                } else {
                    log.warn(problem + ". It is not served; start its application at " + action.handlerUrl());
                }
            }
        }
        return creatable;
    }

    /** Whether no action has a handler that can be served here. */
    boolean isEmpty() {
        return actions.isEmpty();
    }

    /** From here on calls go to the classes as they are now; where those cannot be loaded, to those that were before. */
    void load() throws CxoneException {
        List<Path> classPath = ProjectFacts.handlerClassPath(project);
        HandlerWorkers next = jvm.start(session, project, classPath, "", variables, MAX_PAYLOAD_BYTES);
        try {
            handlers = HandlerJvm.handlers(next, actions, classPath);
        } catch (CxoneException e) {
            next.close();
            throw e;
        }
        HandlerWorkers former = workers;
        workers = next;
        if (former != null) {
            former.close();
        }
    }

    private void listen(Log log) throws CxoneException {
        Map<URI, ServedHandler> byUrl = new LinkedHashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            int index = i;
            ActionDefinition action = actions.get(i);
            Handler latest = (payload, timeout) -> handlers.get(index).call(payload, timeout);
            byUrl.put(
                    Objects.requireNonNull(action.handlerUrl()),
                    new ServedHandler(latest, Duration.ofMillis(action.timeoutMs())));
        }
        server = HandlerServer.serve(byUrl, new HandlerLog(log));
    }

    private static boolean isServable(ActionDefinition action) {
        URI url = action.handlerUrl();
        return action.handler() != null
                && url != null
                && "http".equalsIgnoreCase(url.getScheme())
                && HandlerUrls.isLoopback(url);
    }

    /** Stops listening, then ends the handlers' JVM. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
            server = null;
        }
        if (workers != null) {
            workers.close();
            workers = null;
        }
    }

    private record HandlerLog(Log log) implements HandlerEvents {

        @Override
        public void served(URI url) {
            log.info("Serving the handler at " + url);
        }

        @Override
        public void alreadyListening(URI url) {
            log.info("Something listens at " + url + " already; it is used as it is");
        }
    }
}
