package io.github.cxonetools.report;

import io.github.cxonetools.action.Json;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.MetricsQuery;
import io.github.cxonetools.metrics.MetricsRow;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.report.MetricsReport.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Makes a report again of {@code metrics.json}. */
final class MetricsJsonReader {

    private final List<ExecutionMetrics> actions = new ArrayList<>();
    private final List<Deployment> deployments = new ArrayList<>();

    private MetricsJsonReader() {}

    static MetricsReport read(Path file) throws RejectedException, UnavailableException {
        try {
            JsonNode json = Json.read(Files.readAllBytes(file));
            if (json.path("format").asInt(0) != MetricsJson.FORMAT) {
                throw new IllegalArgumentException("its format is not " + MetricsJson.FORMAT);
            }
            MetricsJsonReader reader = new MetricsJsonReader();
            json.path("actions").forEach(reader::action);
            return new MetricsReport(text(json, "tenant"), reader.actions, reader.deployments);
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

    private void action(JsonNode json) {
        String name = text(json, "action");
        MetricsWindow window = new MetricsWindow(instant(json, "from"), instant(json, "to"), texts(json, "notes"));
        MetricsQuery query =
                new MetricsQuery(texts(json, "actionIds"), window, text(json, "interval"), texts(json, "groupBy"));
        actions.add(ExecutionMetrics.of(name, query, MetricsRow.readAll(json.path("rows"))));
        for (JsonNode deployment : json.path("deployments")) {
            deployments.add(new Deployment(name, text(deployment, "version"), instant(deployment, "at")));
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
