package io.github.cxonetools.report.metrics;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.MetricsQuery;
import io.github.cxonetools.metrics.MetricsRow;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.metrics.gate.GateOutcome;
import io.github.cxonetools.report.metrics.MetricsReport.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a report again of {@code metrics.json}. */
final class MetricsJsonReader {

    private final List<ExecutionMetrics> actions = new ArrayList<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private final Map<String, String> releases = new HashMap<>();
    private final List<GateOutcome> gates = new ArrayList<>();

    private MetricsJsonReader() {}

    static MetricsReport read(Path file) throws RejectedException, UnavailableException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = Json.parser(in)) {
            return new MetricsJsonReader().read(parser);
        } catch (JacksonException e) {
            throw unusable(file, Json.describe(e), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unusable(file, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ". Check its permissions", e);
        }
    }

    private static RejectedException unusable(Path file, String problem, Exception cause) {
        return new RejectedException(file + ": " + problem + ". Write it anew with cxone:metrics", cause);
    }

    private MetricsReport read(JsonParser parser) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("it is not a JSON object");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("actions")) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    action(parser);
                }
            } else {
                head.set(name, Json.read(parser));
            }
        }
        if (head.path("format").asInt(0) != MetricsJson.FORMAT) {
            throw new IllegalArgumentException("its format is not " + MetricsJson.FORMAT);
        }
        return new MetricsReport(text(head, "tenant"), actions, deployments, releases, gates);
    }

    /** Rows are many, so they are not held as a tree. */
    private void action(JsonParser parser) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<MetricsRow> rows = List.of();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("rows")) {
                rows = MetricsRow.readAll(parser);
            } else {
                json.set(name, Json.read(parser));
            }
        }
        action(json, rows);
    }

    private void action(JsonNode json, List<MetricsRow> rows) {
        String name = text(json, "action");
        MetricsWindow window = new MetricsWindow(instant(json, "from"), instant(json, "to"), texts(json, "notes"));
        MetricsQuery query =
                new MetricsQuery(texts(json, "actionIds"), window, text(json, "interval"), texts(json, "groupBy"));
        actions.add(ExecutionMetrics.of(name, query, rows));
        for (JsonNode deployment : json.path("deployments")) {
            deployments.add(new Deployment(name, text(deployment, "version"), instant(deployment, "at")));
        }
        if (json.has("release")) {
            releases.put(name, text(json, "release"));
        }
        if (json.has("gate")) {
            gates.add(GateJson.read(name, json.path("gate")));
        }
    }

    private static Instant instant(JsonNode json, String member) {
        return Instant.parse(text(json, member));
    }

    private static List<String> texts(JsonNode json, String member) {
        List<String> texts = new ArrayList<>();
        json.path(member).forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static String text(JsonNode json, String member) {
        JsonNode value = json.path(member);
        if (!value.isString()) {
            throw new IllegalArgumentException(member + " is missing");
        }
        return value.stringValue();
    }
}
