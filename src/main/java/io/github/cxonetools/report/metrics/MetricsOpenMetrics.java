package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.text.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code metrics.prom} as OpenMetrics text 1.0, which a Pushgateway and node_exporter's textfile collector take. All
 * are gauges, because a window's sums go down as well as up; none has a timestamp, because a Pushgateway refuses them.
 * What is not known has no sample.
 */
final class MetricsOpenMetrics {

    private static final String EXECUTIONS = "cxone_action_executions";
    private static final String ERROR_RATE = "cxone_action_error_ratio";
    private static final String LATENCY = "cxone_action_latency_average_seconds";
    private static final String WINDOW = "cxone_action_window_seconds";

    private final Writer out;

    MetricsOpenMetrics(Writer out) {
        this.out = out;
    }

    void write(MetricsReport report) throws IOException {
        family(EXECUTIONS, null, "Executions in the window, by version and status.");
        for (ExecutionMetrics action : report.actions()) {
            for (VersionMetrics version : action.versions()) {
                executions(report, action, version);
            }
        }
        family(ERROR_RATE, null, "Executions that did not succeed, as a share of all in the window, 0 to 1.");
        for (ExecutionMetrics action : report.actions()) {
            for (VersionMetrics version : action.versions()) {
                sample(
                        ERROR_RATE,
                        labels(report, action, version),
                        version.figures().errorRate());
            }
        }
        family(LATENCY, "seconds", "Average latency in the window.");
        for (ExecutionMetrics action : report.actions()) {
            for (VersionMetrics version : action.versions()) {
                BigDecimal milliseconds = version.figures().avgLatencyMs();
                sample(
                        LATENCY,
                        labels(report, action, version),
                        milliseconds == null ? null : milliseconds.movePointLeft(3));
            }
        }
        family(WINDOW, "seconds", "Length of the window.");
        for (ExecutionMetrics action : report.actions()) {
            sample(
                    WINDOW,
                    labels(report, action),
                    BigDecimal.valueOf(action.query().window().length().toSeconds()));
        }
        out.write("# EOF\n");
    }

    private void executions(MetricsReport report, ExecutionMetrics action, VersionMetrics version) throws IOException {
        String labels = labels(report, action, version);
        BigDecimal nameless = executions(version.figures());
        for (Map.Entry<String, Figures> status : version.statuses().entrySet()) {
            BigDecimal executions = executions(status.getValue());
            sample(EXECUTIONS, labels + label(",status", status.getKey()), executions);
            nameless = nameless == null || executions == null ? nameless : nameless.subtract(executions);
        }
        if (version.statuses().isEmpty() || (nameless != null && nameless.signum() > 0)) {
            sample(EXECUTIONS, labels, nameless);
        }
    }

    private static @Nullable BigDecimal executions(Figures figures) {
        return figures.executions() == null ? null : BigDecimal.valueOf(figures.executions());
    }

    private void family(String name, @Nullable String unit, String help) throws IOException {
        out.write("# TYPE " + name + " gauge\n");
        if (unit != null) {
            out.write("# UNIT " + name + " " + unit + "\n");
        }
        out.write("# HELP " + name + " " + help + "\n");
    }

    private void sample(String name, String labels, @Nullable BigDecimal value) throws IOException {
        if (value != null) {
            out.write(name + "{" + labels + "} " + value.toPlainString() + "\n");
        }
    }

    private static String labels(MetricsReport report, ExecutionMetrics action) {
        return label("tenant", report.tenant()) + label(",action", action.action());
    }

    /** An empty label is the same as none, so rows without version have no such label. */
    private static String labels(MetricsReport report, ExecutionMetrics action, VersionMetrics version) {
        return labels(report, action) + (version.version() == null ? "" : label(",version", version.version()));
    }

    private static String label(String name, String value) {
        return name + "=\""
                + VisibleText.forXml(value)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n") + "\"";
    }
}
