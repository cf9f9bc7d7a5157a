package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import io.github.cxonetools.simulator.fixture.Shard;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.LatencyProfile;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads {@code simulation.json}: a report of a site is made of it, after the build that wrote it. */
public final class SimulationJsonReader {

    private SimulationJsonReader() {}

    /**
     * Reads a file that {@link SimulationJson} has written.
     *
     * @throws RejectedException where it is no JSON
     */
    public static SimulationReport read(Path file) throws RejectedException, UnavailableException {
        try {
            JsonNode json = Json.read(Files.readAllBytes(file));
            List<ActionReport> actions = new ArrayList<>();
            json.path("actions").forEach(action -> actions.add(action(action)));
            return new SimulationReport(actions, shard(json), strings(json.path("findings")));
        } catch (JacksonException e) {
            throw new RejectedException(
                    file + " is not a simulation: " + Json.describe(e) + ". Run cxone:simulate again", e);
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
                json.path("printed").asString(""),
                json.has("probes") ? probes(json.path("probes")) : null,
                json.has("latencyProfile") ? profile(json.path("latencyProfile")) : LatencyProfile.NONE);
    }

    private static LatencyProfile profile(JsonNode json) {
        List<LatencyProfile.Bin> bins = new ArrayList<>();
        json.path("bins")
                .forEach(bin -> bins.add(new LatencyProfile.Bin(
                        bin.path("from").asDouble(),
                        bin.path("to").asDouble(),
                        bin.path("count").asLong())));
        JsonNode first = json.get("firstCall");
        return new LatencyProfile(
                first == null ? null : new LatencyProfile.FirstCall(string(json.get("firstFixture")), first.asDouble()),
                latency(json.path("rest")),
                bins);
    }

    private static ProbeReport probes(JsonNode json) {
        List<ProbeReport.ProbeFailure> failures = new ArrayList<>();
        int told = 0;
        for (JsonNode failure : json.path("failures")) {
            int times = failure.path("times").asInt(1);
            failures.add(new ProbeReport.ProbeFailure(fixture(failure.path("smallest")), times));
            told += times;
        }
        return new ProbeReport(
                json.path("sent").asInt(0),
                json.path("seed").asLong(0),
                latency(json.path("latency")),
                failures,
                strings(json.path("problems")),
                Math.max(0, json.path("failed").asInt(0) - told));
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
                json.path("printed").asString(""),
                string(json.get("stack")),
                differences(json.path("differences")),
                json.get("expected"));
    }

    private static List<ValueDifference> differences(JsonNode json) {
        List<ValueDifference> differences = new ArrayList<>();
        json.forEach(each -> differences.add(new ValueDifference(
                each.path("pointer").asString(), string(each.get("expected")), string(each.get("actual")))));
        return differences;
    }

    private static SimulationReport.@Nullable ShardOf shard(JsonNode json) throws RejectedException {
        Shard shard = Shard.parse(string(json.get("shard")));
        return shard == null
                ? null
                : new SimulationReport.ShardOf(
                        shard, json.path("fixturesOfAllShards").asInt(0));
    }

    private static Latency latency(JsonNode json) {
        return new Latency(
                json.path("count").asLong(),
                json.path("min").asDouble(),
                json.path("p50").asDouble(),
                json.path("p95").asDouble(),
                json.path("p99").asDouble(),
                json.path("max").asDouble());
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
