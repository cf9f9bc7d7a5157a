package io.github.cxonetools.report.metrics;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.MetricsQuery;
import io.github.cxonetools.metrics.MetricsRow;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.report.metrics.MetricsReport.Deployment;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Writes {@code metrics.json}, one line a row. What is not known is left out, never 0. Members may be added; those that are
 * there keep name and meaning as long as {@code format} stays.
 */
final class MetricsJson {

    static final int FORMAT = 1;

    private final MetricsReport report;
    private final TimestampText timestamps = new TimestampText();
    private final StringBuilder line = new StringBuilder();

    /** Few texts stand in many rows. */
    private final Map<String, String> quoted = new HashMap<>();

    MetricsJson(MetricsReport report) {
        this.report = report;
    }

    void write(Writer out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeNumberProperty("format", FORMAT);
            json.writeStringProperty("tenant", report.tenant());
            json.writeName("actions");
            json.writeStartArray();
            for (ExecutionMetrics action : report.actions()) {
                action(json, action, out);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void action(JsonGenerator json, ExecutionMetrics action, Writer out) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringProperty("action", action.action());
        query(json, action.query());
        json.writeName("total");
        figures(json, action.total());
        json.writeName("versions");
        json.writeStartArray();
        for (VersionMetrics version : action.versions()) {
            version(json, version);
        }
        json.writeEndArray();
        deployments(json, report.deploymentsOf(action.action()));
        judged(json, action.action());
        json.writeName("rows");
        json.writeStartArray();
        json.flush();
        rows(action.rows(), out);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void judged(JsonGenerator json, String action) {
        String release = report.releases().get(action);
        if (release != null) {
            json.writeStringProperty("release", release);
        }
        report.gateOf(action).ifPresent(gate -> {
            json.writeRaw('\n');
            json.writeName("gate");
            Json.write(GateJson.of(gate), json);
        });
    }

    private static void query(JsonGenerator json, MetricsQuery query) {
        texts(json, "actionIds", query.actionIds());
        json.writeStringProperty("from", query.window().from().toString());
        json.writeStringProperty("to", query.window().to().toString());
        json.writeStringProperty("interval", query.interval());
        texts(json, "groupBy", query.groupBy());
        texts(json, "notes", query.window().notes());
    }

    private static void version(JsonGenerator json, VersionMetrics version) {
        json.writeRaw('\n');
        json.writeStartObject();
        if (version.version() != null) {
            json.writeStringProperty("version", version.version());
        }
        members(json, version.figures());
        json.writeName("statuses");
        json.writeStartObject();
        for (Map.Entry<String, Figures> status : version.statuses().entrySet()) {
            json.writeName(status.getKey());
            figures(json, status.getValue());
        }
        json.writeEndObject();
        json.writeName("problems");
        json.writeStartObject();
        for (Map.Entry<String, Integer> problem : version.problems().entrySet()) {
            json.writeNumberProperty(problem.getKey(), problem.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void figures(JsonGenerator json, Figures figures) {
        json.writeStartObject();
        members(json, figures);
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, Figures figures) {
        if (figures.executions() != null) {
            json.writeNumberProperty("executions", figures.executions());
        }
        number(json, "errors", figures.errors());
        number(json, "errorRate", figures.errorRate());
        number(json, "avgLatencyMs", figures.avgLatencyMs());
    }

    private static void deployments(JsonGenerator json, List<Deployment> deployments) {
        json.writeName("deployments");
        json.writeStartArray();
        for (Deployment deployment : deployments) {
            json.writeStartObject();
            json.writeStringProperty("version", deployment.version());
            json.writeStringProperty("at", deployment.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** By hand: a generator checks each member of each of 100,000 rows, and takes three times as long. */
    private void rows(List<MetricsRow> rows, Writer out) throws IOException {
        String separator = "\n";
        for (MetricsRow row : rows) {
            line.setLength(0);
            line.append(separator).append('{');
            row(row);
            out.append(line);
            separator = "\n,";
        }
    }

    private void row(MetricsRow row) {
        if (row.timestamp() != null) {
            line.append("\"timestamp\":\"")
                    .append(timestamps.of(row.timestamp()))
                    .append("\",");
        }
        text("\"status\":", row.status());
        text("\"version\":", row.version());
        if (row.count() != null) {
            line.append("\"count\":").append(row.count().longValue()).append(',');
        }
        figure("\"avgLatencyMs\":", row.avgLatencyMs());
        figure("\"errorRate\":", row.errorRate());
        for (Map.Entry<String, JsonNode> other : row.others().entrySet()) {
            line.append(quoted(other.getKey()))
                    .append(':')
                    .append(Json.compact(other.getValue()))
                    .append(',');
        }
        if (line.charAt(line.length() - 1) == ',') {
            line.setLength(line.length() - 1);
        }
        line.append('}');
    }

    private void text(String name, @Nullable String text) {
        if (text != null) {
            line.append(name).append(quoted(text)).append(',');
        }
    }

    private void figure(String name, @Nullable BigDecimal number) {
        if (number != null) {
            line.append(name).append(number).append(',');
        }
    }

    private String quoted(String text) {
        String known = quoted.get(text);
        if (known == null) {
            known = Json.quoted(text);
            quoted.put(text, known);
        }
        return known;
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeName(name);
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, @Nullable BigDecimal number) {
        if (number != null) {
            json.writeNumberProperty(name, number);
        }
    }
}
