package io.github.cxonetools.report.metrics;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.gate.GateOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict;
import io.github.cxonetools.metrics.gate.MetricsEvents;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.text.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what was measured as a table, writes its files and its page, and words what the gate says. */
public final class MetricsOutput implements MetricsEvents {

    private final MetricsTable table;
    private final MetricsPage page;
    private final Path directory;
    private final Path pageFile;
    private final PageOrigin origin;
    private final ConsoleLog log;
    private final GateConsole console;
    private final List<GateOutcome> gates = new ArrayList<>();
    private @Nullable MetricsReport report;
    private @Nullable Secrets secrets;

    /** As the other, outside of a project. */
    public MetricsOutput(ConsoleStyle style, Comparator<String> versionOrder, Path directory, ConsoleLog log) {
        this(style, versionOrder, directory, PageOrigin.UNKNOWN, log);
    }

    /**
     * @param versionOrder Maven's order, lowest first
     * @param directory where the files are written
     * @param origin what the page's bar says of the build
     */
    public MetricsOutput(
            ConsoleStyle style, Comparator<String> versionOrder, Path directory, PageOrigin origin, ConsoleLog log) {
        this.table = new MetricsTable(style, versionOrder);
        this.page = new MetricsPage(versionOrder);
        this.directory = directory;
        this.pageFile = directory.resolve("metrics.html");
        this.origin = origin;
        this.log = log;
        this.console = new GateConsole(log.style());
    }

    @Override
    public void measured(DeploymentTarget tenant, List<ExecutionMetrics> metrics, Map<String, String> releases)
            throws CxoneException {
        secrets = tenant.client().secrets();
        report = MetricsReport.of(tenant.name().toString(), metrics, tenant.receipts(), releases);
        table.lines(report.actions(), report.tenant()).forEach(log::info);
        // Now, because a gate may wait for long; and again when it has spoken.
        write(report);
    }

    private void write(MetricsReport written) throws CxoneException {
        MetricsFiles.write(written, directory);
        page.write(written, origin, pageFile);
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
        console.lines(verdict).forEach(verdict.passed() ? log::info : log::error);
    }

    @Override
    public void followed(String sentence) {
        log.warn(sentence);
    }

    @Override
    public void concluded(GateOutcome outcome) {
        GateOutcome masked = masked(outcome);
        gates.add(masked);
        console.wayBack(masked.wayBack()).forEach(log::error);
    }

    @Override
    public String page() {
        return log.shown(pageFile);
    }

    @Override
    public void ended(List<ExecutionMetrics> metrics) throws CxoneException {
        if (report != null && !gates.isEmpty()) {
            write(report.with(metrics, gates));
        }
        log.info("Report: " + page());
    }

    /** A tenant's answer may be part of what it says. */
    private GateOutcome masked(GateOutcome outcome) {
        return new GateOutcome(outcome.verdict(), masked(outcome.followed()), masked(outcome.wayBack()));
    }

    private List<String> masked(List<String> texts) {
        return texts.stream()
                .map(text -> secrets == null ? text : secrets.mask(text))
                .toList();
    }

    private static String seconds(Duration left) {
        return Math.max(0, left.toSeconds()) + " s";
    }
}
