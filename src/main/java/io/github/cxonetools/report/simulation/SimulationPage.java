package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.report.text.PageShell;
import io.github.cxonetools.report.text.PageTemplates;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.VisibleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A simulation as one self-contained page: what failed and why, every fixture, probes, and latency. */
public final class SimulationPage {

    private final PageTemplates templates = new PageTemplates();

    /** Writes the page. */
    public void write(SimulationReport report, SimulationSource source, Path file) throws UnavailableException {
        SimulationPageData data = new SimulationPageData(source);
        ObjectNode json = data.of(report);
        templates.write(shell(report, source, data.causes()), pageModel(report, data.causes()), json, file);
    }

    private static PageShell shell(SimulationReport report, SimulationSource source, CauseList causes) {
        return new PageShell(
                "simulation",
                title(report) + " – simulation",
                source.origin(),
                new PageShell.Badge(verdict(report, causes), report.passed() ? "good" : "bad"),
                rail(report));
    }

    private static List<PageShell.Entry> rail(SimulationReport report) {
        List<PageShell.Entry> rail = new ArrayList<>();
        for (ActionReport action : report.actions()) {
            long failed = action.failed();
            int all = action.fixtures().size();
            boolean passed = action.passed();
            rail.add(new PageShell.Entry(
                    "action-" + rail.size(),
                    action.action(),
                    failed > 0
                            ? "✗ " + NumberText.count(failed) + "/" + NumberText.count(all)
                            : (passed ? all == 0 ? "" : "✓ " : "✗ ") + NumberText.count(all),
                    passed ? all == 0 ? "" : "good" : "bad",
                    all == 0 ? null : Math.toIntExact(100 * failed / all)));
        }
        return rail;
    }

    /** {@code ✗ 10 of 19 failed · 2 actions · 40 probes: 2 causes}. */
    private static String verdict(SimulationReport report, CauseList causes) {
        List<String> parts = new ArrayList<>();
        int all = report.played();
        parts.add(
                report.failed() > 0
                        ? "✗ " + NumberText.count(report.failed()) + " of " + NumberText.count(all) + " failed"
                        : (report.passed() ? "✓ " : "✗ ") + NumberText.count(all, "fixture") + " passed");
        if (report.actions().size() > 1) {
            parts.add(NumberText.count(report.actions().size(), "action"));
        }
        int probes = 0;
        int failedProbes = 0;
        for (ActionReport action : report.actions()) {
            probes += action.probes() == null ? 0 : action.probes().sent();
            failedProbes += action.probes() == null ? 0 : action.probes().failed();
        }
        if (probes > 0) {
            parts.add(NumberText.count(probes, "probe")
                    + (failedProbes == 0 ? "" : ": " + NumberText.count(causes.ofProbes(), "cause")));
        }
        if (!report.findings().isEmpty()) {
            parts.add(NumberText.count(report.findings().size(), "finding"));
        }
        return String.join(" · ", parts);
    }

    private static Map<String, Object> pageModel(SimulationReport report, CauseList causes) {
        List<Map<String, Object>> printed = new ArrayList<>();
        for (ActionReport action : report.actions()) {
            if (!action.printed().isBlank()) {
                printed.add(Map.of(
                        "action",
                        action.action(),
                        "text",
                        VisibleText.forXml(action.printed().stripTrailing())));
            }
        }
        return Map.ofEntries(
                Map.entry("findings", report.findings()),
                Map.entry("shard", shard(report)),
                Map.entry("anyCause", causes.size() > 0),
                Map.entry("all", NumberText.count(report.played())),
                Map.entry("failed", NumberText.count(report.failed())),
                Map.entry("passedCount", NumberText.count(report.played() - report.failed())),
                Map.entry("probed", report.actions().stream().anyMatch(action -> action.probes() != null)),
                Map.entry(
                        "measured",
                        report.actions().stream()
                                .anyMatch(action -> action.latency().count() > 0)),
                Map.entry("printed", printed));
    }

    private static String shard(SimulationReport report) {
        SimulationReport.ShardOf part = report.shard();
        return part == null ? "" : part.shard() + " of " + NumberText.count(part.fixtures(), "fixture");
    }

    private static String title(SimulationReport report) {
        return report.actions().size() == 1
                ? report.actions().get(0).action()
                : NumberText.count(report.actions().size(), "action") + ", "
                        + NumberText.count(report.played(), "fixture");
    }

    /** The same for a Maven site: without a page around it, and without payloads, outputs, stacks and what was printed. */
    public String siteBody(SimulationReport report, Path base) {
        SimulationPageData data = SimulationPageData.withoutContent(SimulationSource.of(PageOrigin.UNKNOWN, base));
        ObjectNode json = data.of(report);
        Map<String, Object> model = new LinkedHashMap<>(pageModel(report, data.causes()));
        model.put("printed", List.of());
        model.put("verdict", verdict(report, data.causes()));
        model.put("tone", report.passed() ? "good" : "bad");
        model.put("several", report.actions().size() > 1);
        model.put("rail", rail(report).stream().map(PageShell.Entry::model).toList());
        return templates.siteBody("simulation-site", "simulation", model, json);
    }
}
