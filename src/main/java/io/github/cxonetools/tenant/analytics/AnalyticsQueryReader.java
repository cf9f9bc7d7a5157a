package io.github.cxonetools.tenant.analytics;

import io.github.cxonetools.tenant.http.FieldError;
import io.github.cxonetools.tenant.http.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a metrics query from a request's body and collects what is not acceptable in it. */
final class AnalyticsQueryReader {

    private static final Set<String> KNOWN = Set.of("dateFrom", "dateTo", "groupBy", "interval", "filters", "metrics");
    private static final Set<String> FILTER = Set.of("dimension", "operator", "value");

    private static final int MAX_LIST = 100;

    private final ObjectNode body;
    private final List<FieldError> errors = new ArrayList<>();

    private AnalyticsQueryReader(ObjectNode body) {
        this.body = body;
    }

    static AnalyticsQuery read(ObjectNode body) throws Problem {
        return new AnalyticsQueryReader(body).read();
    }

    private AnalyticsQuery read() throws Problem {
        body.propertyNames().stream().filter(name -> !KNOWN.contains(name)).forEach(name -> error(name, "is unknown"));
        Instant from = instant("dateFrom");
        Instant to = instant("dateTo");
        if (to.isBefore(from)) {
            error("dateTo", "is before dateFrom");
        }
        List<String> metrics = names("metrics", AnalyticsQuery.METRICS);
        AnalyticsQuery query = new AnalyticsQuery(
                from,
                to,
                names("groupBy", AnalyticsQuery.DIMENSIONS),
                interval(),
                filters(),
                metrics.isEmpty() ? List.of("count", "avgLatencyMs", "errorRate") : metrics);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return query;
    }

    private Instant instant(String field) {
        JsonNode value = body.get(field);
        if (value == null) {
            error(field, "is required");
        } else {
            try {
                return OffsetDateTime.parse(value.asString("")).toInstant();
            } catch (DateTimeException e) {
                error(field, "must be an instant such as 2026-01-01T00:00:00Z");
            }
        }
        return Instant.EPOCH;
    }

    private List<String> names(String field, Set<String> allowed) {
        JsonNode value = body.path(field);
        if (!value.isMissingNode() && !value.isArray()) {
            error(field, "must be a list");
        }
        Set<String> names = new LinkedHashSet<>();
        if (isTooLong(field, value)) {
            return List.of();
        }
        for (JsonNode each : value) {
            if (each.isString() && allowed.contains(each.stringValue())) {
                names.add(each.stringValue());
            } else {
                error(field, "may hold " + String.join(", ", new TreeSet<>(allowed)));
            }
        }
        return List.copyOf(names);
    }

    private @Nullable Interval interval() {
        JsonNode value = body.get("interval");
        if (value == null || value.isNull()) {
            return null;
        }
        Interval interval = value.isString() ? Interval.parse(value.stringValue()) : null;
        if (interval == null) {
            error("interval", "must be an ISO-8601 duration of a second or more, such as P1D or PT1H");
        }
        return interval;
    }

    private List<AnalyticsQuery.Filter> filters() {
        JsonNode value = body.path("filters");
        if (!value.isMissingNode() && !value.isArray()) {
            error("filters", "must be a list");
        }
        List<AnalyticsQuery.Filter> filters = new ArrayList<>();
        if (isTooLong("filters", value)) {
            return filters;
        }
        for (JsonNode each : value) {
            filter(each, "filters[" + filters.size() + "]", filters);
        }
        return filters;
    }

    private void filter(JsonNode filter, String field, List<AnalyticsQuery.Filter> filters) {
        String dimension = filter.path("dimension").asString("");
        if (!filter.isObject() || !FILTER.containsAll(filter.propertyNames())) {
            error(field, "must be an object of dimension, operator and value");
        } else if (!AnalyticsQuery.DIMENSIONS.contains(dimension)) {
            error(
                    field + ".dimension",
                    "must be one of " + String.join(", ", new TreeSet<>(AnalyticsQuery.DIMENSIONS)));
        } else if (!filter.path("operator").asString("").equals("EQUALS")) {
            error(field + ".operator", "must be EQUALS");
        } else if (!filter.path("value").isString()) {
            error(field + ".value", "must be a string");
        }
        filters.add(new AnalyticsQuery.Filter(dimension, filter.path("value").asString("")));
    }

    private boolean isTooLong(String field, JsonNode list) {
        boolean isTooLong = list.size() > MAX_LIST;
        if (isTooLong) {
            error(field, "may hold at most " + MAX_LIST + " entries");
        }
        return isTooLong;
    }

    private void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
