package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.TimeGrid;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the charts of the page are drawn from. A stretch of time without rows is null, and so a gap. */
final class MetricsChart {

    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_UP);
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private MetricsChart() {}

    static ObjectNode data(List<MetricsSection> sections) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode actions = data.putArray("actions");
        for (MetricsSection section : sections) {
            action(section, actions.addObject());
        }
        return data;
    }

    private static void action(MetricsSection section, ObjectNode json) {
        TimeGrid grid = section.series().grid();
        boolean days = isDaily(grid);
        boolean years = isLong(grid);
        ArrayNode labels = json.putArray("labels");
        for (Instant start : grid.starts()) {
            LocalDateTime time = start.atOffset(ZoneOffset.UTC).toLocalDateTime();
            String day = years ? day(time) + " " + time.getYear() : day(time);
            labels.add(days ? day : day + " " + time.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
        }
        ArrayNode stamps = json.putArray("stamps");
        grid.starts().forEach(start -> stamps.add(start.toString()));
        ArrayNode versions = json.putArray("versions");
        for (DrawnVersion version : section.drawn()) {
            version(section, version, versions.addObject());
        }
        ArrayNode markers = json.putArray("markers");
        for (DeploymentMark mark : DeploymentMark.of(section)) {
            if (isWithin(mark.at(), section, grid)) {
                markers.addObject()
                        .put("at", position(mark.at(), section, grid))
                        .put("text", mark.text());
            }
        }
        ObjectNode limits = json.putObject("limits");
        limits(section.limits("maxErrorRate"), limits.putArray("errorRate"));
        limits(section.limits("Latency"), limits.putArray("latency"));
    }

    private static void limits(List<RuleResult> rules, ArrayNode json) {
        for (RuleResult rule : rules) {
            json.addObject().put("value", rounded(rule.limit())).put("text", rule.name());
        }
    }

    /** Like {@code 3 Jan}. The JDK's own names of months would load the data of locales first. */
    private static String day(LocalDateTime time) {
        int month = 3 * (time.getMonthValue() - 1);
        return time.getDayOfMonth() + " " + MONTHS.substring(month, month + 3);
    }

    /** Whether one day and month stands for more than one day. */
    private static boolean isLong(TimeGrid grid) {
        List<Instant> starts = grid.starts();
        return Duration.between(starts.get(0), starts.get(starts.size() - 1)).toDays() >= 365;
    }

    private static boolean isDaily(TimeGrid grid) {
        for (Instant start : grid.starts()) {
            if (start.getEpochSecond() % 86_400 != 0) {
                return false;
            }
        }
        return true;
    }

    private static void version(MetricsSection section, DrawnVersion version, ObjectNode json) {
        json.put("label", version.label());
        json.put("other", version.isOther());
        ArrayNode executions = json.putArray("executions");
        ArrayNode errorRate = json.putArray("errorRate");
        ArrayNode latency = json.putArray("latency");
        for (Figures figures : section.of(version)) {
            executions.add(figures == null ? null : figures.executions());
            errorRate.add(rounded(figures == null ? null : figures.errorRate()));
            latency.add(rounded(figures == null ? null : figures.avgLatencyMs()));
        }
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number) {
        return number == null ? null : number.round(DIGITS);
    }

    private static boolean isWithin(Instant at, MetricsSection section, TimeGrid grid) {
        return !at.isBefore(grid.starts().get(0))
                && !at.isAfter(section.action().query().window().to());
    }

    /** In stretches from the left edge: 1.5 is the middle of the second. */
    private static double position(Instant at, MetricsSection section, TimeGrid grid) {
        int index = grid.index(at);
        Instant start = grid.starts().get(index);
        double length = Math.max(1, length(index, section, grid).toMillis());
        double position = index + Math.min(1, Duration.between(start, at).toMillis() / length);
        return Math.round(position * 1000) / 1000.0;
    }

    /** The last stretch is as long as the one before it, though the window may end within. */
    private static Duration length(int index, MetricsSection section, TimeGrid grid) {
        if (grid.starts().size() == 1) {
            return Duration.between(
                    grid.starts().get(0), section.action().query().window().to());
        }
        int first = Math.min(index, grid.starts().size() - 2);
        return Duration.between(grid.starts().get(first), grid.starts().get(first + 1));
    }
}
