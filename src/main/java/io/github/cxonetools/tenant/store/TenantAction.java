package io.github.cxonetools.tenant.store;

import io.github.cxonetools.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One action as the tenant stores it.
 *
 * @param inputSchema compact JSON, as {@code outputSchema}: read a thousand times as text for each time that it is parsed
 * @param revision grows with each change
 */
public record TenantAction(
        String id,
        String name,
        String version,
        boolean deprecated,
        String inputSchema,
        String outputSchema,
        String handlerUrl,
        int timeoutMs,
        @Nullable String description,
        long revision) {

    /** {@code name version}, as messages write it. */
    public String label() {
        return name + " " + version;
    }

    /** The same as the next revision. */
    public TenantAction next() {
        return new TenantAction(
                id,
                name,
                version,
                deprecated,
                inputSchema,
                outputSchema,
                handlerUrl,
                timeoutMs,
                description,
                revision + 1);
    }

    /** The action on the wire. */
    public String toJson() {
        return "{\"id\":" + quoted(id) + ",\"name\":" + quoted(name) + ",\"version\":" + quoted(version)
                + ",\"isDeprecated\":" + deprecated + ",\"inputSchema\":" + inputSchema + ",\"outputSchema\":"
                + outputSchema + ",\"handlerUrl\":" + quoted(handlerUrl) + ",\"timeoutMs\":" + timeoutMs
                + ",\"description\":" + quoted(description) + "}";
    }

    private static String quoted(@Nullable String text) {
        return Json.quoted(text);
    }
}
