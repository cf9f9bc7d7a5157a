package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.ExecutionCounts;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.FigureText;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.report.text.NumberText;
import java.util.Map;

/** The columns of one action's table, as wide as their widest cell, and lines made of them. */
final class MetricsColumns {

    private static final String EXECUTIONS = "EXECUTIONS";
    private static final String ERROR_RATE = "ERROR RATE";
    private static final String AVG_LATENCY = "AVG LATENCY";
    private static final String OVER_TIME = "OVER TIME";
    private static final int MIN_LABEL = 12;
    private static final int MAX_LABEL = 40;

    private final ConsoleStyle style;
    private final Sparkline sparkline;
    private final ExecutionCounts counts;
    private final int labelWidth;
    private final int executionsWidth;
    private final boolean sparklineFits;

    /** @param width columns that the table may take */
    MetricsColumns(ExecutionMetrics action, ConsoleStyle style, int width) {
        this.style = style;
        this.sparkline = new Sparkline(style);
        int executions = Math.max(EXECUTIONS.length(), width(action.total()));
        int widest = MIN_LABEL;
        for (VersionMetrics version : action.versions()) {
            executions = Math.max(executions, width(version.figures()));
            widest = Math.max(widest, ConsoleText.width(label(version, style)));
            for (Map.Entry<String, Figures> status : version.statuses().entrySet()) {
                executions = Math.max(executions, width(status.getValue()));
                widest = Math.max(widest, ConsoleText.width("  " + ConsoleText.printable(status.getKey(), style)));
            }
        }
        this.executionsWidth = executions;
        int taken = 2 + 2 + executions + 2 + ERROR_RATE.length() + 2 + AVG_LATENCY.length();
        this.labelWidth = Math.min(Math.min(widest, MAX_LABEL), Math.max(MIN_LABEL, width - taken));
        int room = width - taken - labelWidth - 2;
        this.counts = ExecutionCounts.of(action, Math.max(1, Math.min(Sparkline.MAX_WIDTH, room)));
        this.sparklineFits = !counts.isEmpty() && room >= OVER_TIME.length();
    }

    private static int width(Figures figures) {
        return executions(figures).length();
    }

    static String label(VersionMetrics version, ConsoleStyle style) {
        return version.version() == null ? "(no version)" : ConsoleText.printable(version.version(), style);
    }

    String header() {
        return line("VERSION", EXECUTIONS, ERROR_RATE, AVG_LATENCY) + (sparklineFits ? "  " + OVER_TIME : "");
    }

    /** @param isWorse whether it is clearly worse than the version before */
    String version(VersionMetrics version, boolean isWorse) {
        String spark = sparklineFits ? "  " + sparkline.draw(counts.of(version.version())) : "";
        String line = (figures(label(version, style), version.figures()) + spark).stripTrailing();
        return isWorse ? style.red(line) : line;
    }

    String status(String status, Figures figures) {
        return line("  " + ConsoleText.printable(status, style), executions(figures), "", latency(figures));
    }

    String total(Figures figures) {
        return figures("total", figures);
    }

    private String figures(String label, Figures figures) {
        return line(label, executions(figures), rate(figures), latency(figures));
    }

    private static String executions(Figures figures) {
        return figures.executions() == null ? FigureText.ABSENT : NumberText.count(figures.executions());
    }

    private static String rate(Figures figures) {
        return figures.errorRate() == null
                ? FigureText.ABSENT
                : NumberText.percent(figures.errorRate().doubleValue());
    }

    private String latency(Figures figures) {
        return figures.avgLatencyMs() == null
                ? FigureText.ABSENT
                : style.duration(figures.avgLatencyMs().doubleValue());
    }

    private String line(String label, String executions, String errorRate, String latency) {
        return "  " + ConsoleText.fit(label, labelWidth, false, style) + "  " + right(executions, executionsWidth)
                + "  " + right(errorRate, ERROR_RATE.length()) + "  " + right(latency, AVG_LATENCY.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
