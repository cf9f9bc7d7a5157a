package io.github.cxonetools.metrics;

import io.github.cxonetools.action.RejectedException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A query for the metrics of one action.
 *
 * @param actionIds the tenant's ids, one for each creation of a version
 * @param window the time asked for
 * @param interval the width of a row in time, an ISO-8601 period such as {@code P1D}
 * @param groupBy the dimensions that rows are grouped by; {@code status} and {@code version} are known to exist
 */
public record MetricsQuery(List<String> actionIds, MetricsWindow window, String interval, List<String> groupBy) {

    /** What the gate asks by, and users who do not say otherwise. */
    public static final List<String> STATUS_AND_VERSION = List.of("status", "version");

    private static final Pattern DIMENSION = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    /** @throws IllegalArgumentException with a message for the user */
    public MetricsQuery {
        actionIds = List.copyOf(actionIds);
        groupBy = List.copyOf(groupBy);
        checkInterval(interval, window);
        interval = interval.toUpperCase(Locale.ROOT);
        checkGroupings(groupBy);
    }

    /**
     * Reads interval and groupings as users write them.
     *
     * @param groupBy comma-separated; may be empty
     */
    public static MetricsQuery parse(List<String> actionIds, MetricsWindow window, String interval, String groupBy)
            throws RejectedException {
        List<String> groupings = new ArrayList<>();
        for (String grouping : groupBy.split(",")) {
            if (!grouping.isBlank()) {
                groupings.add(grouping.strip());
            }
        }
        try {
            return new MetricsQuery(actionIds, window, interval.strip(), groupings);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The same question about another window. */
    public MetricsQuery over(MetricsWindow other) {
        return new MetricsQuery(actionIds, other, interval, groupBy);
    }

    /** The body of the request for one of the ids; one filter a request, because several would have to hold at once. */
    public ObjectNode toJson(String actionId) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("dateFrom", window.from().toString())
                .put("dateTo", window.to().toString());
        ArrayNode groupings = json.putArray("groupBy");
        for (String grouping : groupBy) {
            groupings.add(grouping);
        }
        json.put("interval", interval);
        json.putArray("filters")
                .addObject()
                .put("dimension", "actionId")
                .put("operator", "EQUALS")
                .put("value", actionId);
        json.putArray("metrics").add("count").add("avgLatencyMs").add("errorRate");
        return json;
    }

    private static void checkInterval(String interval, MetricsWindow window) {
        IsoPeriod period;
        try {
            period = IsoPeriod.parse(interval);
        } catch (DateTimeException e) {
            throw unusable(interval, "which is not a positive ISO-8601 period", e);
        }
        try {
            Moments.checkYear(period.after(window.from()));
        } catch (DateTimeException | ArithmeticException e) {
            throw unusable(interval, "which ends after the year 9999", e);
        }
    }

    private static IllegalArgumentException unusable(String interval, String problem, Exception cause) {
        return new IllegalArgumentException(
                "cxone.interval is \"" + interval + "\", " + problem + ". Write P1D, PT1H or the like", cause);
    }

    private static void checkGroupings(List<String> groupBy) {
        for (String grouping : groupBy) {
            if (!DIMENSION.matcher(grouping).matches()) {
                throw new IllegalArgumentException("cxone.groupBy holds \"" + grouping
                        + "\", which is not a dimension. Write names separated by commas, for example status,version");
            }
        }
        if (new HashSet<>(groupBy).size() != groupBy.size()) {
            throw new IllegalArgumentException("cxone.groupBy names a dimension twice: " + String.join(",", groupBy));
        }
    }
}
