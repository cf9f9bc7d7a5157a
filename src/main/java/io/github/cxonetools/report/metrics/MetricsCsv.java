package io.github.cxonetools.report.metrics;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.MetricsRow;
import io.github.cxonetools.text.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code metrics.csv} as RFC 4180 has it, with a header and CRLF: the rows as they came. An empty cell is a figure
 * that is not known. What cannot be seen is written as an escape. Text that a spreadsheet would run as a formula is preceded by an
 * apostrophe (OWASP, CSV injection).
 */
final class MetricsCsv {

    private static final List<String> HEADER =
            List.of("action", "timestamp", "version", "status", "count", "errorRate", "avgLatencyMs", "other");

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final Writer out;
    private final StringBuilder line = new StringBuilder();
    private final TimestampText timestamps = new TimestampText();

    /** Few texts stand in many rows. */
    private final Map<String, String> cells = new HashMap<>();

    MetricsCsv(Writer out) {
        this.out = out;
    }

    void write(MetricsReport report) throws IOException {
        out.write(String.join(",", HEADER) + "\r\n");
        for (ExecutionMetrics action : report.actions()) {
            for (MetricsRow row : action.rows()) {
                line.setLength(0);
                row(action.action(), row);
                out.append(line);
            }
        }
    }

    private void row(String action, MetricsRow row) {
        text(action);
        line.append(row.timestamp() == null ? "" : timestamps.of(row.timestamp()))
                .append(',');
        text(row.version());
        text(row.status());
        line.append(row.count() == null ? "" : row.count().toString()).append(',');
        number(row.errorRate());
        number(row.avgLatencyMs());
        line.append(row.others().isEmpty() ? "" : cell(others(row))).append("\r\n");
    }

    private static String others(MetricsRow row) {
        ObjectNode others = JsonNodeFactory.instance.objectNode();
        row.others().forEach(others::set);
        return Json.compact(others);
    }

    private void number(@Nullable BigDecimal number) {
        if (number != null) {
            String text = number.toString();
            line.append(text.indexOf('E') < 0 ? text : number.toPlainString());
        }
        line.append(',');
    }

    private void text(@Nullable String text) {
        if (text != null && !text.isEmpty()) {
            String cell = cells.get(text);
            if (cell == null) {
                cell = cell(text);
                cells.put(text, cell);
            }
            line.append(cell);
        }
        line.append(',');
    }

    private static String cell(String text) {
        String visible = VisibleText.oneLine(text);
        String safe = FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + visible : visible;
        return needsQuotes(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return false;
    }
}
