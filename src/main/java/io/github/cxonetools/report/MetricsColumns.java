package io.github.cxonetools.report;

import io.github.cxonetools.metrics.ExecutionCounts;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.FigureText;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import java.util.stream.Stream;

/** The columns of one action's table, as wide as their widest cell, and lines made of them. */
final class MetricsColumns {

    private static final String EXECUTIONS = "EXECUTIONS";
    private static final String ERROR_RATE = "ERROR RATE";
    private static final String AVG_LATENCY = "AVG LATENCY";
    private static final int MIN_FIGURE = 12;
    private static final int MIN_LABEL = 12;
    private static final int MAX_LABEL = 40;

    private final ConsoleStyle style;
    private final Sparkline sparkline;
    private final ExecutionCounts counts;
    private final int labelWidth;
    private final int figureWidth;
    private final boolean sparklineFits;

    MetricsColumns(ExecutionMetrics action, ConsoleStyle style) {
        this.style = style;
        this.sparkline = new Sparkline(style);
        this.counts = ExecutionCounts.of(action, Sparkline.MAX_WIDTH);
        this.figureWidth = figures(action).mapToInt(String::length).reduce(MIN_FIGURE, Math::max);
        int taken = 2 + 3 * (2 + figureWidth);
        int widest = labels(action).mapToInt(ConsoleText::width).reduce(MIN_LABEL, Math::max);
        this.labelWidth = Math.min(Math.min(widest, MAX_LABEL), Math.max(MIN_LABEL, style.width() - taken));
        this.sparklineFits = !counts.isEmpty() && taken + labelWidth + 2 + counts.stretches() <= style.width();
    }

    static String label(VersionMetrics version, ConsoleStyle style) {
        return version.version() == null ? "(no version)" : ConsoleText.printable(version.version(), style);
    }

    String header() {
        return line("VERSION", EXECUTIONS, ERROR_RATE, AVG_LATENCY) + (sparklineFits ? "  EXECUTIONS OVER TIME" : "");
    }

    String version(VersionMetrics version) {
        String spark = sparklineFits ? "  " + sparkline.draw(counts.of(version.version())) : "";
        return (figures(label(version, style), version.figures()) + spark).stripTrailing();
    }

    String status(String status, Figures figures) {
        return line(
                "  " + ConsoleText.printable(status, style),
                FigureText.executions(figures.executions()),
                "",
                FigureText.milliseconds(figures.avgLatencyMs()));
    }

    String total(Figures figures) {
        return figures("total", figures);
    }

    private String figures(String label, Figures figures) {
        String line = line(
                label,
                FigureText.executions(figures.executions()),
                FigureText.percent(figures.errorRate()),
                FigureText.milliseconds(figures.avgLatencyMs()));
        boolean failing = figures.errorRate() != null && figures.errorRate().signum() > 0;
        return failing ? style.red(line) : line;
    }

    private String line(String label, String executions, String errorRate, String latency) {
        return "  " + ConsoleText.fit(label, labelWidth, false, style) + "  " + figure(executions) + "  "
                + figure(errorRate) + "  " + figure(latency);
    }

    private String figure(String text) {
        return " ".repeat(figureWidth - text.length()) + text;
    }

    private Stream<String> labels(ExecutionMetrics action) {
        return action.versions().stream()
                .flatMap(version -> Stream.concat(
                        Stream.of(label(version, style)),
                        version.statuses().keySet().stream()
                                .map(status -> "  " + ConsoleText.printable(status, style))));
    }

    private static Stream<String> figures(ExecutionMetrics action) {
        return Stream.concat(
                        Stream.of(action.total()),
                        action.versions().stream()
                                .flatMap(version -> Stream.concat(
                                        Stream.of(version.figures()), version.statuses().values().stream())))
                .flatMap(figures -> Stream.of(
                        FigureText.executions(figures.executions()), FigureText.milliseconds(figures.avgLatencyMs())));
    }
}
