package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.text.Millionths;
import io.github.cxonetools.report.text.RelativePath;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.LatencyProfile;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/** A simulation as {@code simulation.json}, one fixture a line. {@link SimulationJsonReader} reads it back. */
public final class SimulationJson {

    private SimulationJson() {}

    /**
     * Writes a simulation.
     *
     * @param base files below it are written relative to it, so that the report is the same on every machine
     */
    public static void write(SimulationReport report, Path file, Path base) throws UnavailableException {
        AtomicFile.write(
                file,
                out -> write(report, new RelativePath(base.toAbsolutePath().normalize()), out));
    }

    private static void write(SimulationReport report, RelativePath paths, OutputStream out) throws IOException {
        try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                JsonGenerator json = Json.generator(text)) {
            json.writeStartObject();
            SimulationReport.ShardOf part = report.shard();
            if (part != null) {
                json.writeStringProperty("shard", part.shard().toString());
                json.writeNumberProperty("fixturesOfAllShards", part.fixtures());
            }
            json.writeName("actions");
            json.writeStartArray();
            for (ActionReport action : report.actions()) {
                write(action, paths, json);
            }
            json.writeEndArray();
            writeStrings("findings", report.findings(), json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (JacksonException e) {
            throw new IOException("The simulation cannot be written as JSON", e);
        }
    }

    private static void write(ActionReport action, RelativePath paths, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", action.action());
        json.writeStringProperty("version", action.version());
        write(action.latency(), json);
        writeUnlessEmpty("printed", action.printed(), json);
        json.writeName("fixtures");
        json.writeStartArray();
        for (FixtureReport fixture : action.fixtures()) {
            json.writeRaw('\n');
            write(fixture, paths, json);
        }
        json.writeEndArray();
        if (action.probes() != null) {
            write(action.probes(), paths, json);
        }
        if (!action.profile().isEmpty()) {
            write(action.profile(), json);
        }
        json.writeEndObject();
    }

    private static void write(LatencyProfile profile, JsonGenerator json) {
        json.writeObjectPropertyStart("latencyProfile");
        LatencyProfile.FirstCall first = profile.firstCall();
        if (first != null) {
            writeMillis("firstCall", first.millis(), json);
            writeUnlessEmpty("firstFixture", first.fixture(), json);
        }
        json.writeName("rest");
        writeLatency(profile.rest(), json);
        json.writeArrayPropertyStart("bins");
        for (LatencyProfile.Bin bin : profile.bins()) {
            json.writeStartObject();
            writeMillis("from", bin.from(), json);
            writeMillis("to", bin.to(), json);
            json.writeNumberProperty("count", bin.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(ProbeReport probes, RelativePath paths, JsonGenerator json) {
        json.writeObjectPropertyStart("probes");
        json.writeNumberProperty("sent", probes.sent());
        json.writeNumberProperty("seed", probes.seed());
        json.writeNumberProperty("failed", probes.failed());
        write(probes.latency(), json);
        json.writeArrayPropertyStart("failures");
        for (ProbeReport.ProbeFailure failure : probes.failures()) {
            json.writeRaw('\n');
            json.writeStartObject();
            json.writeNumberProperty("times", failure.times());
            json.writeName("smallest");
            write(failure.smallest(), paths, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        writeStrings("problems", probes.problems(), json);
        json.writeEndObject();
    }

    private static void write(FixtureReport fixture, RelativePath paths, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", fixture.name());
        if (fixture.file() != null) {
            json.writeStringProperty("file", paths.of(fixture.file()));
        }
        json.writeBooleanProperty("passed", fixture.passed());
        json.writeName("result");
        write(fixture.result(), json);
        writeStrings("failures", fixture.failures(), json);
        if (!fixture.differences().isEmpty()) {
            write(fixture.differences(), json);
        }
        if (fixture.expected() != null) {
            json.writeName("expected");
            Json.write(fixture.expected(), json);
        }
        write(fixture.latency(), json);
        writeUnlessEmpty("payload", fixture.payload(), json);
        writeUnlessEmpty("printed", fixture.printed(), json);
        writeUnlessEmpty("stack", fixture.stack(), json);
        json.writeEndObject();
    }

    private static void write(List<ValueDifference> differences, JsonGenerator json) {
        json.writeArrayPropertyStart("differences");
        for (ValueDifference difference : differences) {
            json.writeStartObject();
            json.writeStringProperty("pointer", difference.pointer());
            writeUnlessEmpty("expected", difference.expected(), json);
            writeUnlessEmpty("actual", difference.actual(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** As {@link ExecutionResult#toJson()}, without the tree: there may be 100,000. */
    private static void write(ExecutionResult result, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("status", result.status());
        writeUnlessEmpty("type", result.type(), json);
        writeUnlessEmpty("message", result.message(), json);
        if (result.output() != null) {
            json.writeName("output");
            Json.write(result.output(), json);
        }
        if (result.latencyMs() != null) {
            writeMillis("latency_ms", result.latencyMs(), json);
        }
        json.writeEndObject();
    }

    private static void write(Latency latency, JsonGenerator json) {
        json.writeName("latency");
        writeLatency(latency, json);
    }

    private static void writeLatency(Latency latency, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("count", latency.count());
        String min = millis(latency.min());
        // Of one measurement, as most fixtures have, all are the same.
        boolean isOne = latency.min() == latency.max();
        writeNumber("min", min, json);
        writeNumber("p50", isOne ? min : millis(latency.p50()), json);
        writeNumber("p95", isOne ? min : millis(latency.p95()), json);
        writeNumber("p99", isOne ? min : millis(latency.p99()), json);
        writeNumber("max", isOne ? min : millis(latency.max()), json);
        json.writeEndObject();
    }

    private static void writeMillis(String name, double millis, JsonGenerator json) {
        writeNumber(name, millis(millis), json);
    }

    /** To the nanosecond: a double's shortest text is long, and slow to find. */
    private static String millis(double millis) {
        return Millionths.shortest(Math.round(millis * 1_000_000));
    }

    private static void writeNumber(String name, String number, JsonGenerator json) {
        json.writeName(name);
        json.writeNumber(number);
    }

    private static void writeStrings(String name, List<String> values, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void writeUnlessEmpty(String name, @Nullable String value, JsonGenerator json) {
        if (value != null && !value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }
}
