package io.github.cxonetools.report.metrics;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.metrics.MetricsRow;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The table of rows as the tenant answered them; a cell that makes no sense shows what came, and is marked. */
final class MetricsCells {

    static final int MAX_ROWS = 500;

    private MetricsCells() {}

    static List<Map<String, Object>> rows(List<MetricsRow> rows) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (MetricsRow row : rows.subList(0, Math.min(MAX_ROWS, rows.size()))) {
            shown.add(Map.of("cells", cells(row)));
        }
        return shown;
    }

    private static List<Map<String, Object>> cells(MetricsRow row) {
        String count = row.count() == null ? null : NumberText.count(row.count());
        return List.of(
                cell(
                        row,
                        "timestamp",
                        row.timestamp() == null ? null : row.timestamp().toString(),
                        "time"),
                cell(row, "version", row.version(), ""),
                cell(row, "status", row.status(), ""),
                cell(row, "count", count, "figure"),
                cell(row, "errorRate", row.errorRate() == null ? null : FigureWords.percent(row.errorRate()), "figure"),
                cell(
                        row,
                        "avgLatencyMs",
                        row.avgLatencyMs() == null ? null : FigureWords.duration(row.avgLatencyMs()),
                        "figure"),
                Map.of("text", others(row), "tone", ""));
    }

    private static Map<String, Object> cell(MetricsRow row, String member, @Nullable String text, String tone) {
        JsonNode odd = row.others().get(member);
        if (odd != null) {
            return Map.of("text", VisibleText.oneLine(Json.compact(odd)), "tone", "odd");
        }
        return Map.of("text", text == null ? FigureWords.ABSENT : VisibleText.oneLine(text), "tone", tone);
    }

    private static String others(MetricsRow row) {
        ObjectNode others = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> other : row.others().entrySet()) {
            if (!MetricsRow.KNOWN.contains(other.getKey())) {
                others.set(other.getKey(), other.getValue());
            }
        }
        return others.isEmpty() ? "" : VisibleText.oneLine(Json.compact(others));
    }
}
