package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerWorkers;
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
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** A module's handlers, in a JVM of their own, served on the loopback URLs of their actions. */
final class ServedHandlers implements AutoCloseable {

    private static final int MAX_PAYLOAD_BYTES = 10 << 20;

    private final List<AutoCloseable> open = new ArrayList<>();

    private ServedHandlers() {}

    /** Serves those of {@code actions} that have a handler class and a plain HTTP URL on this machine. */
    static ServedHandlers of(
            HandlerJvm jvm, MavenSession session, MavenProject project, List<ActionDefinition> actions, Log log)
            throws CxoneException {
        ServedHandlers served = new ServedHandlers();
        List<ActionDefinition> servable =
                actions.stream().filter(ServedHandlers::isServable).toList();
        if (!servable.isEmpty()) {
            try {
                served.start(jvm, session, project, servable, log);
            } catch (CxoneException e) {
                served.close();
                throw e;
            }
        }
        return served;
    }

    private void start(
            HandlerJvm jvm, MavenSession session, MavenProject project, List<ActionDefinition> actions, Log log)
            throws CxoneException {
        List<Path> classPath = ProjectFacts.handlerClassPath(project);
        HandlerWorkers workers = jvm.start(session, project, classPath, "", MAX_PAYLOAD_BYTES);
        open.add(workers);
        List<Handler> handlers = HandlerJvm.handlers(workers, actions, classPath);
        Map<URI, ServedHandler> byUrl = new LinkedHashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            ActionDefinition action = actions.get(i);
            URI url = action.handlerUrl();
            if (url != null) {
                byUrl.put(url, new ServedHandler(handlers.get(i), Duration.ofMillis(action.timeoutMs())));
            }
        }
        open.add(0, HandlerServer.serve(byUrl, new HandlerLog(log)));
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
    public void close() throws CxoneException {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (CxoneException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        open.clear();
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
