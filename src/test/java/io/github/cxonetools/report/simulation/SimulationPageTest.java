package io.github.cxonetools.report.simulation;

import io.github.cxonetools.report.SimulationSamples;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationPageTest {

    @TempDir
    Path folder;

    @Test
    void listsWhatFailedFirstWithItsDifferencePayloadAndStack() throws Exception {
        String html = html(SimulationSamples.mixed());

        assertThat(html.indexOf("vip-overrides")).isPositive().isLessThan(html.indexOf("calm-1<"));
        assertThat(html)
                .contains("/output/routing_recommendation: expected &quot;vip-dedicated-queue&quot;")
                .contains("&quot;interaction_id&quot;: &quot;int_1&quot;")
                .contains("at com.example.Routing.apply(Routing.java:42)")
                .contains("looked up the queue")
                .contains("src/test/cxone/SentimentRoutingAction/vip-overrides.json")
                .contains("src/test/cxone/Unknown: no action has this name")
                .contains("No fixture was played.")
                .containsOnlyOnce("Printed between calls");
    }

    @Test
    void letsNothingOfAPayloadBecomeMarkup() throws Exception {
        assertThat(html(SimulationSamples.mixed()))
                .doesNotContain("<script>alert", "<b>queue")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "bye\\u0007");
    }

    @Test
    void holdsNoPathOfThisMachine() throws Exception {
        assertThat(html(SimulationSamples.mixed())).doesNotContain(SimulationSamples.BASE.toString());
    }

    @Test
    void leavesPayloadsOutOfASite() {
        assertThat(new SimulationPage().siteBody(SimulationSamples.mixed(), SimulationSamples.BASE))
                .contains("vip-overrides", "<div class=\"cxone in-site\">")
                .doesNotContain("int_1", "looked up the queue", "Routing.java:42", "bye", "<html");
    }

    @Test
    void countsEveryFixtureInOneBin() {
        assertThat(LatencyChart.data(SimulationSamples.mixed().actions())
                        .path("actions")
                        .path(0)
                        .toString())
                .isEqualTo(
                        "{\"labels\":[\"0.02–0.05 ms\",\"0.05–0.1 ms\",\"0.1–0.2 ms\",\"0.2–0.5 ms\",\"0.5–1 ms\",\"1–2 ms\","
                                + "\"2–5 ms\",\"5–10 ms\"],\"fixtures\":[1,1,1,1,4,2,7,3],"
                                + "\"markers\":[{\"at\":5.4,\"text\":\"p50\"},{\"at\":7.18,\"text\":\"p95\"},{\"at\":7.28,\"text\":\"p99\"}]}");
    }

    @Test
    void saysWhatItDoesNotList() throws Exception {
        SimulationReport mixed = SimulationSamples.mixed();
        ActionReport one = mixed.actions().get(0);
        ActionReport many = new ActionReport(
                "A", "1", Collections.nCopies(2000, one.fixtures().get(0)), one.latency(), "");

        assertThat(html(new SimulationReport(List.of(many), List.of())))
                .contains("500 of 2000 fixtures are listed. All are in simulation.json.");
    }

    private String html(SimulationReport report) throws Exception {
        Path file = folder.resolve("simulation.html");
        new SimulationPage().write(report, PageOrigin.UNKNOWN, file, SimulationSamples.BASE);
        return Files.readString(file);
    }
}
