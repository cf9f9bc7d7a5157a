package io.github.cxonetools.report.simulation;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.LatencyProfile;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.VisibleText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** What the script of a simulation's page reads: every fixture in a few characters, and of those that failed all there is to show. */
final class SimulationPageData {

    private static final int MAX_SCHEMA = 100_000;

    private static final MathContext DIGITS = new MathContext(4);

    /** A latency is measured in nanoseconds; the fifty digits of a double say no more of it. */
    private static final int NANOS = 1_000_000;

    private static final int NANO_DIGITS = 6;

    private final SimulationSource source;
    private final FixtureDetails details;
    private final CauseList causes = new CauseList();

    SimulationPageData(SimulationSource source) {
        this(source, true);
    }

    private SimulationPageData(SimulationSource source, boolean withContent) {
        this.source = source;
        this.details = new FixtureDetails(source, causes, withContent);
    }

    /** Without payloads, outputs, stacks and what was printed. */
    static SimulationPageData withoutContent(SimulationSource source) {
        return new SimulationPageData(source, false);
    }

    /** The causes are known after {@link #of}. */
    CauseList causes() {
        return causes;
    }

    ObjectNode of(SimulationReport report) {
        causes.collect(report);
        ObjectNode data = Json.object();
        ArrayNode actions = Json.array();
        double slowest = 0;
        for (ActionReport action : report.actions()) {
            actions.add(action(action));
            slowest = Math.max(slowest, slowest(action));
        }
        data.put("slowest", rounded(slowest));
        data.set("causes", causes.json());
        data.set("actions", actions);
        data.set("details", details.json());
        data.set("texts", details.texts());
        return data;
    }

    /** What the bars of the rows are measured by: the first call would flatten the others. */
    private static double slowest(ActionReport action) {
        double rest = action.profile().rest().max();
        return rest > 0 ? rest : action.latency().max();
    }

    private ObjectNode action(ActionReport action) {
        SimulationSource.Played played = source.actions().get(action.action());
        ObjectNode json = Json.object();
        json.put("name", action.action());
        json.put("version", action.version());
        json.put("own", played == null || played.handler() == null ? "" : ownPrefix(played.handler()));
        json.set("input", schema(played == null ? null : played.inputSchema()));
        json.set("output", schema(played == null ? null : played.outputSchema()));
        json.set("latency", latency(action));
        json.putRawValue("fixtures", new RawValue(fixtures(action)));
        if (action.probes() != null) {
            json.set("probes", probes(action.action(), action.probes()));
        }
        return json;
    }

    /** As JSON, without a tree: there may be 100,000. */
    private String fixtures(ActionReport action) {
        StringBuilder rows = new StringBuilder("[");
        for (FixtureReport fixture : action.fixtures()) {
            rows.append(rows.length() > 1 ? "," : "");
            addRow(action.action(), fixture, rows);
        }
        return rows.append(']').toString();
    }

    private void addRow(String action, FixtureReport fixture, StringBuilder rows) {
        Latency latency = fixture.latency();
        String median = latency.count() == 0 ? "null" : rounded(latency.p50()).toString();
        rows.append('[')
                .append(Json.quoted(VisibleText.oneLine(fixture.name())))
                .append(fixture.passed() ? ",1," : ",0,")
                .append(median)
                .append(',')
                .append(latency.count())
                .append(',')
                .append(
                        latency.p50() == latency.max()
                                ? median
                                : rounded(latency.max()).toString())
                .append(',')
                .append(details.add(fixture, () -> source.again().fixture(action, fixture.name())))
                .append(']');
    }

    private ObjectNode probes(String action, ProbeReport probes) {
        ObjectNode json = Json.object();
        json.put("passed", probes.passed());
        json.put("label", probesInWords(probes));
        json.put("command", source.again().probes(action, probes.seed()));
        ArrayNode problems = json.putArray("problems");
        probes.problems().forEach(problems::add);
        ArrayNode failures = json.putArray("failures");
        for (ProbeReport.ProbeFailure failure : probes.failures()) {
            ArrayNode row = failures.addArray();
            row.add(VisibleText.oneLine(failure.smallest().name()));
            row.add(failure.times());
            row.add(details.add(failure.smallest(), () -> null));
        }
        return json;
    }

    private static String probesInWords(ProbeReport probes) {
        int ways = probes.failures().size();
        return probes.label()
                + (probes.failed() == 0
                        ? ", none fails"
                        : ", " + NumberText.count(probes.failed()) + (probes.failed() == 1 ? " fails" : " fail") + ", "
                                + ways + (ways == 1 ? " cause" : " causes"));
    }

    private static @Nullable ObjectNode latency(ActionReport action) {
        if (action.latency().count() == 0) {
            return null;
        }
        LatencyProfile profile = action.profile();
        Latency rest = profile.isEmpty() ? action.latency() : profile.rest();
        ObjectNode json = Json.object();
        json.put("count", rest.count());
        json.put("max", rounded(rest.max()));
        LatencyProfile.FirstCall first = profile.firstCall();
        json.put("firstCall", first == null ? null : rounded(first.millis()));
        json.put(
                "firstFixture", first == null || first.fixture() == null ? null : VisibleText.oneLine(first.fixture()));
        ArrayNode percentiles = json.putArray("percentiles");
        percentile(percentiles, "p50", rest.p50(), rest.count() > 0);
        percentile(percentiles, "p95", rest.p95(), rest.count() >= Latency.ENOUGH_FOR_P95);
        percentile(percentiles, "p99", rest.p99(), rest.count() >= Latency.ENOUGH_FOR_P99);
        ArrayNode bins = json.putArray("bins");
        for (LatencyProfile.Bin bin : profile.bins()) {
            bins.addArray().add(bin.from()).add(bin.to()).add(bin.count());
        }
        return json;
    }

    private static void percentile(ArrayNode percentiles, String name, double millis, boolean enough) {
        if (enough) {
            percentiles.addArray().add(name).add(rounded(millis));
        }
    }

    private static JsonNode schema(@Nullable JsonNode schema) {
        return schema == null || Json.compact(schema).length() > MAX_SCHEMA ? Json.text(null) : schema;
    }

    /** Four digits, so that three can be shown of it. */
    private static BigDecimal rounded(double millis) {
        return BigDecimal.valueOf(Math.round(millis * NANOS), NANO_DIGITS)
                .round(DIGITS)
                .stripTrailingZeros();
    }

    /**
     * What the names of own classes begin with: a project's packages share their first names with its handlers'.
     *
     * @param handler {@code com.example.routing.Routing#route}
     */
    static String ownPrefix(String handler) {
        List<String> steps =
                new ArrayList<>(Arrays.asList(handler.replaceAll("#.*", "").split("\\.")));
        steps.remove(steps.size() - 1);
        boolean hosted = steps.size() > 2
                && steps.get(0).matches("io|com|org")
                && steps.get(1).matches("git(hub|lab)");
        List<String> kept = steps.subList(0, Math.min(steps.size(), hosted ? 3 : 2));
        return kept.isEmpty() ? "" : String.join(".", kept) + ".";
    }
}
