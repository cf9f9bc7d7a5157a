package io.github.cxonetools.metrics;

import io.github.cxonetools.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonParser;

/** Rows as a tenant writes them, for tests. */
public final class Rows {

    public static final MetricsWindow WEEK =
            new MetricsWindow(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-08T00:00:00Z"), List.of());

    private Rows() {}

    /** @param rows JSON objects in which {@code '} stands for {@code "} */
    public static List<MetricsRow> rows(String... rows) {
        String array = "[" + String.join(",", rows).replace('\'', '"') + "]";
        try (JsonParser parser = Json.lenientParser(array.getBytes(StandardCharsets.UTF_8))) {
            parser.nextToken();
            return MetricsRow.readAll(parser);
        }
    }

    public static ExecutionMetrics metrics(String... rows) {
        MetricsQuery query = new MetricsQuery(List.of("a-1"), WEEK, "P1D", MetricsQuery.STATUS_AND_VERSION);
        return ExecutionMetrics.of("Sentiment", query, rows(rows));
    }
}
