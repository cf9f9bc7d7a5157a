package io.github.cxonetools.tenant.handlers;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.tenant.http.Loopback;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Serves a project's handlers where the tenant will call them: on the loopback {@code handlerUrl}s of its actions. Several
 * paths on one port share a listener.
 */
public final class HandlerServer implements AutoCloseable {

    private static final int MAX_BODY = 10 << 20;

    private static final int CONNECT_MILLIS = 1000;

    private final List<Loopback> listeners = new ArrayList<>();

    private HandlerServer() {}

    /**
     * Begins to serve. A port on which something listens already is left alone and reported.
     *
     * @param handlers by plain HTTP URL on this machine
     * @throws RejectedException for a URL that is not
     */
    public static HandlerServer serve(Map<URI, ServedHandler> handlers, HandlerEvents events) throws CxoneException {
        SortedMap<URI, SortedMap<URI, ServedHandler>> byListener = new TreeMap<>();
        for (Map.Entry<URI, ServedHandler> each : handlers.entrySet()) {
            byListener
                    .computeIfAbsent(listener(each.getKey()), key -> new TreeMap<>())
                    .put(each.getKey(), each.getValue());
        }
        HandlerServer server = new HandlerServer();
        try {
            for (Map.Entry<URI, SortedMap<URI, ServedHandler>> each : byListener.entrySet()) {
                server.listen(each.getKey(), each.getValue(), events);
            }
            return server;
        } catch (CxoneException e) {
            server.close();
            throw e;
        }
    }

    /** Whether something listens at {@code url}, a plain HTTP URL on this machine. */
    public static boolean isTaken(URI url) {
        try (Socket socket = new Socket()) {
            URI address = listener(url);
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException | RejectedException e) {
            return false;
        }
    }

    /** Whether any handler is served here, because nothing else listened there. */
    public boolean isListening() {
        return !listeners.isEmpty();
    }

    /** Lets calls that are being answered finish, for a few seconds, then closes the ports. */
    @Override
    public void close() {
        listeners.forEach(Loopback::close);
        listeners.clear();
    }

    /** {@code http://host:port} of {@code url}. */
    private static URI listener(URI url) throws RejectedException {
        if (!"http".equalsIgnoreCase(url.getScheme()) || !HandlerUrls.isLoopback(url)) {
            throw new RejectedException("The handler URL " + url
                    + " cannot be served here. Use plain HTTP to 127.0.0.1, [::1] or localhost, for example "
                    + "http://127.0.0.1:8788/path");
        }
        int port = url.getPort() < 0 ? 80 : url.getPort();
        return URI.create("http://" + url.getHost() + ":" + port);
    }

    private void listen(URI address, SortedMap<URI, ServedHandler> handlers, HandlerEvents events)
            throws UnavailableException {
        try {
            Loopback loopback = Loopback.bind(InetAddress.getByName(address.getHost()), address.getPort(), MAX_BODY);
            listeners.add(loopback);
            loopback.serve(new HandlerEndpoint(address, handlers, events));
            handlers.keySet().forEach(events::served);
        } catch (BindException e) {
            handlers.keySet().forEach(events::alreadyListening);
        } catch (IOException e) {
            throw new UnavailableException(
                    "The handlers on " + address + " cannot be served (" + e.getMessage()
                            + "). Choose another port in handlerUrl",
                    e);
        }
    }
}
