package io.github.cxonetools.report.metrics;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleOutcome;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.report.text.PageShell;
import io.github.cxonetools.report.text.PageTemplates;
import io.github.cxonetools.report.text.TimeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Metrics as one self-contained page: the verdict of the gate, the version judged beside the one before,
 * and charts over time by version. */
public final class MetricsPage {

    private final PageTemplates templates = new PageTemplates();
    private final Comparator<String> versionOrder;

    /** @param versionOrder how versions sort, lowest first */
    public MetricsPage(Comparator<String> versionOrder) {
        this.versionOrder = versionOrder;
    }

    /** Writes the page. */
    public void write(MetricsReport report, PageOrigin origin, Path file) throws UnavailableException {
        List<MetricsSection> sections = sections(report);
        templates.write(shell(report, sections, origin), model(report, sections), MetricsChart.data(sections), file);
    }

    /** The same without a page around it, for a Maven site. */
    public String siteBody(MetricsReport report) {
        List<MetricsSection> sections = sections(report);
        return templates.siteBody("metrics-site", "metrics", model(report, sections), MetricsChart.data(sections));
    }

    private static PageShell shell(MetricsReport report, List<MetricsSection> sections, PageOrigin origin) {
        String title = sections.size() == 1 ? sections.get(0).action().action() : sections.size() + " actions";
        List<PageShell.Entry> rail = new ArrayList<>();
        for (MetricsSection section : sections) {
            rail.add(entry(section, rail.size()));
        }
        return new PageShell("metrics", title + " – metrics", origin, GateView.verdict(report.gates()), rail);
    }

    /** An action with the verdict of its gate or, without one, with its error rate. */
    private static PageShell.Entry entry(MetricsSection section, int index) {
        String target = "action-" + index;
        String name = section.action().action();
        if (section.gate().isPresent()) {
            RuleOutcome outcome = GateJson.outcome(section.gate().get().verdict());
            return new PageShell.Entry(target, name, outcome.toString(), GateView.tone(outcome), null);
        }
        boolean bad = section.judgedMetrics().filter(section::isErrorRateBad).isPresent();
        String rate = section.judgedMetrics()
                .map(VersionMetrics::figures)
                .map(FigureWords::errorRate)
                .orElse("");
        return new PageShell.Entry(target, name, rate, bad ? "bad" : "", null);
    }

    private List<MetricsSection> sections(MetricsReport report) {
        List<MetricsSection> sections = new ArrayList<>();
        for (ExecutionMetrics action : report.actions()) {
            sections.add(new MetricsSection(action, report, versionOrder));
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
        MetricsWindow window = action.query().window();
        List<String> warnings = MetricsWarnings.of(section);
        return Map.ofEntries(
                Map.entry("index", index),
                Map.entry("name", action.action()),
                Map.entry("stamps", window.label() + ", by " + action.query().interval()),
                Map.entry(
                        "window",
                        TimeText.window(window.from(), window.to()) + ", "
                                + TimeText.interval(action.query().interval())),
                Map.entry("extent", extent(action)),
                Map.entry("gates", section.gate().map(GateView::of).stream().toList()),
                Map.entry("isJudged", section.judgedMetrics().isPresent()),
                Map.entry("notExecuted", notExecuted(section)),
                Map.entry("judged", section.judged().orElse("")),
                Map.entry("against", section.before().map(DrawnVersion::label).orElse("")),
                Map.entry("tiles", MetricsTiles.of(section)),
                Map.entry("warned", !warnings.isEmpty()),
                Map.entry("warningCount", NumberText.count(warnings.size(), "data warning")),
                Map.entry("warnings", warnings),
                Map.entry("empty", action.rows().isEmpty()),
                Map.entry("charted", section.isCharted()),
                Map.entry("drawn", VersionRows.drawn(section)),
                Map.entry("total", total(action)),
                Map.entry("versions", VersionRows.all(section)),
                Map.entry("versionCount", NumberText.count(section.versions().size(), "version")),
                Map.entry("moreVersions", VersionRows.moreVersions(section)),
                Map.entry("deployed", !section.deployments().isEmpty()),
                Map.entry("deployments", deployments(section)),
                Map.entry("rowCount", NumberText.count(action.rows().size(), "row")),
                Map.entry("cut", action.rows().size() > MetricsCells.MAX_ROWS),
                Map.entry("shown", MetricsCells.MAX_ROWS),
                Map.entry("rows", MetricsCells.rows(action.rows())));
    }

    private static String extent(ExecutionMetrics action) {
        Long executions = action.total().executions();
        return action.rows().isEmpty() || executions == null
                ? ""
                : NumberText.count(executions, "execution") + " of "
                        + NumberText.count(action.versions().size(), "version");
    }

    /** The version that is judged without having run; empty where it did, and where nothing did. */
    private static String notExecuted(MetricsSection section) {
        boolean nothing =
                section.action().rows().isEmpty() || section.judgedMetrics().isPresent();
        return nothing ? "" : section.judged().orElse("");
    }

    private static Map<String, Object> total(ExecutionMetrics action) {
        return Map.of(
                "executions", FigureWords.executions(action.total()),
                "errorRate", FigureWords.errorRate(action.total()),
                "latency", FigureWords.latency(action.total()));
    }

    private static List<Map<String, Object>> deployments(MetricsSection section) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (MetricsReport.Deployment deployment : section.deployments()) {
            shown.add(Map.of(
                    "version",
                    deployment.version(),
                    "at",
                    TimeText.moment(deployment.at()),
                    "stamp",
                    deployment.at().toString()));
        }
        return shown;
    }
}
