package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.report.text.PageShell;
import io.github.cxonetools.report.text.PageTemplates;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A simulation as one self-contained page: each action's fixtures, differences and latency. */
public final class SimulationPage {

    private final PageTemplates templates = new PageTemplates();

    /**
     * Writes the page.
     *
     * @param origin what the page's bar says of the build
     * @param base files below it are shown relative to it, so that the page is the same on every machine
     */
    public void write(SimulationReport report, PageOrigin origin, Path file, Path base) throws UnavailableException {
        templates.write(
                shell(report, origin),
                model(report, new FixtureEntries(base, true)),
                LatencyChart.data(report.actions()),
                file);
    }

    private static PageShell shell(SimulationReport report, PageOrigin origin) {
        List<PageShell.Entry> rail = new ArrayList<>();
        for (ActionReport action : report.actions()) {
            long failed = action.failed();
            int all = action.fixtures().size();
            rail.add(new PageShell.Entry(
                    "action-" + rail.size(),
                    action.action(),
                    failed == 0 ? NumberText.count(all) : "✗ " + failed + "/" + all,
                    failed == 0 ? "" : "bad",
                    all == 0 ? null : Math.toIntExact(100 * failed / all)));
        }
        return new PageShell(
                "simulation",
                title(report) + " – simulation",
                origin,
                new PageShell.Verdict(report.passed() ? "✓ passed" : "✗ failed", report.passed() ? "good" : "bad"),
                rail);
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
                "simulation",
                model(report, new FixtureEntries(base, false)),
                LatencyChart.data(report.actions()));
    }

    private static Map<String, Object> model(SimulationReport report, FixtureEntries entries) {
        List<Map<String, Object>> actions = new ArrayList<>();
        for (ActionReport action : report.actions()) {
            actions.add(action(action, actions.size(), entries));
        }
        SimulationReport.ShardOf part = report.shard();
        return Map.of(
                "shard",
                part == null ? "" : part.shard() + " of " + part.fixtures() + " fixtures",
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
