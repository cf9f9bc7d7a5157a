package io.github.cxonetools.tenant.analytics;

import io.github.cxonetools.json.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The answer to a metrics query as JSON text, without a tree of its rows: there may be 20,000. */
final class AnswerText {

    private static final int MILLIONTHS = 1_000_000;
    private static final int THOUSANDTHS = 1_000;

    private final List<String> groupBy;
    private final List<String> metrics;

    /** Those that the metrics ask for, ascending. */
    private final int[] percents;

    private final Latencies.Scratch scratch = new Latencies.Scratch();
    private final StringBuilder text = new StringBuilder("{\"data\":[");

    /** Rows of one group share its values, and neighbours in time its text. */
    private final Map<List<String>, String> groups = new IdentityHashMap<>();

    private long startMillis;
    private String timestamp = "";

    AnswerText(AnalyticsQuery query) {
        this.groupBy = query.groupBy();
        this.metrics = query.metrics();
        this.percents = query.percents();
    }

    /** The whole answer. */
    static String of(AnalyticsQuery query, List<Counts> rows) {
        AnswerText answer = new AnswerText(query);
        for (Counts row : rows) {
            answer.add(row);
        }
        return answer.end();
    }

    private void add(Counts row) {
        if (timestamp.isEmpty() || row.startMillis() != startMillis) {
            startMillis = row.startMillis();
            timestamp = "{\"timestamp\":"
                    + Json.quoted(Instant.ofEpochMilli(startMillis).toString());
        }
        text.append(timestamp).append(groups.computeIfAbsent(row.group(), this::group));
        long[] percentiles = row.percentiles(scratch, percents);
        for (String metric : metrics) {
            if (metric.equals("count")) {
                name(metric).append(row.executions());
            } else if (metric.equals("errorRate")) {
                name(metric);
                decimal(Math.round(row.errorRate() * MILLIONTHS), MILLIONTHS);
            } else if (row.isMeasured()) {
                int at = Arrays.binarySearch(percents, AnalyticsQuery.percent(metric));
                name(metric);
                decimal(at < 0 ? Math.round(row.averageMicros()) : percentiles[at], THOUSANDTHS);
            }
        }
        text.append("},");
    }

    private String end() {
        if (text.charAt(text.length() - 1) == ',') {
            text.setLength(text.length() - 1);
        }
        return text.append("]}").toString();
    }

    private String group(List<String> values) {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < groupBy.size(); i++) {
            members.append(",\"").append(groupBy.get(i)).append("\":").append(Json.quoted(values.get(i)));
        }
        return members.toString();
    }

    /** Names of metrics and dimensions are this tenant's own, and need no escapes. */
    private StringBuilder name(String metric) {
        return text.append(",\"").append(metric).append("\":");
    }

    /** With at least one digit after the point, and no zeroes at the end: {@code 0.0}, {@code 12.05}. */
    private void decimal(long value, int unit) {
        text.append(value / unit).append('.');
        long rest = value % unit;
        int digit = unit / 10;
        do {
            text.append((char) ('0' + rest / digit));
            rest %= digit;
            digit /= 10;
        } while (rest > 0);
    }
}
