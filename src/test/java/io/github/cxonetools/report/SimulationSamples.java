package io.github.cxonetools.report;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulation with what passes, what fails in each way, and what is hostile. */
public final class SimulationSamples {

    public static final Path BASE = Path.of("project").toAbsolutePath();

    private SimulationSamples() {}

    public static SimulationReport mixed() {
        List<FixtureReport> fixtures = new ArrayList<>();
        for (int i = 1; i <= 18; i++) {
            fixtures.add(passed("calm-" + i, 0.02 * i * i));
        }
        fixtures.add(failed(
                "vip-overrides",
                ExecutionResult.success(Json.read("{\"routing_recommendation\":\"default-queue\"}"), 0.7),
                "/output/routing_recommendation: expected \"vip-dedicated-queue\", was \"default-queue\"",
                null));
        fixtures.add(failed(
                "<script>alert(1)</script> \"quoted\"",
                ExecutionResult.error("runtime", "java.lang.IllegalStateException: no <b>queue</b>", 3.0),
                "/status: expected \"success\", was \"error\"",
                "java.lang.IllegalStateException: no queue\n\tat com.example.Routing.apply(Routing.java:42)"));
        ActionReport routing = new ActionReport(
                "SentimentRoutingAction", "1.0.0", fixtures, new Latency(20, 0.02, 1.4, 5.9, 6.4, 6.48), "bye\u0007\n");
        ActionReport idle = new ActionReport("IdleAction", "2.1.0", List.of(), Latency.NONE, "");
        return new SimulationReport(List.of(routing, idle), List.of("src/test/cxone/Unknown: no action has this name"));
    }

    private static FixtureReport passed(String name, double latency) {
        return new FixtureReport(
                name,
                BASE.resolve("src/test/cxone/SentimentRoutingAction/" + name + ".json"),
                new ExecutionResult("success", null, null, null, latency),
                List.of(),
                latency(latency),
                null,
                "",
                null);
    }

    private static FixtureReport failed(String name, ExecutionResult result, String failure, @Nullable String stack) {
        return new FixtureReport(
                name,
                BASE.resolve("src/test/cxone/SentimentRoutingAction/" + name + ".json"),
                result,
                List.of(failure),
                latency(result.latencyMs() == null ? 0 : result.latencyMs()),
                "{\"interaction_id\":\"int_1\",\"tags\":[\"</pre><script>alert(2)</script>\"]}",
                "looked up the queue\n",
                stack);
    }

    private static Latency latency(double value) {
        return new Latency(1, value, value, value, value, value);
    }
}
