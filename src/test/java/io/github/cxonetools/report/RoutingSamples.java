package io.github.cxonetools.report;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.simulation.SimulationSource;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.LatencyProfile;
import io.github.cxonetools.simulator.result.LatencyRecorder;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A simulation as projects have it: two actions, of whose fixtures some fail for a few causes, and probes. */
public final class RoutingSamples {

    public static final PageOrigin ORIGIN = new PageOrigin(
            "customer-actions",
            "1.4.0",
            "9f3c2ab14de0c1f5b0d6f0a1b2c3d4e5f6a7b8c9",
            Instant.parse("2026-11-28T14:05:00Z"));

    public static final Path BASE = Path.of("project").toAbsolutePath();

    private static final String INPUT = """
            {"type":"object","required":["customer_id","channel_type"],"properties":{
            "customer_id":{"type":"string","minLength":1,"maxLength":36,"pattern":"^cus_[a-z0-9]+$"},
            "channel_type":{"enum":["voice","chat","email","sms"],"description":"How the customer came"},
            "tags":{"type":"array","maxItems":20,"items":{"type":"string","maxLength":40}},
            "history":{"type":"object","properties":{"contacts":{"type":"integer","minimum":0},"last_agent":{"type":["string","null"]}}}}}""";

    private static final String OUTPUT = """
            {"type":"object","required":["tier","queue","scores"],"properties":{
            "tier":{"enum":["GOLD","SILVER","BRONZE"]},"queue":{"type":"string"},
            "scores":{"type":"object","properties":{"loyalty":{"type":"number","minimum":0,"maximum":1},"churn":{"type":"number"},"region":{"type":"string"}}},
            "reasons":{"type":"array","items":{"type":"string"}},"callback":{"type":"boolean"}}}""";

    private static final String LOOKUP_STACK = """
            java.lang.NullPointerException: Cannot invoke "com.example.actions.Profile.tier()" because "profile" is null
            \tat java.base/java.util.Objects.requireNonNull(Objects.java:233)
            \tat com.example.actions.ProfileLookup.find(ProfileLookup.java:14)
            \tat com.example.actions.CustomerProfile.apply(CustomerProfile.java:41)
            \tat com.example.actions.CustomerProfile.apply(CustomerProfile.java:18)
            \tat java.base/java.lang.reflect.Method.invoke(Method.java:569)
            \tat com.fasterxml.jackson.databind.ObjectMapper.convertValue(ObjectMapper.java:4522)
            """;

    private static final String QUEUE_STACK = """
            java.util.concurrent.CompletionException: java.lang.IllegalStateException: no queue for channel sms
            \tat java.base/java.util.concurrent.CompletableFuture.reportJoin(CompletableFuture.java:413)
            \tat com.example.actions.CustomerProfile.apply(CustomerProfile.java:52)
            \tat java.base/java.lang.reflect.Method.invoke(Method.java:569)
            Caused by: java.lang.IllegalStateException: no queue for channel sms
            \tat com.example.actions.QueueTable.of(QueueTable.java:88)
            \tat java.base/java.util.concurrent.CompletableFuture$AsyncSupply.run(CompletableFuture.java:1768)
            """;

    private final Random random = new Random(7);
    private final LatencyRecorder recorder = new LatencyRecorder();

    private RoutingSamples() {}

    public static SimulationSource source() {
        SimulationSource.Played profile =
                new SimulationSource.Played(Json.read(INPUT), Json.read(OUTPUT), "com.example.actions.CustomerProfile");
        return SimulationSource.of(ORIGIN, BASE)
                .with(Map.of("CustomerProfileAction", profile, "SentimentRoutingAction", profile));
    }

    /** 19 fixtures, 10 of which fail, and 40 probes. */
    public static SimulationReport mixed() {
        return new RoutingSamples().build(19, 10);
    }

    /** 10,010 fixtures, 591 of which fail. */
    public static SimulationReport large() {
        return new RoutingSamples().build(10_010, 591);
    }

    private SimulationReport build(int fixtures, int failing) {
        ActionReport profile = profile(fixtures * 2 / 3, failing - failing / 10);
        ActionReport sentiment = sentiment(fixtures - fixtures * 2 / 3, failing / 10);
        return new SimulationReport(List.of(profile, sentiment), List.of());
    }

    private ActionReport profile(int all, int failing) {
        List<FixtureReport> fixtures = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            fixtures.add(i < failing ? failed("CustomerProfileAction", i) : passed("CustomerProfileAction", i));
        }
        FixtureReport smallest = new FixtureReport(
                "probe-5f1c09d2",
                null,
                ExecutionResult.error(
                        "runtime", "java.lang.NullPointerException: Cannot invoke \"Profile.tier()\"", 0.2),
                List.of(
                        "valid payload without /history: runtime error: java.lang.NullPointerException: Cannot invoke \"Profile.tier()\""),
                Latency.NONE,
                "{\"customer_id\":\"cus_a\",\"channel_type\":\"voice\"}",
                "",
                LOOKUP_STACK);
        FixtureReport accepted = new FixtureReport(
                "probe-0a77be31",
                null,
                ExecutionResult.error("validation", "output: /scores/loyalty is 1.2, greater than 1", 0.3),
                List.of("valid payload: validation error: output: /scores/loyalty is 1.2, greater than 1"),
                Latency.NONE,
                "{\"customer_id\":\"cus_a\",\"channel_type\":\"sms\"}",
                "",
                null);
        ProbeReport probes = new ProbeReport(
                40,
                -4962768465676381896L,
                Latency.NONE,
                List.of(new ProbeReport.ProbeFailure(smallest, 2), new ProbeReport.ProbeFailure(accepted, 1)),
                List.of(),
                0);
        return report("CustomerProfileAction", "1.4.0", fixtures, probes, 83.1);
    }

    private ActionReport sentiment(int all, int failing) {
        List<FixtureReport> fixtures = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            fixtures.add(
                    i < failing ? failed("SentimentRoutingAction", 5 + i * 7) : passed("SentimentRoutingAction", i));
        }
        return report("SentimentRoutingAction", "2.0.1", fixtures, null, 41.7);
    }

    private ActionReport report(
            String name, String version, List<FixtureReport> fixtures, @Nullable ProbeReport probes, double first) {
        int runs = Math.max(240, fixtures.size());
        for (int i = 0; i < runs; i++) {
            recorder.add(latency());
        }
        List<LatencyProfile.Bin> bins = recorder.bins();
        Latency rest = recorder.take();
        Latency all = new Latency(rest.count() + 1, rest.min(), rest.p50(), rest.p95(), rest.p99(), first);
        FixtureReport played = fixtures.get(0);
        fixtures.set(0, taking(played, first));
        LatencyProfile profile = new LatencyProfile(new LatencyProfile.FirstCall(played.name(), first), rest, bins);
        return new ActionReport(name, version, fixtures, all, "", probes, profile);
    }

    private static FixtureReport taking(FixtureReport fixture, double millis) {
        return new FixtureReport(
                fixture.name(),
                fixture.file(),
                fixture.result(),
                fixture.failures(),
                latency(millis),
                fixture.payload(),
                fixture.printed(),
                fixture.stack(),
                fixture.differences(),
                fixture.expected());
    }

    /** Most about 0.3 ms, some ten times as long. */
    private double latency() {
        return 0.3 * Math.exp(random.nextGaussian() * 0.6) * (random.nextInt(12) == 0 ? 10 : 1);
    }

    private FixtureReport passed(String action, int i) {
        double latency = latency();
        String name =
                List.of("calm", "chat", "email", "known-customer", "returning").get(i % 5) + "-" + i;
        return new FixtureReport(
                name,
                file(action, name),
                new ExecutionResult("success", null, null, null, latency),
                List.of(),
                latency(latency),
                null,
                "",
                null);
    }

    private FixtureReport failed(String action, int i) {
        return switch (i % 5) {
            case 0, 3 -> different(action, i % 2 == 0 ? "gold-customer" + suffix(i) : "vip-overrides" + suffix(i));
            case 1 ->
                thrown(
                        action,
                        "unknown-customer" + suffix(i),
                        "java.lang.NullPointerException: Cannot invoke \"com.example.actions.Profile.tier()\" because \"profile\" is null",
                        LOOKUP_STACK);
            case 2 ->
                thrown(
                        action,
                        "sms-without-queue" + suffix(i),
                        "java.util.concurrent.CompletionException: java.lang.IllegalStateException: no queue for channel sms",
                        QUEUE_STACK);
            default -> refused(action, "tags-as-text" + suffix(i));
        };
    }

    private static String suffix(int i) {
        return i < 5 ? "" : "-" + i;
    }

    private FixtureReport different(String action, String name) {
        JsonNode expected = Json.read("""
                {"status":"success","output":{"tier":"GOLD","queue":"vip-dedicated-queue","scores":{"loyalty":0.93,"churn":0.02},
                "reasons":["long-standing customer","12 contacts without complaint","opted in to callbacks","in its own region"],"callback":true}}""");
        JsonNode actual = Json.read("""
                {"tier":"SILVER","queue":"vip-dedicated-queue","scores":{"loyalty":0.93,"churn":0.41,"region":"EU"},
                "reasons":["long-standing customer","12 contacts without complaint","opted in to callbacks","in its own region"]}""");
        List<ValueDifference> differences = List.of(
                new ValueDifference("/output/tier", "\"GOLD\"", "\"SILVER\""),
                new ValueDifference("/output/scores/churn", "0.02", "0.41"),
                new ValueDifference("/output/callback", "true", null));
        return failed(
                action,
                name,
                ExecutionResult.success(actual, latency()),
                differences.stream().map(ValueDifference::text).toList(),
                null,
                differences,
                expected);
    }

    private FixtureReport thrown(String action, String name, String message, String stack) {
        ValueDifference status = new ValueDifference("/status", "\"success\"", "\"error\"");
        return failed(
                action,
                name,
                ExecutionResult.error("runtime", message, latency()),
                List.of(status.text(), "runtime error: " + message),
                stack,
                List.of(status),
                Json.read("{\"status\":\"success\",\"output\":{\"tier\":\"BRONZE\"}}"));
    }

    private FixtureReport refused(String action, String name) {
        String message = "input: /tags is \"vip\", not an array; /history/contacts is -3, less than 0";
        return new FixtureReport(
                name,
                file(action, name),
                ExecutionResult.error("validation", message, null),
                List.of("validation error: " + message),
                Latency.NONE,
                "{\"customer_id\":\"cus_18\",\"channel_type\":\"chat\",\"tags\":\"vip\",\"history\":{\"contacts\":-3,\"last_agent\":null}}",
                "",
                null);
    }

    private FixtureReport failed(
            String action,
            String name,
            ExecutionResult result,
            List<String> failures,
            @Nullable String stack,
            List<ValueDifference> differences,
            JsonNode expected) {
        double latency = result.latencyMs() == null ? 0.3 : result.latencyMs();
        return new FixtureReport(
                name,
                file(action, name),
                result,
                failures,
                latency(latency),
                "{\"customer_id\":\"cus_" + name.hashCode()
                        + "\",\"channel_type\":\"voice\",\"tags\":[\"returning\",\"opted-in\"],"
                        + "\"history\":{\"contacts\":12,\"last_agent\":\"agent_7\"}}",
                "looked up " + name + "\n",
                stack,
                differences,
                expected);
    }

    private static Path file(String action, String name) {
        return BASE.resolve("src/test/cxone/" + action + "/" + name + ".json");
    }

    private static Latency latency(double value) {
        return new Latency(1, value, value, value, value, value);
    }
}
