package io.github.cxonetools.report.simulation;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.SimulationReports;
import io.github.cxonetools.report.SimulationSamples;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.LatencyProfile;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationPageTest {

    @TempDir
    Path folder;

    @Test
    void holdsWhatFailedWithItsDifferencePayloadAndStack() throws Exception {
        JsonNode data = data(html(SimulationSamples.mixed()));

        assertThat(data.path("actions").path(0).path("fixtures")).hasSize(20);
        JsonNode vip = details(data, "vip-overrides");
        assertThat(vip.path("why").stringValue(""))
                .isEqualTo("/output/routing_recommendation: expected \"vip-dedicated-queue\", was \"default-queue\"");
        assertThat(vip.path("file").stringValue(""))
                .isEqualTo("src/test/cxone/SentimentRoutingAction/vip-overrides.json");
        assertThat(text(data, vip, "payload")).contains("\"interaction_id\": \"int_1\"");
        assertThat(text(data, vip, "printed")).isEqualTo("looked up the queue");
        assertThat(data.path("texts").toString()).contains("at com.example.Routing.apply(Routing.java:42)");
    }

    @Test
    void asksForCommandsOfThoseFixturesOnlyThatItShowsDetailsOf() throws Exception {
        List<String> asked = new ArrayList<>();
        ReplayCommands commands = new ReplayCommands() {
            @Override
            public String fixture(String action, String name) {
                asked.add(name);
                return "again " + name;
            }

            @Override
            public String probes(String action, long seed) {
                return "";
            }
        };
        SimulationReport report = SimulationReports.probed(folder);
        FixtureReport passed = new FixtureReport(
                "passed",
                folder.resolve("passed.json"),
                report.actions().get(0).fixtures().get(0).result(),
                List.of(),
                Latency.NONE,
                null,
                "",
                null);
        ActionReport action = new ActionReport(
                "Routing",
                "1",
                List.of(passed, report.actions().get(0).fixtures().get(0)),
                Latency.NONE,
                "");
        Path file = folder.resolve("simulation.html");

        new SimulationPage()
                .write(
                        new SimulationReport(List.of(action), List.of()),
                        new SimulationSource(PageOrigin.UNKNOWN, folder, Map.of(), commands),
                        file);

        assertThat(asked).containsExactly("different");
        assertThat(Files.readString(file)).contains("again different");
    }

    @Test
    void saysWhatNeedsNoScript() throws Exception {
        assertThat(html(SimulationSamples.mixed()))
                .contains("✗ 2 of 20 failed · 2 actions · 1 finding")
                .contains("src/test/cxone/Unknown: no action has this name")
                .containsOnlyOnce("Printed between calls by");
    }

    @Test
    void letsNothingOfAPayloadBecomeMarkup() throws Exception {
        assertThat(html(SimulationSamples.mixed()))
                .doesNotContain("<script>alert", "<b>queue", "</pre><script>")
                .contains("\\u003cscript\\u003ealert(1)", "bye\\u0007");
    }

    @Test
    void saysWhichPartWasPlayedAndThatProbesFailedWhereAllFixturesPass() throws Exception {
        ActionReport one = SimulationSamples.mixed().actions().get(0);
        FixtureReport bad = one.fixtures().get(18);
        ProbeReport probes =
                new ProbeReport(40, 7, Latency.NONE, List.of(new ProbeReport.ProbeFailure(bad, 3)), List.of(), 0);
        ActionReport probed = new ActionReport("A", "1", one.fixtures().subList(0, 18), one.latency(), "", probes);

        String html = html(new SimulationReport(List.of(probed), List.of()));

        assertThat(html)
                .contains("<p class=\"verdict bad\">✗ 18 fixtures passed · 40 probes: 1 cause</p>")
                .contains("rail-note bad");
        JsonNode shown = data(html).path("actions").path(0).path("probes");
        assertThat(shown.path("label").stringValue("")).isEqualTo("40 probes, seed 7, 3 fail, 1 cause");
        assertThat(shown.path("passed").booleanValue(true)).isFalse();
        assertThat(data(html).path("causes").path(0).path("probes").intValue(0)).isEqualTo(3);
    }

    @Test
    void holdsNoPathOfThisMachine() throws Exception {
        assertThat(html(SimulationSamples.mixed())).doesNotContain(SimulationSamples.BASE.toString());
    }

    @Test
    void leavesPayloadsOutOfASite() {
        assertThat(new SimulationPage().siteBody(SimulationSamples.mixed(), SimulationSamples.BASE))
                .contains("vip-overrides", "<div class=\"cxone in-site\">")
                .contains("✗ 2 of 20 failed · 2 actions · 1 finding")
                .doesNotContain("int_1", "looked up the queue", "Routing.java:42", "bye", "<html");
    }

    @Test
    void namesAPercentileOnlyWhereThereAreEnoughRunsAndKeepsTheFirstCallApart() throws Exception {
        assertThat(percentiles(19)).isEqualTo("[\"p50\"]");
        assertThat(percentiles(20)).isEqualTo("[\"p50\",\"p95\"]");
        assertThat(percentiles(99)).isEqualTo("[\"p50\",\"p95\"]");
        assertThat(percentiles(100)).isEqualTo("[\"p50\",\"p95\",\"p99\"]");
    }

    private String percentiles(int runs) throws Exception {
        Latency rest = new Latency(runs, 0.1, 0.2, 0.3, 0.4, 0.5);
        LatencyProfile profile = new LatencyProfile(
                new LatencyProfile.FirstCall("calm", 80), rest, List.of(new LatencyProfile.Bin(0.1, 0.126, runs)));
        ActionReport action = new ActionReport(
                "A",
                "1",
                SimulationSamples.mixed().actions().get(0).fixtures(),
                new Latency(runs + 1, 0.1, 0.2, 0.3, 80, 80),
                "",
                null,
                profile);
        JsonNode latency = data(html(new SimulationReport(List.of(action), List.of())))
                .path("actions")
                .path(0)
                .path("latency");
        assertThat(latency.path("firstCall").doubleValue(0)).isEqualTo(80);
        assertThat(latency.path("firstFixture").stringValue("")).isEqualTo("calm");
        assertThat(latency.path("max").doubleValue(0)).isEqualTo(0.5);
        assertThat(latency.path("count").intValue(0)).isEqualTo(runs);
        ArrayNode names = Json.array();
        latency.path("percentiles").forEach(each -> names.add(each.path(0)));
        return names.toString();
    }

    /** Texts that are too many are left out; no failure is. */
    @Test
    void keepsEveryFailureOfThousandsWithinTwoMegabytes() throws Exception {
        FixtureReport one =
                SimulationSamples.mixed().actions().get(0).fixtures().get(18);
        List<FixtureReport> many = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            many.add(new FixtureReport(
                    "f-" + i,
                    one.file(),
                    one.result(),
                    one.failures(),
                    one.latency(),
                    "{\"id\":\"" + i + "x".repeat(2000) + "\"}",
                    "",
                    null));
        }

        String html =
                html(new SimulationReport(List.of(new ActionReport("A", "1", many, one.latency(), "")), List.of()));

        assertThat(html.length()).isLessThan(2 << 20);
        JsonNode data = data(html);
        assertThat(data.path("details")).hasSize(2000);
        assertThat(text(data, data.path("details").path(1999), "payload"))
                .isEqualTo("Left out, because the page would become too large. It is in simulation.json.");
    }

    @Test
    void takesTheFirstNamesOfTheHandlersPackageForTheProjects() {
        assertThat(SimulationPageData.ownPrefix("com.example.actions.Routing#route"))
                .isEqualTo("com.example.");
        assertThat(SimulationPageData.ownPrefix("io.github.someone.routing.Routing"))
                .isEqualTo("io.github.someone.");
        assertThat(SimulationPageData.ownPrefix("acme.Routing")).isEqualTo("acme.");
        assertThat(SimulationPageData.ownPrefix("Routing")).isEmpty();
    }

    private static JsonNode data(String html) {
        int begin = html.indexOf("id=\"cxone-data\">") + 16;
        return Json.read(html.substring(begin, html.indexOf("</script>", begin)));
    }

    private static JsonNode details(JsonNode data, String fixture) {
        for (JsonNode row : data.path("actions").path(0).path("fixtures")) {
            if (row.path(0).stringValue("").equals(fixture)) {
                return data.path("details").path(row.path(5).intValue(-1));
            }
        }
        throw new AssertionError(fixture + " is not on the page");
    }

    private static String text(JsonNode data, JsonNode details, String name) {
        return data.path("texts").path(details.path(name).intValue(-1)).stringValue("");
    }

    private String html(SimulationReport report) throws Exception {
        Path file = folder.resolve("simulation.html");
        new SimulationPage().write(report, SimulationSource.of(PageOrigin.UNKNOWN, SimulationSamples.BASE), file);
        return Files.readString(file);
    }
}
