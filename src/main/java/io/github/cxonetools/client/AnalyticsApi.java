package io.github.cxonetools.client;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Json;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Execution metrics of a tenant. */
public final class AnalyticsApi {

    private final HttpUrl metrics;
    private final Sender sender;

    AnalyticsApi(HttpUrl metrics, Sender sender) {
        this.metrics = metrics;
        this.sender = sender;
    }

    /** Posts the query and gives the whole answer: an object whose {@code data} is an array. */
    public JsonNode query(ObjectNode query) throws CxoneException {
        ApiCall call = new ApiCall(
                "read the metrics",
                ApiCall.Kind.READ,
                "POST",
                metrics,
                Json.compact(query).getBytes(StandardCharsets.UTF_8),
                Scope.ANALYTICS_READ,
                ApiCall.LIST_BYTES);
        ObjectNode answer = sender.object(call, sender.send(call));
        if (!answer.path("data").isArray()) {
            throw sender.failures().malformed(call, "data is no array");
        }
        return answer;
    }
}
