package io.github.cxonetools.tenant.analytics;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.http.Response;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v2/analytics/data-actions/details/query}. */
public final class AnalyticsEndpoint {

    private final Analytics analytics;

    public AnalyticsEndpoint(Analytics analytics) {
        this.analytics = analytics;
    }

    public Response query(Request request) throws Problem, UnavailableException {
        AnalyticsQuery query = AnalyticsQueryReader.read(request.json());
        Map<Counts.GroupKey, Counts> counts = analytics.run(query);
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        counts.forEach((key, row) -> row(data.addObject(), query, key, row));
        return Response.json(200, body);
    }

    private static void row(ObjectNode json, AnalyticsQuery query, Counts.GroupKey key, Counts row) {
        json.put("timestamp", Instant.ofEpochMilli(key.startMillis()).toString());
        for (int i = 0; i < query.groupBy().size(); i++) {
            json.put(query.groupBy().get(i), key.group().get(i));
        }
        query.metrics().forEach(metric -> row.put(metric, json));
    }
}
