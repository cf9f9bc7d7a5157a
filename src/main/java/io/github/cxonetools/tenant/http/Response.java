package io.github.cxonetools.tenant.http;

import io.github.cxonetools.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An HTTP response of the tenant. */
public record Response(int status, String contentType, byte[] body, Map<String, String> headers) {

    public static Response json(int status, JsonNode body) {
        return json(status, Json.compact(body));
    }

    /** As {@link #json(int, JsonNode)}, from text that is JSON already. */
    public static Response json(int status, String body) {
        return new Response(status, "application/json", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Response html(int status, String body) {
        return new Response(status, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, contentType, body, more);
    }
}
