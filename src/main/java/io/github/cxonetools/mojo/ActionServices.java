package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.ProxySettings;
import io.github.cxonetools.client.settings.TrustStore;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HttpHandler;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.ServerEntries;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services that answer in place of handler classes: all actions' at one URL, or each action's at its own. */
final class ActionServices implements AutoCloseable {

    private static final String HANDLER_URL = "handlerurl";

    private final GoalContext goal;
    private final ServerEntries servers;
    private final long maxPayloadBytes;
    private final Map<String, HttpHandler> byUrl = new LinkedHashMap<>();
    private final List<Handler> handlers = new ArrayList<>();

    private ActionServices(GoalContext goal, ServerEntries servers, long maxPayloadBytes) {
        this.goal = goal;
        this.servers = servers;
        this.maxPayloadBytes = maxPayloadBytes;
    }

    /**
     * @param endpoint a URL, or {@code handlerUrl} for that of each action
     * @throws RejectedException where an address is not usable, or actions have none
     */
    static ActionServices of(
            List<ActionDefinition> actions,
            String endpoint,
            GoalContext goal,
            ServerEntries servers,
            long maxPayloadBytes)
            throws RejectedException {
        ActionServices services = new ActionServices(goal, servers, maxPayloadBytes);
        try {
            if (isHandlerUrl(endpoint)) {
                services.addEachOwn(actions);
            } else {
                goal.secrets().addPartsOf(endpoint);
                for (int i = 0; i < actions.size(); i++) {
                    services.add(endpoint, "cxone.endpoint");
                }
            }
            return services;
        } catch (RejectedException e) {
            services.close();
            throw e;
        }
    }

    /** As enumerated values are read: without regard to case, {@code -} and {@code _} alike. */
    private static boolean isHandlerUrl(String endpoint) {
        return endpoint.strip().replaceAll("[-_]", "").equalsIgnoreCase(HANDLER_URL);
    }

    private void addEachOwn(List<ActionDefinition> actions) throws RejectedException {
        Findings findings = new Findings();
        for (ActionDefinition action : actions) {
            URI url = action.handlerUrl();
            if (url == null) {
                findings.add(action.name()
                        + ": no handlerUrl, and cxone.endpoint is handlerUrl. Set <handlerUrl> in the action,"
                        + " or cxone.endpoint to a URL");
            } else {
                add(url.toString(), "the handlerUrl of " + action.name());
            }
        }
        findings.throwIfAny("There is no service to post fixtures to");
    }

    /** @param name what gives the URL, as messages begin with it */
    private void add(String url, String name) throws RejectedException {
        HttpHandler known = byUrl.get(url);
        HttpHandler handler = known == null ? service(url, name) : known;
        byUrl.put(url, handler);
        handlers.add(handler);
    }

    private HttpHandler service(String url, String name) throws RejectedException {
        try {
            URI target = HttpHandler.target(url);
            if (goal.session().isOffline() && !HandlerUrls.isLoopback(target)) {
                throw new RejectedException(
                        "Maven is offline (-o), and " + name + " needs the network. Run without -o");
            }
            if ("https".equalsIgnoreCase(target.getScheme())) {
                TrustStore.check("cxone:simulate", System.getProperties());
            }
            return new HttpHandler(url, maxPayloadBytes, proxy(target));
        } catch (IllegalArgumentException e) {
            throw new RejectedException(name + " " + e.getMessage());
        }
    }

    private @Nullable ProxySettings proxy(URI target) throws RejectedException {
        try {
            return servers.proxy(goal.session(), target);
        } catch (IllegalStateException e) {
            throw new RejectedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Those of the actions, in their order. */
    List<Handler> handlers() {
        return handlers;
    }

    @Override
    public void close() {
        byUrl.values().forEach(HttpHandler::close);
    }
}
