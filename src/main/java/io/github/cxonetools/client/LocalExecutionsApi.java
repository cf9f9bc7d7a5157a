package io.github.cxonetools.client;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.LocalExecution;
import io.github.cxonetools.client.http.ApiCall;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Executions in a local tenant. CXone has no such endpoint: there, flows execute actions. */
public final class LocalExecutionsApi {

    private final HttpUrl actions;
    private final Sender sender;

    LocalExecutionsApi(HttpUrl actions, Sender sender) {
        this.actions = actions;
        this.sender = sender;
    }

    /**
     * Executes the version {@code actionId} once and waits for its result; an error result is a result.
     *
     * @param payload sent as it is, JSON or not
     */
    public LocalExecution execute(String actionId, byte[] payload) throws CxoneException {
        ApiCall call = new ApiCall(
                "execute the action with id " + actionId,
                ApiCall.CallKind.EXECUTE,
                "POST",
                DataActionsApi.below(actions, actionId)
                        .addPathSegment("executions")
                        .build(),
                payload,
                null,
                ApiCall.LIST_BYTES);
        ObjectNode json = sender.object(call, sender.send(call));
        String status = json.path("status").stringValue("");
        if (!status.equals(ExecutionResult.SUCCESS) && !status.equals(ExecutionResult.ERROR)) {
            throw sender.failures().malformed(call, "status is neither success nor error");
        }
        ExecutionResult result = new ExecutionResult(
                status,
                text(json, "type"),
                text(json, "message"),
                json.get("output"),
                latency(json.path("latency_ms")));
        return LocalExecution.read(result, json);
    }

    private static @Nullable String text(ObjectNode json, String field) {
        JsonNode value = json.path(field);
        return value.isString() ? value.stringValue() : null;
    }

    private static @Nullable Double latency(JsonNode value) {
        return value.isNumber() ? value.asDouble() : null;
    }
}
