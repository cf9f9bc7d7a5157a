package io.github.cxonetools.report.metrics;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.FigureText;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.report.text.PageShell;
import io.github.cxonetools.report.text.PageTemplates;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metrics as one self-contained page: charts over time by version, and tables beneath. */
public final class MetricsPage {

    private static final int MAX_VERSIONS = 200;
    private static final int MAX_STATUSES = 20;

    private final PageTemplates templates = new PageTemplates();
    private final Comparator<String> versionOrder;

    /** @param versionOrder how versions sort, lowest first */
    public MetricsPage(Comparator<String> versionOrder) {
        this.versionOrder = versionOrder;
    }

    /** Writes the page. */
    public void write(MetricsReport report, PageOrigin origin, Path file) throws UnavailableException {
        List<MetricsSection> sections = sections(report);
        templates.write(shell(sections, origin), model(report, sections), MetricsChart.data(sections), file);
    }

    /** The same without a page around it, for a Maven site. */
    public String siteBody(MetricsReport report) {
        List<MetricsSection> sections = sections(report);
        return templates.siteBody("metrics-site", "metrics", model(report, sections), MetricsChart.data(sections));
    }

    private static PageShell shell(List<MetricsSection> sections, PageOrigin origin) {
        String title = sections.size() == 1 ? sections.get(0).action().action() : sections.size() + " actions";
        List<PageShell.Entry> rail = new ArrayList<>();
        for (MetricsSection section : sections) {
            ExecutionMetrics action = section.action();
            rail.add(new PageShell.Entry(
                    "action-" + rail.size(),
                    action.action(),
                    FigureText.percent(action.total().errorRate()),
                    "",
                    null));
        }
        return new PageShell("metrics", title + " – metrics", origin, PageShell.Verdict.NONE, rail);
    }

    private List<MetricsSection> sections(MetricsReport report) {
        List<MetricsSection> sections = new ArrayList<>();
        for (ExecutionMetrics action : report.actions()) {
            sections.add(
                    new MetricsSection(action, action.versions(versionOrder), report.deploymentsOf(action.action())));
        }
        return sections;
    }

    private static Map<String, Object> model(MetricsReport report, List<MetricsSection> sections) {
        List<Map<String, Object>> actions = new ArrayList<>();
        for (MetricsSection section : sections) {
            actions.add(action(section, actions.size()));
        }
        return Map.of("tenant", report.tenant(), "actions", actions);
    }

    private static Map<String, Object> action(MetricsSection section, int index) {
        ExecutionMetrics action = section.action();
        return Map.ofEntries(
                Map.entry("index", index),
                Map.entry("name", action.action()),
                Map.entry("window", action.query().window().label()),
                Map.entry("interval", action.query().interval()),
                Map.entry("cards", cards(action)),
                Map.entry("remarks", section.remarks()),
                Map.entry("empty", action.rows().isEmpty()),
                Map.entry("charted", section.isCharted()),
                Map.entry("versions", versions(section.versions())),
                Map.entry("moreVersions", more(section.versions().size() - MAX_VERSIONS, "version")),
                Map.entry("deployed", !section.deployments().isEmpty()),
                Map.entry("deployments", deployments(section)),
                Map.entry("rowCount", action.rows().size()),
                Map.entry("cut", action.rows().size() > MetricsCells.MAX_ROWS),
                Map.entry("shown", MetricsCells.MAX_ROWS),
                Map.entry("rows", MetricsCells.rows(action.rows())));
    }

    private static List<Map<String, Object>> deployments(MetricsSection section) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (MetricsReport.Deployment deployment : section.deployments()) {
            shown.add(Map.of(
                    "version", deployment.version(), "at", deployment.at().toString()));
        }
        return shown;
    }

    private static List<Map<String, Object>> cards(ExecutionMetrics action) {
        Figures total = action.total();
        return List.of(
                card(FigureText.executions(total.executions()), "executions", ""),
                card(FigureText.percent(total.errorRate()), "error rate", tone(total.errorRate())),
                card(FigureText.milliseconds(total.avgLatencyMs()), "average latency", ""),
                card(Integer.toString(action.versions().size()), "versions executed", ""));
    }

    private static String tone(@Nullable BigDecimal errorRate) {
        return errorRate == null ? "" : errorRate.signum() > 0 ? "bad" : "good";
    }

    private static Map<String, Object> card(String value, String label, String tone) {
        return Map.of("value", value, "label", label, "tone", tone);
    }

    private static List<Map<String, Object>> versions(List<VersionMetrics> versions) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (VersionMetrics version : versions.subList(0, Math.min(MAX_VERSIONS, versions.size()))) {
            Figures figures = version.figures();
            shown.add(Map.of(
                    "label", MetricsSection.label(version),
                    "executions", FigureText.executions(figures.executions()),
                    "errorRate", FigureText.percent(figures.errorRate()),
                    "failing", tone(figures.errorRate()).equals("bad"),
                    "latency", FigureText.milliseconds(figures.avgLatencyMs()),
                    "statuses", statuses(version),
                    "moreStatuses", more(version.statuses().size() - MAX_STATUSES, "status")));
        }
        return shown;
    }

    /** Empty where there are no more. */
    private static String more(int more, String what) {
        String plural = what.endsWith("s") ? what + "es" : what + "s";
        return more <= 0 ? "" : "And " + more + " more " + (more == 1 ? what : plural) + ", in metrics.json.";
    }

    private static List<Map<String, Object>> statuses(VersionMetrics version) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Map.Entry<String, Figures> status : version.statuses().entrySet()) {
            if (shown.size() == MAX_STATUSES) {
                break;
            }
            Figures figures = status.getValue();
            shown.add(Map.of(
                    "label", status.getKey(),
                    "executions", FigureText.executions(figures.executions()),
                    "latency", FigureText.milliseconds(figures.avgLatencyMs())));
        }
        return shown;
    }
}
