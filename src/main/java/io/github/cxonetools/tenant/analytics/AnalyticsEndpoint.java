package io.github.cxonetools.tenant.analytics;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.http.Response;
import java.time.Instant;
import java.util.HashMap;
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
        int[] percents = query.percents();
        Latencies.Scratch scratch = new Latencies.Scratch();
        Map<Long, String> times = new HashMap<>();
        counts.forEach((key, row) -> {
            ObjectNode json = data.addObject();
            json.put("timestamp", times.computeIfAbsent(key.startMillis(), AnalyticsEndpoint::time));
            describe(json, query, key);
            row.put(query.metrics(), percents, scratch, json);
        });
        return Response.json(200, body);
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static void describe(ObjectNode json, AnalyticsQuery query, Counts.GroupKey key) {
        for (int i = 0; i < query.groupBy().size(); i++) {
            json.put(query.groupBy().get(i), key.group().get(i));
        }
    }
}
