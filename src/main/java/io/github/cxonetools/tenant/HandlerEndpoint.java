package io.github.cxonetools.tenant;

import io.github.cxonetools.execution.HandlerAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers on one port for the handlers that have their URLs there. */
final class HandlerEndpoint implements Loopback.Endpoint {

    private final LocalOnly localOnly;
    private final Map<String, ServedHandler> byPath;

    HandlerEndpoint(URI address, Map<URI, ServedHandler> handlers) {
        this.localOnly = new LocalOnly(address.getPort(), address.getHost());
        this.byPath = handlers.entrySet().stream()
                .collect(Collectors.toMap(each -> path(each.getKey()), Map.Entry::getValue, (first, second) -> first));
    }

    @Override
    public Answer answer(Request request) throws Problem {
        localOnly.check(request);
        ServedHandler served = byPath.get("/" + String.join("/", request.path()));
        if (served == null) {
            throw new Problem(404, "not_found", "No handler has its URL here");
        }
        if (!request.method().equals("POST")) {
            throw new Problem(405, "method_not_allowed", "A handler answers POST");
        }
        if (!request.mediaType().equals(Routes.JSON)) {
            throw new Problem(415, "unsupported_media_type", "The body must be " + Routes.JSON);
        }
        HandlerAnswer answer = served.handler().call(request.body(), served.timeout());
        if (answer instanceof HandlerAnswer.Output output) {
            return Answer.json(200, new String(output.json(), StandardCharsets.UTF_8));
        }
        throw problem(answer);
    }

    private static Problem problem(HandlerAnswer answer) {
        if (answer instanceof HandlerAnswer.BindingFailure failure) {
            return new Problem(422, "unprocessable_payload", "binding: " + failure.problem());
        }
        if (answer instanceof HandlerAnswer.UnusableOutput unusable) {
            return new Problem(500, "unusable_output", "output: " + unusable.problem());
        }
        return new Problem(500, "handler_failed", ((HandlerAnswer.Failure) answer).problem());
    }

    private static String path(URI url) {
        return url.getPath().isEmpty() ? "/" : url.getPath();
    }
}
