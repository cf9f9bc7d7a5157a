package io.github.cxonetools.action;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One execution in a local tenant: its result, and what only a tenant on the developer's machine can tell besides. On the wire
 * the result's envelope with {@code "reached":false}, {@code "cold_start":true} and {@code "stack":"…"}, each only where it
 * applies.
 *
 * @param reached false where nobody answers at the handler's URL: no handler has failed then
 * @param cold whether it was the handler's first call, which loads classes and opens connections
 * @param stack of the handler's exception, as a JVM prints it; null where none is known
 */
public record LocalExecution(
        ExecutionResult result,
        boolean reached,
        boolean cold,
        @Nullable String stack) {

    /** An execution of which only the result is known. */
    public static LocalExecution of(ExecutionResult result) {
        return new LocalExecution(result, true, false, null);
    }

    /** What {@code json} says beside {@code result}. */
    public static LocalExecution read(ExecutionResult result, JsonNode json) {
        JsonNode stack = json.path("stack");
        return new LocalExecution(
                result,
                json.path("reached").asBoolean(true),
                json.path("cold_start").asBoolean(false),
                stack.isString() ? stack.stringValue() : null);
    }

    /** The envelope. */
    public ObjectNode toJson() {
        ObjectNode json = result.toJson();
        if (!reached) {
            json.put("reached", false);
        }
        if (cold) {
            json.put("cold_start", true);
        }
        if (stack != null) {
            json.put("stack", stack);
        }
        return json;
    }
}
