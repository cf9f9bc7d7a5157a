package io.github.cxonetools.action;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An action as a project declares it.
 *
 * @param name letters, digits, {@code -}, {@code _}, {@code .}; usable as a folder's name on every file system
 * @param version the version this build makes, for example {@code 1.0.0}
 * @param description what the action does, or null
 * @param handler a class that is a {@code Function<I, O>}, or {@code Class#method}; null where only types are given
 * @param input the input type in Java notation, or null to read it from the handler's signature
 * @param output the output type in Java notation, or null to read it from the handler's signature
 * @param handlerUrl where CXone calls the handler: HTTPS, or HTTP to loopback; null until it is deployed
 * @param timeoutMs how long CXone waits for the handler, in milliseconds, 1 to 60000
 */
public record ActionDefinition(
        String name,
        String version,
        @Nullable String description,
        @Nullable String handler,
        @Nullable String input,
        @Nullable String output,
        @Nullable URI handlerUrl,
        int timeoutMs) {

    /** How long CXone waits for a handler where an action does not say. */
    public static final int DEFAULT_TIMEOUT_MS = 5000;

    private static final int MAX_TIMEOUT_MS = 60_000;

    /**
     * Checks every field that can be checked alone.
     *
     * @throws IllegalArgumentException with a message for the user: the action, the value, what is allowed
     */
    public ActionDefinition {
        ActionName.check(name);
        if (version.isBlank()) {
            throw new IllegalArgumentException(name + ": the version is empty. Set <version> in the action");
        }
        if (timeoutMs < 1 || timeoutMs > MAX_TIMEOUT_MS) {
            throw new IllegalArgumentException(name + ": timeoutMs is " + timeoutMs + ". Use 1 to " + MAX_TIMEOUT_MS);
        }
        if (handlerUrl != null) {
            HandlerUrls.check(name, handlerUrl);
        }
    }

    /** {@code name version}, as messages write it. */
    public String label() {
        return name + " " + version;
    }
}
