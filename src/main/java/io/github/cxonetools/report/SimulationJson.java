package io.github.cxonetools.report;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.Json;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.simulator.ActionReport;
import io.github.cxonetools.simulator.FixtureReport;
import io.github.cxonetools.simulator.Latency;
import io.github.cxonetools.simulator.SimulationReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A simulation as {@code simulation.json}, one fixture a line, and back. */
public final class SimulationJson {

    private SimulationJson() {}

    /**
     * Writes a simulation.
     *
     * @param base files below it are written relative to it, so that the report is the same on every machine
     */
    public static void write(SimulationReport report, Path file, Path base) throws UnavailableException {
        WholeFile.write(file, out -> write(report, base.toAbsolutePath().normalize(), out));
    }

    private static void write(SimulationReport report, Path base, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeName("actions");
            json.writeStartArray();
            for (ActionReport action : report.actions()) {
                write(action, base, json);
            }
            json.writeEndArray();
            json.writePOJOProperty("findings", report.findings());
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (JacksonException e) {
            throw new IOException("The simulation cannot be written as JSON", e);
        }
    }

    private static void write(ActionReport action, Path base, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", action.action());
        json.writeStringProperty("version", action.version());
        json.writePOJOProperty("latency", action.latency());
        json.writeStringProperty("printed", action.printed());
        json.writeName("fixtures");
        json.writeStartArray();
        for (FixtureReport fixture : action.fixtures()) {
            json.writeRaw('\n');
            write(fixture, base, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(FixtureReport fixture, Path base, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", fixture.name());
        if (fixture.file() != null) {
            json.writeStringProperty("file", relative(fixture.file(), base));
        }
        json.writeBooleanProperty("passed", fixture.passed());
        json.writeName("result");
        json.writeTree(fixture.result().toJson());
        json.writePOJOProperty("failures", fixture.failures());
        json.writePOJOProperty("latency", fixture.latency());
        if (fixture.payload() != null) {
            json.writeStringProperty("payload", fixture.payload());
        }
        json.writeStringProperty("printed", fixture.printed());
        if (fixture.stack() != null) {
            json.writeStringProperty("stack", fixture.stack());
        }
        json.writeEndObject();
    }

    private static String relative(Path file, Path base) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    /** Reads what {@link #write} has written. */
    public static SimulationReport read(Path file) throws RejectedException, UnavailableException {
        try {
            JsonNode json = Json.read(Files.readAllBytes(file));
            List<ActionReport> actions = new ArrayList<>();
            json.path("actions").forEach(action -> actions.add(action(action)));
            return new SimulationReport(actions, strings(json.path("findings")));
        } catch (JacksonException e) {
            throw new RejectedException(
                    file + " is no simulation: " + Json.describe(e) + ". Run cxone:simulate again", e);
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file, e);
        }
    }

    private static ActionReport action(JsonNode json) {
        List<FixtureReport> fixtures = new ArrayList<>();
        json.path("fixtures").forEach(fixture -> fixtures.add(fixture(fixture)));
        return new ActionReport(
                json.path("name").asString(),
                json.path("version").asString(),
                fixtures,
                latency(json.path("latency")),
                json.path("printed").asString());
    }

    private static FixtureReport fixture(JsonNode json) {
        String file = string(json.get("file"));
        JsonNode result = json.path("result");
        JsonNode latency = result.get("latency_ms");
        return new FixtureReport(
                json.path("name").asString(),
                file == null ? null : Path.of(file),
                new ExecutionResult(
                        result.path("status").asString(),
                        string(result.get("type")),
                        string(result.get("message")),
                        result.get("output"),
                        latency == null ? null : latency.asDouble()),
                strings(json.path("failures")),
                latency(json.path("latency")),
                string(json.get("payload")),
                json.path("printed").asString(),
                string(json.get("stack")));
    }

    private static Latency latency(JsonNode json) {
        return Json.MAPPER.treeToValue(json, Latency.class);
    }

    private static @Nullable String string(@Nullable JsonNode json) {
        return json == null ? null : json.asString();
    }

    private static List<String> strings(JsonNode json) {
        List<String> strings = new ArrayList<>();
        json.forEach(each -> strings.add(each.asString()));
        return strings;
    }
}
