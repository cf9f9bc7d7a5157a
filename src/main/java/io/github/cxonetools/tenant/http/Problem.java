package io.github.cxonetools.tenant.http;

import io.github.cxonetools.json.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that is answered with a failure: the status and the body {@code {"message","code","status","errors"}}. */
public final class Problem extends Exception {

    private static final long serialVersionUID = 1;

    /** Who reads more? A body may have millions of fields that are unknown. */
    private static final int MAX_ERRORS = 100;

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;

    public Problem(int status, String code, String message) {
        this(status, code, message, List.of());
    }

    public Problem(int status, String code, String message, List<FieldError> errors) {
        super(message, null, false, false); // An answer, not a defect: its stack would tell nobody anything.
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors.subList(0, Math.min(errors.size(), MAX_ERRORS)));
    }

    /** 400 with what is wrong in each field. */
    public static Problem invalid(List<FieldError> errors) {
        FieldError first = errors.get(0);
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        return new Problem(400, "bad_request", first.field() + ": " + first.message() + more, errors);
    }

    /** 400 for one field. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public int status() {
        return status;
    }

    public Response toAnswer() {
        return Response.json(status, toJson());
    }

    /** The body: {@code {"message","code","status","errors"}}. */
    public ObjectNode toJson() {
        ObjectNode body =
                Json.object().put("message", getMessage()).put("code", code).put("status", status);
        ArrayNode list = body.putArray("errors");
        errors.forEach(error -> list.addObject().put("field", error.field()).put("message", error.message()));
        return body;
    }
}
