package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.report.text.PageShell;
import io.github.cxonetools.report.text.PageTemplates;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.VisibleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        List<PageShell.Entry> rail = new ArrayList<>();
        for (ActionReport action : report.actions()) {
            long failed = action.failed();
            int all = action.fixtures().size();
            boolean passed = action.passed();
            rail.add(new PageShell.Entry(
                    "action-" + rail.size(),
                    action.action(),
                    failed > 0
                            ? "✗ " + failed + "/" + all
                            : (passed ? all == 0 ? "" : "✓ " : "✗ ") + NumberText.count(all),
                    passed ? all == 0 ? "" : "good" : "bad",
                    all == 0 ? null : Math.toIntExact(100 * failed / all)));
        }
        return new PageShell(
                "simulation",
                title(report) + " – simulation",
                source.origin(),
                new PageShell.Badge(verdict(report, causes), report.passed() ? "good" : "bad"),
                rail);
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
        return part == null ? "" : part.shard() + " of " + part.fixtures() + " fixtures";
    }

    private static String title(SimulationReport report) {
        return report.actions().size() == 1
                ? report.actions().get(0).action()
                : report.actions().size() + " actions, " + report.played() + " fixtures";
    }

    /** The same for a Maven site: without a page around it, and without payloads, outputs and what was printed. */
    public String siteBody(SimulationReport report, Path base) {
        return templates.siteBody(
                "simulation-site",
                "simulation-site",
                model(report, new FixtureEntries(base, false)),
                LatencyChart.data(report.actions()));
    }

    private static Map<String, Object> model(SimulationReport report, FixtureEntries entries) {
        List<Map<String, Object>> actions = new ArrayList<>();
        for (ActionReport action : report.actions()) {
            actions.add(action(action, actions.size(), entries));
        }
        return Map.of(
                "shard",
                shard(report),
                "passed",
                report.passed(),
                "findings",
                report.findings(),
                "mixed",
                report.failed() > 0 && report.failed() < report.played(),
                "actions",
                actions);
    }

    private static Map<String, Object> action(ActionReport action, int index, FixtureEntries entries) {
        return Map.ofEntries(
                Map.entry("index", index),
                Map.entry("name", action.action()),
                Map.entry("version", action.version()),
                Map.entry("cards", cards(action)),
                Map.entry("empty", action.fixtures().isEmpty() && action.probes() == null),
                Map.entry("charted", LatencyChart.isDrawn(action)),
                Map.entry("runs", action.latency().count()),
                Map.entry("cut", entries.cut(action)),
                Map.entry("fixtures", entries.of(action)),
                Map.entry("printed", entries.printed(action.printed())));
    }

    private static List<Map<String, Object>> cards(ActionReport action) {
        List<Map<String, Object>> cards = new ArrayList<>();
        long failed = action.failed();
        long passed = action.fixtures().size() - failed;
        cards.add(card(Long.toString(passed), "passed", failed == 0 && passed > 0 ? "good" : ""));
        cards.add(card(Long.toString(failed), "failed", failed == 0 ? "" : "bad"));
        Latency latency = action.latency();
        if (latency.count() > 0) {
            cards.add(card(milliseconds(latency.p50()), "median", ""));
            cards.add(card(milliseconds(latency.p95()), "95th percentile", ""));
            cards.add(card(milliseconds(latency.p99()), "99th percentile", ""));
            cards.add(card(milliseconds(latency.max()), "slowest", ""));
        }
        return cards;
    }

    private static Map<String, Object> card(String value, String label, String tone) {
        return Map.of("value", value, "label", label, "tone", tone);
    }

    /** Three digits that count: {@code 0.0412 ms}, {@code 41.2 ms}, {@code 4120 ms}. */
    static String milliseconds(double latency) {
        int digits = latency >= 100 ? 0 : latency >= 10 ? 1 : latency >= 1 ? 2 : latency >= 0.1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + digits + "f ms", latency);
    }
}
