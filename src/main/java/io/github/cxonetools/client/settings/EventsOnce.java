package io.github.cxonetools.client.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells once what is true for a whole build. */
public record EventsOnce(ClientEvents events, Set<String> told) implements ClientEvents {

    public EventsOnce(ClientEvents events) {
        this(events, ConcurrentHashMap.newKeySet());
    }

    @Override
    public void tokenObtained(String clientId, String source, URI tokenUrl) {
        events.tokenObtained(clientId, source, tokenUrl);
    }

    @Override
    public void waiting(String what, String cause, Duration wait, int nextAttempt, int maxAttempts) {
        events.waiting(what, cause, wait, nextAttempt, maxAttempts);
    }

    @Override
    public void unclear(String what, String cause, Duration wait) {
        events.unclear(what, cause, wait);
    }

    @Override
    public void unreadable(String reason) {
        if (told.add("unreadable")) {
            events.unreadable(reason);
        }
    }

    @Override
    public void warning(String message) {
        if (told.add(message)) {
            events.warning(message);
        }
    }
}
