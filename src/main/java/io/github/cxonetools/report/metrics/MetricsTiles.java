package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleResult;
import io.github.cxonetools.report.text.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of the version that the page judges at a glance, each beside that of the version before. */
final class MetricsTiles {

    /** From here on a percentage is harder to read than a factor. */
    private static final double FACTOR_FROM = 10;

    private static final Figures NONE = new Figures(null, null, null, null, null);

    private final MetricsSection section;
    private final Figures now;
    private final @Nullable Figures before;
    private final String beforeLabel;
    private final List<@Nullable Figures> stretches;

    private MetricsTiles(MetricsSection section) {
        this.section = section;
        this.now = section.judgedMetrics().map(VersionMetrics::figures).orElse(NONE);
        this.before = section.before().map(VersionMetrics::figures).orElse(null);
        this.beforeLabel = section.before().map(DrawnVersion::label).orElse("");
        this.stretches = section.series().of(section.judged().orElse(null));
    }

    static List<Map<String, Object>> of(MetricsSection section) {
        MetricsTiles tiles = new MetricsTiles(section);
        return List.of(tiles.executions(), tiles.errorRate(), tiles.latency());
    }

    private Map<String, Object> executions() {
        Map<String, Object> tile = tile("Executions", FigureWords.executions(now), "", Figures::executions);
        Long total = section.action().total().executions();
        tile.put(
                "limit",
                now.executions() == null || total == null || total == 0
                        ? ""
                        : NumberText.percent((double) now.executions() / total) + " of all versions");
        if (before != null && before.executions() != null && now.executions() != null) {
            delta(tile, now.executions(), before.executions(), FigureWords.executions(before));
        }
        return tile;
    }

    private Map<String, Object> errorRate() {
        boolean bad = section.judgedMetrics().filter(section::isErrorRateBad).isPresent();
        Map<String, Object> tile = tile("Error rate", FigureWords.errorRate(now), bad ? "bad" : "", Figures::errorRate);
        tile.put("limit", limit("maxErrorRate", FigureWords::percent));
        if (before != null && before.errorRate() != null && now.errorRate() != null) {
            double points = now.errorRate().subtract(before.errorRate()).doubleValue() * 100;
            delta(tile, points, NumberText.threeDigits(Math.abs(points)) + " points", FigureWords.errorRate(before));
        }
        return tile;
    }

    private Map<String, Object> latency() {
        boolean bad = section.judgedMetrics().filter(section::isLatencyBad).isPresent();
        Map<String, Object> tile =
                tile("Average latency", FigureWords.latency(now), bad ? "bad" : "", Figures::avgLatencyMs);
        tile.put("limit", limit("Latency", FigureWords::duration));
        if (before != null && before.avgLatencyMs() != null && now.avgLatencyMs() != null) {
            delta(
                    tile,
                    now.avgLatencyMs().doubleValue(),
                    before.avgLatencyMs().doubleValue(),
                    FigureWords.latency(before));
        }
        return tile;
    }

    private Map<String, Object> tile(
            String label, String value, String tone, Function<Figures, @Nullable Number> figure) {
        Map<String, Object> tile = new LinkedHashMap<>();
        tile.put("label", label);
        tile.put("value", value);
        tile.put("tone", tone);
        tile.put("sign", "");
        tile.put("direction", "");
        tile.put("delta", "");
        tile.put("before", "");
        tile.put("spark", SparkPath.of(stretches, figure));
        return tile;
    }

    /** The lowest limit is the one that counts. */
    private String limit(String ruleNames, Function<@Nullable BigDecimal, String> words) {
        List<RuleResult> limits = new ArrayList<>(section.limits(ruleNames));
        return limits.stream()
                .map(RuleResult::limit)
                .min(Comparator.naturalOrder())
                .map(limit -> "limit " + words.apply(limit))
                .orElse("");
    }

    private void delta(Map<String, Object> tile, double value, double old, String oldWords) {
        double difference = value - old;
        String words = old == 0
                ? ""
                : value / old >= FACTOR_FROM
                        ? NumberText.threeDigits(value / old) + "×"
                        : NumberText.threeDigits(Math.abs(difference) / old * 100) + " %";
        delta(tile, difference, words, oldWords);
    }

    private void delta(Map<String, Object> tile, double difference, String words, String oldWords) {
        boolean same = difference == 0;
        tile.put("sign", same ? "=" : difference > 0 ? "▲" : "▼");
        tile.put("direction", same ? "the same as" : difference > 0 ? "up" : "down");
        tile.put("delta", same ? "" : words);
        tile.put("before", oldWords + " in " + beforeLabel);
    }
}
