package io.github.cxonetools.tenant.actions;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.tenant.http.FieldError;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.http.Response;
import io.github.cxonetools.tenant.store.ActionStore;
import io.github.cxonetools.tenant.store.TenantAction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code /api/v2/data-actions}: create, list, get and change actions. */
public final class ActionsApi {

    private static final int DEFAULT_PAGE = 100;
    private static final int MAX_PAGE = 500;

    private final ActionStore store;

    public ActionsApi(ActionStore store) {
        this.store = store;
    }

    public Response create(Request request) throws Problem, UnavailableException {
        TenantAction action = ActionFields.create(UUID.randomUUID().toString(), request.json());
        if (!store.create(action)) {
            throw duplicate(action);
        }
        return Response.json(201, action.toJson()).with("Location", "/api/v2/data-actions/" + action.id());
    }

    public Response list(Request request) throws Problem, UnavailableException {
        Map<String, String> query = request.query();
        int number = positive(query, "pageNumber", 1, Integer.MAX_VALUE);
        int size = positive(query, "pageSize", DEFAULT_PAGE, MAX_PAGE);
        ActionStore.Page page = store.list(query.get("name"), (number - 1L) * size, size);
        String entities = page.actions().stream().map(TenantAction::toJson).collect(Collectors.joining(","));
        return Response.json(
                200,
                "{\"entities\":[" + entities + "],\"pageNumber\":" + number + ",\"pageSize\":" + size + ",\"total\":"
                        + page.total() + "}");
    }

    public Response get(Request request) throws Problem, UnavailableException {
        return Response.json(200, find(request).toJson());
    }

    public Response change(Request request) throws Problem, UnavailableException {
        TenantAction changed =
                ActionFields.change(find(request), request.json()).next();
        return switch (store.update(changed)) {
            case DONE -> Response.json(200, changed.toJson());
            case DUPLICATE -> throw duplicate(changed);
            case CHANGED_MEANWHILE ->
                throw new Problem(409, "conflict", changed.label() + " was changed by somebody else meanwhile");
        };
    }

    /** The action that the request's path names. */
    TenantAction find(Request request) throws Problem, UnavailableException {
        List<String> path = request.path();
        String id = path.get(3);
        return store.find(id).orElseThrow(() -> new Problem(404, "not_found", "There is no action with id " + id));
    }

    private static Problem duplicate(TenantAction action) {
        return new Problem(
                409,
                "conflict",
                action.label() + " exists already",
                List.of(new FieldError("version", "exists already for this name")));
    }

    private static int positive(Map<String, String> query, String name, int byDefault, int max) throws Problem {
        String value = query.get(name);
        if (value == null) {
            return byDefault;
        }
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= max) {
            return Integer.parseInt(value);
        }
        throw Problem.invalid(name, "must be an integer from 1 to " + max);
    }
}
