package io.github.cxonetools.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one execution of an action came to. On the wire and in files:
 * {@code {"status":"success","output":{…},"latency_ms":0.41}} or
 * {@code {"status":"error","type":"validation","message":"input: /tags …"}}.
 *
 * @param status {@code success} or {@code error}
 * @param type null for a success; else {@code validation} (payload, binding or output broke the contract) or
 *     {@code runtime} (the handler failed)
 * @param message null for a success
 * @param output the handler's answer; null for an error
 * @param latencyMs time around the handler alone, in milliseconds; null where it was not called
 * @param findings what the message says, as values; empty for a success, and where only the message is known
 */
public record ExecutionResult(
        String status,
        @Nullable String type,
        @Nullable String message,
        @Nullable JsonNode output,
        @Nullable Double latencyMs,
        List<ExecutionFinding> findings) {

    public static final String SUCCESS = "success";
    public static final String ERROR = "error";
    public static final String VALIDATION = "validation";
    public static final String RUNTIME = "runtime";

    /** A result of which only the message is known. */
    public ExecutionResult(
            String status,
            @Nullable String type,
            @Nullable String message,
            @Nullable JsonNode output,
            @Nullable Double latencyMs) {
        this(status, type, message, output, latencyMs, List.of());
    }

    public static ExecutionResult success(JsonNode output, double latencyMs) {
        return new ExecutionResult(SUCCESS, null, null, output, latencyMs);
    }

    public static ExecutionResult error(String type, String message, @Nullable Double latencyMs) {
        return new ExecutionResult(ERROR, type, message, null, latencyMs);
    }

    /** An error whose message is what {@code findings} say. */
    public static ExecutionResult error(String type, List<ExecutionFinding> findings, @Nullable Double latencyMs) {
        return new ExecutionResult(
                ERROR, type, ExecutionFinding.message(findings), null, latencyMs, List.copyOf(findings));
    }

    /** The same result without its output. */
    public ExecutionResult withoutOutput() {
        return new ExecutionResult(status, type, message, null, latencyMs, findings);
    }

    public boolean isSuccess() {
        return status.equals(SUCCESS);
    }

    /** The envelope, with members in the documented order; {@code latency_ms} is left out where it is unknown. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", status);
        if (type != null) {
            json.put("type", type);
        }
        if (message != null) {
            json.put("message", message);
        }
        if (output != null) {
            json.set("output", output);
        }
        if (latencyMs != null) {
            json.put("latency_ms", latencyMs);
        }
        return json;
    }
}
