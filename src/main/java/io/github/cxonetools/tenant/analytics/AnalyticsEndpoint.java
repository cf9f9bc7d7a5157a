package io.github.cxonetools.tenant.analytics;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.http.Response;

/** {@code /api/v2/analytics/data-actions/details/query}. */
public final class AnalyticsEndpoint {

    private final Analytics analytics;

    public AnalyticsEndpoint(Analytics analytics) {
        this.analytics = analytics;
    }

    public Response query(Request request) throws Problem, UnavailableException {
        AnalyticsQuery query = AnalyticsQueryReader.read(request.json());
        return Response.json(200, AnswerText.of(query, analytics.run(query)));
    }
}
