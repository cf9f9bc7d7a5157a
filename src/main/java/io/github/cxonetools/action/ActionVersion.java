package io.github.cxonetools.action;

import io.github.cxonetools.text.VisibleText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One version of an action in a tenant. What a tenant leaves out of its answer is null here, never a guess.
 *
 * @param id the tenant's id; null before creation
 * @param name the action's name
 * @param version the version's label
 * @param deprecated {@code isDeprecated} on the wire
 * @param inputSchema JSON Schema draft-07
 * @param outputSchema JSON Schema draft-07
 * @param handlerUrl where CXone calls the handler
 * @param timeoutMs how long CXone waits for it, in milliseconds
 * @param description may be null or absent on the wire; both are null here
 */
public record ActionVersion(
        @Nullable String id,
        String name,
        String version,
        @Nullable Boolean deprecated,
        @Nullable JsonNode inputSchema,
        @Nullable JsonNode outputSchema,
        @Nullable String handlerUrl,
        @Nullable Integer timeoutMs,
        @Nullable String description) {

    /** {@code name version}, as messages write it. */
    public String label() {
        return VisibleText.oneLine(name + " " + version);
    }
}
