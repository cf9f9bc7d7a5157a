package io.github.cxonetools.tenant.actions;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.http.Response;
import io.github.cxonetools.tenant.store.ExecutionStore;
import io.github.cxonetools.tenant.store.TenantAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** {@code /local/v1/…/executions}: the platform has no endpoint for what an interaction does there. */
public final class ExecutionsApi {

    private static final int MAX_LATEST = 200;

    private final ActionsApi actions;
    private final Executions executions;
    private final ExecutionStore store;

    public ExecutionsApi(ActionsApi actions, Executions executions, ExecutionStore store) {
        this.actions = actions;
        this.executions = executions;
        this.store = store;
    }

    /** 200 with the result's envelope, an error result too. */
    public Response execute(Request request) throws Problem, UnavailableException {
        TenantAction action = actions.find(request);
        Executions.Recorded done = executions.execute(action, request.body());
        Response answer =
                Response.json(200, done.execution().toJson()).with("Location", "/local/v1/executions/" + done.number());
        return action.deprecated()
                ? answer.with("Warning", "299 - \"This version is deprecated: new flows should not use it\"")
                : answer;
    }

    public Response get(Request request) throws Problem, UnavailableException {
        String id = request.path().get(3);
        if (id.matches("[0-9]{1,18}")) {
            Optional<ExecutionStore.Kept> found = store.find(Long.parseLong(id));
            if (found.isPresent()) {
                return Response.json(200, json(found.get()));
            }
        }
        throw new Problem(404, "not_found", "There is no execution with id " + id);
    }

    /**
     * The latest executions, without their payloads: {@code {"entities":[…]}}. Of those with a number above {@code after} and
     * below {@code before}, with this {@code name}, {@code version} and {@code status}; {@code text} stands in name, payload
     * or result, and is looked for in the newest {@value ExecutionStore#SEARCHED} only.
     */
    public Response latest(Request request) throws Problem, UnavailableException {
        Map<String, String> query = request.query();
        ExecutionStore.ExecutionFilter selection = new ExecutionStore.ExecutionFilter(
                number(query, "after", 0, Long.MAX_VALUE),
                number(query, "before", Long.MAX_VALUE, Long.MAX_VALUE),
                query.get("name"),
                query.get("version"),
                query.get("status"),
                query.get("text"));
        int limit = (int) number(query, "limit", 50, MAX_LATEST);
        List<ExecutionStore.Kept> latest = store.latest(selection, limit);
        ObjectNode body = Json.object();
        ArrayNode entities = body.putArray("entities");
        latest.forEach(execution -> {
            ObjectNode json = json(execution);
            json.remove("payload");
            entities.add(json);
        });
        return Response.json(200, body);
    }

    private static ObjectNode json(ExecutionStore.Kept execution) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(execution.number()))
                .put("timestamp", execution.at().toString())
                .put("actionId", execution.actionId())
                .put("name", execution.name())
                .put("version", execution.version())
                .put("status", execution.status());
        if (!execution.errorType().isEmpty()) {
            json.put("type", execution.errorType());
        }
        if (execution.latencyMicros() >= 0) {
            json.put("latencyMs", execution.latencyMicros() / 1000.0);
        }
        if (execution.cold()) {
            json.put("coldStart", true);
        }
        if (execution.payload() != null) {
            json.put("payload", execution.payload());
        }
        if (execution.result() != null) {
            json.putRawValue("result", new RawValue(execution.result()));
        }
        return json;
    }

    private static long number(Map<String, String> query, String name, long byDefault, long max) throws Problem {
        String value = query.get(name);
        if (value == null) {
            return byDefault;
        }
        if (value.matches("[0-9]{1,18}") && Long.parseLong(value) <= max) {
            return Long.parseLong(value);
        }
        throw Problem.invalid(name, "must be an integer from 0 to " + max);
    }
}
