package io.github.cxonetools.report.metrics;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.gate.GateVerdict;
import io.github.cxonetools.metrics.gate.MetricsEvents;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.ConsoleStyle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Shows what was measured as a table, writes its files and its page, and words what the gate says. */
public final class MetricsOutput implements MetricsEvents {

    private final MetricsTable table;
    private final MetricsPage page;
    private final Path directory;
    private final Path pageFile;
    private final ConsoleLog log;

    /**
     * @param versionOrder Maven's order, lowest first
     * @param directory where the files are written
     */
    public MetricsOutput(ConsoleStyle style, Comparator<String> versionOrder, Path directory, ConsoleLog log) {
        this.table = new MetricsTable(style, versionOrder);
        this.page = new MetricsPage(versionOrder);
        this.directory = directory;
        this.pageFile = directory.resolve("metrics.html");
        this.log = log;
    }

    @Override
    public void measured(DeploymentTarget tenant, List<ExecutionMetrics> metrics) throws CxoneException {
        MetricsReport report = MetricsReport.of(tenant.name().toString(), metrics, tenant.receipts());
        table.lines(report.actions(), report.tenant()).forEach(log::info);
        MetricsFiles.write(report, directory);
        page.write(report, pageFile);
    }

    @Override
    public void waiting(String action, String version, long executions, long needed, Duration left) {
        log.info(action + " " + version + ": " + executions + " of " + needed + " executions; waiting up to "
                + seconds(left));
    }

    @Override
    public void unavailable(String action, String version, String reason, Duration left) {
        log.warn(action + " " + version + ": " + reason + "; waiting up to " + seconds(left));
    }

    @Override
    public void evaluated(GateVerdict verdict) {
        verdict.lines().forEach(verdict.passed() ? log::info : log::error);
    }

    @Override
    public void followed(String sentence) {
        log.warn(sentence);
    }

    @Override
    public void ended() {
        log.info("Page: " + pageFile);
    }

    private static String seconds(Duration left) {
        return Math.max(0, left.toSeconds()) + " s";
    }
}
