package io.github.cxonetools.client;

import io.github.cxonetools.client.settings.ClientEvents;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a client told, one line an event. */
public final class RecordedEvents implements ClientEvents {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public List<String> lines() {
        return lines;
    }

    @Override
    public void tokenObtained(String clientId, String source, URI tokenUrl) {
        lines.add("token for " + clientId + " from " + source);
    }

    @Override
    public void waiting(String what, String cause, Duration wait, int nextAttempt, int maxAttempts) {
        lines.add(what + ": " + cause + ", attempt " + nextAttempt + " of " + maxAttempts + " in " + wait);
    }

    @Override
    public void unclear(String what, String cause, Duration wait) {
        lines.add(what + ": " + cause + ", looking in " + wait);
    }

    @Override
    public void unreadable(String reason) {
        lines.add("unreadable: " + reason);
    }

    @Override
    public void warning(String message) {
        lines.add("warning: " + message);
    }
}
