package io.github.cxonetools.report.simulation;

import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How latencies are spread: fixtures by their median, in bins whose bounds are 1, 2, 5, 10, 20, 50 … of a unit. */
final class LatencyChart {

    private static final int[] STEPS = {1, 2, 5};

    /** Below a tenth of a microsecond a clock tells nothing. */
    private static final int SMALLEST_EXPONENT = -4;

    private LatencyChart() {}

    static ObjectNode data(List<ActionReport> actions) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode array = data.putArray("actions");
        actions.forEach(action -> action(action, array.addObject()));
        return data;
    }

    static boolean isDrawn(ActionReport action) {
        return action.latency().count() > 0;
    }

    private static void action(ActionReport action, ObjectNode json) {
        ArrayNode labels = json.putArray("labels");
        ArrayNode fixtures = json.putArray("fixtures");
        ArrayNode markers = json.putArray("markers");
        if (!isDrawn(action)) {
            return;
        }
        Latency all = action.latency();
        List<BigDecimal> bounds = bounds(all.min(), all.max());
        long[] counts = new long[bounds.size() - 1];
        for (FixtureReport fixture : action.fixtures()) {
            if (fixture.latency().count() > 0) {
                counts[bin(fixture.latency().p50(), bounds)]++;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            labels.add(bounds.get(i).toPlainString() + "–" + bounds.get(i + 1).toPlainString() + " ms");
            fixtures.add(counts[i] == 0 ? null : (Long) counts[i]);
        }
        marker(markers, "p50", all.p50(), bounds);
        marker(markers, "p95", all.p95(), bounds);
        marker(markers, "p99", all.p99(), bounds);
    }

    private static void marker(ArrayNode markers, String text, double latency, List<BigDecimal> bounds) {
        int bin = bin(latency, bounds);
        double low = bounds.get(bin).doubleValue();
        double high = bounds.get(bin + 1).doubleValue();
        double share = Math.max(0, Math.min(1, (latency - low) / (high - low)));
        markers.addObject().put("at", Math.round((bin + share) * 1000) / 1000.0).put("text", text);
    }

    private static int bin(double latency, List<BigDecimal> bounds) {
        int bin = 0;
        while (bin < bounds.size() - 2 && latency >= bounds.get(bin + 1).doubleValue()) {
            bin++;
        }
        return bin;
    }

    /** From the bound at or below {@code min} to the one above {@code max}. */
    private static List<BigDecimal> bounds(double min, double max) {
        List<BigDecimal> bounds = new ArrayList<>();
        for (int exponent = SMALLEST_EXPONENT; ; exponent++) {
            for (int step : STEPS) {
                BigDecimal bound = BigDecimal.valueOf(step).scaleByPowerOfTen(exponent);
                if (bound.doubleValue() <= min) {
                    bounds.clear();
                }
                bounds.add(bound);
                if (bounds.size() > 1 && bound.doubleValue() > max) {
                    return bounds;
                }
            }
        }
    }
}
