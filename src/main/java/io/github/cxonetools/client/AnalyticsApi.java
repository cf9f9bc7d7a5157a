package io.github.cxonetools.client;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.http.ApiCall;
import io.github.cxonetools.client.http.Attempts;
import io.github.cxonetools.client.http.Failures;
import io.github.cxonetools.client.http.Outcome;
import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Execution metrics of a tenant. */
public final class AnalyticsApi {

    private static final String NO_ROWS = "data is not an array";

    private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);

    private final HttpUrl metrics;
    private final Sender sender;

    AnalyticsApi(HttpUrl metrics, Sender sender) {
        this.metrics = metrics;
        this.sender = sender;
    }

    /** Posts the query and gives the whole answer: an object whose {@code data} is an array. */
    public JsonNode query(ObjectNode query) throws CxoneException {
        ApiCall call = call(query);
        Answer answer = sender.send(call);
        ObjectNode rows = sender.object(call, answer);
        if (!rows.path("data").isArray()) {
            throw sender.unfit(call, answer, NO_ROWS);
        }
        return rows;
    }

    /**
     * Posts the query and hands over the answer's rows one by one, so that no tree of them is built.
     *
     * @param row called with the parser at a row's first token; it leaves the parser at the row's last
     * @return empty, or the tenant's refusal of the question itself (400, 413 or 422), to which another form may help
     */
    public Optional<RejectedException> rows(ObjectNode query, Consumer<JsonParser> row) throws CxoneException {
        ApiCall call = call(query);
        Attempts attempts = sender.attempts();
        Outcome outcome = sender.outcome(call, attempts);
        if (outcome instanceof Answer answer && answer.isSuccess()) {
            read(call, answer, row);
            return Optional.empty();
        }
        CxoneException failure = sender.failures().of(call, outcome, attempts);
        if (outcome instanceof Answer answer
                && REFUSALS.contains(answer.status())
                && failure instanceof RejectedException refusal) {
            return Optional.of(refusal);
        }
        throw failure;
    }

    private void read(ApiCall call, Answer answer, Consumer<JsonParser> row) throws CxoneException {
        boolean found = false;
        try (JsonParser parser = Json.lenientParser(answer.body())) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            while (object && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean data = parser.currentName().equals("data");
                if (parser.nextToken() == JsonToken.START_ARRAY && data) {
                    found = true;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        row.accept(parser);
                    }
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw sender.failures().malformed(call, Failures.noJson(e));
        }
        if (!found) {
            throw sender.unfit(call, answer, NO_ROWS);
        }
    }

    private ApiCall call(ObjectNode query) {
        return new ApiCall(
                "read the metrics",
                ApiCall.CallKind.READ,
                "POST",
                metrics,
                Json.compact(query).getBytes(StandardCharsets.UTF_8),
                Scope.ANALYTICS_READ,
                ApiCall.LIST_BYTES);
    }
}
