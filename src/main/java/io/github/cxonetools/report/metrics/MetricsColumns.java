package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.ExecutionCounts;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.FigureText;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import java.util.Map;

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
        int figure = Math.max(MIN_FIGURE, width(action.total()));
        int widest = MIN_LABEL;
        for (VersionMetrics version : action.versions()) {
            figure = Math.max(figure, width(version.figures()));
            widest = Math.max(widest, ConsoleText.width(label(version, style)));
            for (Map.Entry<String, Figures> status : version.statuses().entrySet()) {
                figure = Math.max(figure, width(status.getValue()));
                widest = Math.max(widest, ConsoleText.width("  " + ConsoleText.printable(status.getKey(), style)));
            }
        }
        this.figureWidth = figure;
        int taken = 2 + 3 * (2 + figureWidth);
        this.labelWidth = Math.min(Math.min(widest, MAX_LABEL), Math.max(MIN_LABEL, style.width() - taken));
        this.sparklineFits = !counts.isEmpty() && taken + labelWidth + 2 + counts.stretches() <= style.width();
    }

    private static int width(Figures figures) {
        return Math.max(
                FigureText.executions(figures.executions()).length(),
                FigureText.milliseconds(figures.avgLatencyMs()).length());
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
}
