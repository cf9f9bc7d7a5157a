package io.github.cxonetools.mojo.handlers;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerAnswer;
import io.github.cxonetools.execution.HandlerWorkers;
import io.github.cxonetools.execution.OwnFrames;
import io.github.cxonetools.mojo.project.ConsoleStyles;
import io.github.cxonetools.mojo.project.ProjectFacts;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.schema.classes.HandlerSignature;
import io.github.cxonetools.schema.classes.ProjectClasses;
import io.github.cxonetools.tenant.handlers.HandlerEvents;
import io.github.cxonetools.tenant.handlers.HandlerServer;
import io.github.cxonetools.tenant.handlers.ServedHandler;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A module's handlers, in a JVM of their own, served on the loopback URLs of their actions. */
public final class ServedHandlers implements AutoCloseable {

    private static final int MAX_PAYLOAD_BYTES = 10 << 20;

    /** Whoever executes waits 30 seconds by default: within them an answer comes, if only that there is none. */
    private static final Duration COLD_START = Duration.ofSeconds(20);

    private final HandlerJvm jvm;
    private final MavenSession session;
    private final MavenProject project;
    private final List<ActionDefinition> actions;
    private final HandlerVariables variables;
    private final String goal;
    private final Log log;
    private final ReadyHandlers handlers = new ReadyHandlers();

    private @Nullable HandlerWorkers workers;
    private @Nullable HandlerServer server;

    private ServedHandlers(
            HandlerJvm jvm,
            MavenSession session,
            MavenProject project,
            List<ActionDefinition> actions,
            HandlerVariables variables,
            String goal,
            Log log) {
        this.variables = variables;
        this.jvm = jvm;
        this.session = session;
        this.project = project;
        this.actions = actions.stream().filter(ServedHandlers::isServable).toList();
        this.goal = goal;
        this.log = log;
    }

    /**
     * Serves those of {@code actions} that have a handler class and a plain HTTP URL on this machine, where nothing listens
     * yet. When it returns, each is ready to be called.
     *
     * @param goal what was typed, for example {@code cxone:tenant}
     */
    public static ServedHandlers of(
            HandlerJvm jvm,
            MavenSession session,
            MavenProject project,
            List<ActionDefinition> actions,
            HandlerVariables variables,
            String goal,
            Log log)
            throws CxoneException {
        return of(jvm, session, project, actions, variables, goal, log, new HandlerLog(session, log));
    }

    /** As above, for a goal that says itself what came of each call. */
    public static ServedHandlers ofCaller(
            HandlerJvm jvm,
            MavenSession session,
            MavenProject project,
            List<ActionDefinition> actions,
            HandlerVariables variables,
            String goal,
            Log log)
            throws CxoneException {
        return of(jvm, session, project, actions, variables, goal, log, new HandlerLog(session, log) {
            @Override
            public void failed(URI url, String problem, @Nullable String stack) {}
        });
    }

    private static ServedHandlers of(
            HandlerJvm jvm,
            MavenSession session,
            MavenProject project,
            List<ActionDefinition> actions,
            HandlerVariables variables,
            String goal,
            Log log,
            HandlerLog heard)
            throws CxoneException {
        ServedHandlers served =
                new ServedHandlers(jvm, session, project, creatable(project, actions, heard), variables, goal, log);
        try {
            served.listenAndLoad(heard);
            return served;
        } catch (CxoneException e) {
            served.close();
            throw e;
        }
    }

    /** Without those that only their application can create: it answers at their URLs itself. */
    private static List<ActionDefinition> creatable(
            MavenProject project, List<ActionDefinition> actions, HandlerLog heard) {
        if (actions.stream().noneMatch(ServedHandlers::isServable)) {
            return actions;
        }
        List<ActionDefinition> creatable = new ArrayList<>();
        try (ProjectClasses classes = ProjectClasses.open(ProjectFacts.handlerClassPath(project))) {
            for (ActionDefinition action : actions) {
                URI url = isServable(action) ? action.handlerUrl() : null;
                String problem = url == null ? null : HandlerSignature.uncreatable(action, classes);
                if (url == null || problem == null) {
                    creatable.add(action);
                } else if (HandlerServer.isTaken(url)) {
                    heard.alreadyListening(url);
                } else {
                    heard.log.warn(problem + ". It is not served; start its application at " + url);
                }
            }
        }
        return creatable;
    }

    /** Whether any handler is served here. */
    boolean isServing() {
        return server != null && server.isListening();
    }

    /** The ports first: where something else listens, nothing need be loaded. A call that comes meanwhile waits. */
    private void listenAndLoad(HandlerLog heard) throws CxoneException {
        if (!actions.isEmpty()) {
            server = HandlerServer.serve(byUrl(), heard);
        }
        if (isServing()) {
            load();
            heard.sayServed();
        }
    }

    /** From here on calls go to the classes as they are now; where those cannot be loaded, to those that were before. */
    void load() throws CxoneException {
        List<Path> classPath = ProjectFacts.handlerClassPath(project);
        HandlerWorkers next = jvm.start(session, project, classPath, "", variables, MAX_PAYLOAD_BYTES);
        try {
            List<Handler> loaded = HandlerJvm.handlers(next, actions, classPath, COLD_START);
            for (int i = 0; i < loaded.size(); i++) {
                prepare(actions.get(i), loaded.get(i));
            }
            handlers.set(loaded);
        } catch (CxoneException e) {
            next.close();
            throw new NotCompiled(project, goal).explain(actions, e);
        }
        HandlerWorkers former = workers;
        workers = next;
        if (former != null) {
            former.close();
        }
    }

    /** A handler that cannot be created is served nevertheless: each call says why, as it would when it is deployed. */
    private void prepare(ActionDefinition action, Handler handler) {
        HandlerAnswer.RunFailure failure = handler.prepare();
        if (failure != null) {
            log.warn(action.name() + ": handler " + action.handler() + " cannot be called: " + failure.problem());
        }
    }

    private Map<URI, ServedHandler> byUrl() {
        Map<URI, ServedHandler> byUrl = new LinkedHashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            ActionDefinition action = actions.get(i);
            byUrl.put(
                    Objects.requireNonNull(action.handlerUrl()),
                    new ServedHandler(handlers.get(i), Duration.ofMillis(action.timeoutMs())));
        }
        return byUrl;
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
        handlers.close();
        if (server != null) {
            server.close();
            server = null;
        }
        if (workers != null) {
            workers.close();
            workers = null;
        }
    }

    private static class HandlerLog implements HandlerEvents {

        private final MavenSession session;
        private final Log log;
        private final List<URI> served = new ArrayList<>();

        HandlerLog(MavenSession session, Log log) {
            this.session = session;
            this.log = log;
        }

        @Override
        public void served(URI url) {
            served.add(url);
        }

        void sayServed() {
            served.forEach(url -> log.info("Serving the handler at " + url));
        }

        @Override
        public void failed(URI url, String problem, @Nullable String stack) {
            List<String> where = stack == null ? List.of() : OwnFrames.told(stack);
            ConsoleStyle style = ConsoleStyles.of(session);
            log.warn("The handler at " + url + " failed: " + style.red(problem)
                    + where.stream().map(line -> "\n    " + style.faint(line)).collect(Collectors.joining()));
        }

        @Override
        public void alreadyListening(URI url) {
            log.info("Something listens at " + url + " already; it is used as it is");
        }
    }
}
