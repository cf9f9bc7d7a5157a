package io.github.cxonetools.report.deployment;

import io.github.cxonetools.client.settings.ClientEvents;
import io.github.cxonetools.report.text.Durations;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/** Words what a client tells, for the console. */
public final class ClientConsole implements ClientEvents {

    private final Consumer<String> info;
    private final Consumer<String> warn;

    /**
     * Writes line by line.
     *
     * @param info for what happens
     * @param warn for what the user should look at
     */
    public ClientConsole(Consumer<String> info, Consumer<String> warn) {
        this.info = info;
        this.warn = warn;
    }

    @Override
    public void tokenObtained(String clientId, String source, URI tokenUrl) {
        info.accept("Obtained an access token from " + tokenUrl + " for client " + clientId + " (credentials from "
                + source + ")");
    }

    @Override
    public void waiting(String what, String cause, Duration wait, int nextAttempt, int maxAttempts) {
        warn.accept("Could not " + what + " yet: " + cause + ". Attempt " + nextAttempt + " of " + maxAttempts + " in "
                + Durations.text(wait));
    }

    @Override
    public void unclear(String what, String cause, Duration wait) {
        warn.accept("Could not " + what + " for certain: " + cause + ". Looking in " + Durations.text(wait)
                + " whether it is there");
    }

    @Override
    public void unreadable(String reason) {
        warn.accept("The tenant cannot be read (" + reason + "): what was deployed is taken from the receipts");
    }

    @Override
    public void warning(String message) {
        warn.accept(message);
    }
}
