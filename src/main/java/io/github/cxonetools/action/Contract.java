package io.github.cxonetools.action;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an action promises: the part of it that the jar carries and that no environment changes.
 *
 * @param name the action's name
 * @param version the action's version
 * @param description what the action does, or null
 * @param timeoutMs how long CXone waits for the handler, in milliseconds
 * @param inputSchema JSON Schema draft-07, everything inline
 * @param outputSchema JSON Schema draft-07, everything inline
 */
public record Contract(
        String name,
        String version,
        @Nullable String description,
        int timeoutMs,
        JsonNode inputSchema,
        JsonNode outputSchema) {

    /** {@code name version}, as messages write it. */
    public String label() {
        return name + " " + version;
    }
}
