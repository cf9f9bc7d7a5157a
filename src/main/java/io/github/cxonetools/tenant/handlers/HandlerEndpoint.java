package io.github.cxonetools.tenant.handlers;

import io.github.cxonetools.execution.HandlerAnswer;
import io.github.cxonetools.execution.ObservedCall;
import io.github.cxonetools.execution.OwnFrames;
import io.github.cxonetools.execution.ServedAnswer;
import io.github.cxonetools.tenant.http.LocalOnly;
import io.github.cxonetools.tenant.http.Loopback;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.http.Response;
import io.github.cxonetools.tenant.http.Routes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Answers on one port for the handlers that have their URLs there. */
final class HandlerEndpoint implements Loopback.Responder {

    private final LocalOnly localOnly;
    private final Map<String, Map.Entry<URI, ServedHandler>> byPath;
    private final HandlerEvents events;

    HandlerEndpoint(URI address, Map<URI, ServedHandler> handlers, HandlerEvents events) {
        this.localOnly = new LocalOnly(address.getPort(), address.getHost());
        this.byPath = handlers.entrySet().stream()
                .collect(Collectors.toMap(each -> path(each.getKey()), each -> each, (first, second) -> first));
        this.events = events;
    }

    @Override
    public Response answer(Request request) throws Problem {
        localOnly.check(request);
        Map.Entry<URI, ServedHandler> served = byPath.get("/" + String.join("/", request.path()));
        if (served == null) {
            return timed(new Problem(404, "not_found", "No handler has its URL here").toAnswer(), ServedAnswer.NOBODY);
        }
        if (request.method().equals("OPTIONS")) {
            // Whose time is over asks who takes it.
            return timed(Response.json(200, "{}").with("Allow", "POST, OPTIONS"), ServedAnswer.NOBODY);
        }
        if (!request.method().equals("POST")) {
            throw new Problem(405, "method_not_allowed", "A handler answers POST");
        }
        if (!request.mediaType().equals(Routes.JSON)) {
            throw new Problem(415, "unsupported_media_type", "The body must be " + Routes.JSON);
        }
        return call(served.getKey(), served.getValue(), request.body());
    }

    @Override
    public void failed(Request request, Throwable defect) {
        Map.Entry<URI, ServedHandler> served = byPath.get("/" + String.join("/", request.path()));
        if (served != null) {
            events.failed(served.getKey(), defect.toString(), null);
        }
    }

    private Response call(URI url, ServedHandler handler, byte[] payload) {
        ObservedCall call = handler.handler().submit(payload, handler.timeout()).get();
        ServedAnswer served = ServedAnswer.of(call);
        if (call.answer() instanceof HandlerAnswer.Output output) {
            return timed(Response.json(200, new String(output.json(), StandardCharsets.UTF_8)), served);
        }
        Problem problem = problem(call.answer());
        String stack =
                call.stack() == null ? null : OwnFrames.ofProject(call.stack().text());
        events.failed(url, String.valueOf(problem.getMessage()), stack);
        ObjectNode body = problem.toJson();
        if (stack != null) {
            body.put("stack", stack);
        }
        return timed(Response.json(problem.status(), body), served);
    }

    private static Response timed(Response answer, ServedAnswer served) {
        Response timed = answer;
        for (Map.Entry<String, String> header : served.toHeaders().entrySet()) {
            timed = timed.with(header.getKey(), header.getValue());
        }
        return timed;
    }

    private static Problem problem(HandlerAnswer answer) {
        if (answer instanceof HandlerAnswer.BindingFailure failure) {
            return new Problem(422, "unprocessable_payload", "binding: " + failure.problem());
        }
        if (answer instanceof HandlerAnswer.UnusableOutput unusable) {
            return new Problem(500, "unusable_output", "output: " + unusable.problem());
        }
        return new Problem(500, "handler_failed", ((HandlerAnswer.RunFailure) answer).problem());
    }

    private static String path(URI url) {
        return url.getPath().isEmpty() ? "/" : url.getPath();
    }
}
