package io.github.cxonetools.report;

import io.github.cxonetools.action.Json;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.MetricsRow;
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
 * that is not known. Text that a spreadsheet would run as a formula is preceded by an apostrophe (OWASP, CSV injection).
 */
final class MetricsCsv {

    private static final List<String> HEADER =
            List.of("action", "timestamp", "version", "status", "count", "errorRate", "avgLatencyMs", "other");

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final Writer out;
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
                write(action.action(), row);
            }
        }
    }

    private void write(String action, MetricsRow row) throws IOException {
        text(action);
        out.write(',');
        out.write(row.timestamp() == null ? "" : timestamps.of(row.timestamp()));
        out.write(',');
        text(row.version());
        out.write(',');
        text(row.status());
        out.write(',');
        out.write(row.count() == null ? "" : row.count().toString());
        out.write(',');
        number(row.errorRate());
        out.write(',');
        number(row.avgLatencyMs());
        out.write(',');
        out.write(row.others().isEmpty() ? "" : cell(others(row)));
        out.write("\r\n");
    }

    private static String others(MetricsRow row) {
        ObjectNode others = JsonNodeFactory.instance.objectNode();
        row.others().forEach(others::set);
        return Json.compact(others);
    }

    private void number(@Nullable BigDecimal number) throws IOException {
        if (number != null) {
            String text = number.toString();
            out.write(text.indexOf('E') < 0 ? text : number.toPlainString());
        }
    }

    private void text(@Nullable String text) throws IOException {
        if (text != null && !text.isEmpty()) {
            out.write(cells.computeIfAbsent(text, MetricsCsv::cell));
        }
    }

    private static String cell(String text) {
        String safe = FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
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
