package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Rows;
import io.github.cxonetools.metrics.gate.GateRules;
import io.github.cxonetools.metrics.gate.MetricsGate;
import io.github.cxonetools.report.ConsoleGoldens;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateConsoleTest {

    private static final List<String> WAY_BACK = List.of(
            "mvn cxone:deprecate -Dcxone.action=Sentiment -Dcxone.versions=1.0.0 -Dcxone.deprecated=false",
            "mvn cxone:deprecate -Dcxone.action=Sentiment -Dcxone.versions=1.1.0");

    @Test
    void showsEachRuleAndTheWayBack() throws Exception {
        MetricsGate gate = new MetricsGate(GateRules.parse("0.05", "500", 1, "0.02", "1.2"), Comparator.naturalOrder());
        MetricsGate patient =
                new MetricsGate(GateRules.parse("0.05", null, 1000, null, null), Comparator.naturalOrder());
        ExecutionMetrics metrics = Rows.metrics(
                "{'version':'1.0.0','status':'success','count':100,'avgLatencyMs':40}",
                "{'version':'1.1.0','status':'success','count':80,'avgLatencyMs':60}",
                "{'version':'1.1.0','status':'error','count':20,'avgLatencyMs':60}");

        ConsoleGoldens.hold("gate", log -> {
            GateConsole console = new GateConsole(log.style());
            console.lines(gate.evaluate("1.0.0", metrics)).forEach(log::info);
            console.lines(gate.evaluate("1.1.0", metrics)).forEach(log::error);
            console.wayBack(WAY_BACK).forEach(log::error);
            console.lines(patient.evaluate("1.1.0", metrics)).forEach(log::error);
            console.wayBack(List.of()).forEach(log::error);
        });
    }
}
