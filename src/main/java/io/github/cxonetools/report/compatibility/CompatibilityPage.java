package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.report.text.PageShell;
import io.github.cxonetools.report.text.PageTemplates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A comparison as one self-contained page: each action's verdict, its breaks, and the payload that shows each. */
public final class CompatibilityPage {

    private final PageTemplates templates = new PageTemplates();

    /** Writes the page of a document that {@link CompatibilityJson} made or read. */
    public void write(JsonNode document, Path file) throws UnavailableException {
        templates.write(shell(document), model(document), Json.object(), file);
    }

    /** The same without a page around it, for a Maven site. */
    public String siteBody(JsonNode document) {
        return templates.siteBody("compatibility-site", "compatibility", model(document), Json.object());
    }

    /** The page is the same whenever it is made, so it has no time. */
    private static PageShell shell(JsonNode document) {
        List<PageShell.Entry> rail = new ArrayList<>();
        int failed = 0;
        for (JsonNode action : document.path("actions")) {
            if (!text(action, "bump").equals("none")) {
                boolean passed = action.path("passed").booleanValue(false);
                failed += passed ? 0 : 1;
                rail.add(new PageShell.Entry(
                        "action-" + rail.size(),
                        text(action, "name"),
                        (passed ? "✓ needs " : "✗ needs ") + text(action, "needs"),
                        passed ? "good" : "bad",
                        null));
            }
        }
        int actions = document.path("actions").size();
        boolean passed = document.path("passed").booleanValue(false);
        return new PageShell(
                "compatibility",
                title(document) + " – compatibility",
                new PageOrigin(artifact(document), text(document, "version"), null, null),
                new PageShell.Badge(
                        passed
                                ? "✓ " + NumberText.count(actions, "action") + " compared, passed"
                                : failed == 0
                                        ? "✗ failed"
                                        : "✗ " + failed + " of " + NumberText.count(actions, "action") + " failed",
                        passed ? "good" : "bad"),
                rail);
    }

    private static Map<String, Object> model(JsonNode document) {
        List<Map<String, Object>> actions = new ArrayList<>();
        List<Map<String, Object>> undeclared = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        int breaks = 0;
        int failed = 0;
        for (JsonNode action : document.path("actions")) {
            if (text(action, "bump").equals("none")) {
                unchanged.add(text(action, "name") + " " + text(action, "after"));
                continue;
            }
            actions.add(action(action, actions.size(), undeclared));
            failed += action.path("passed").booleanValue(false) ? 0 : 1;
            for (JsonNode side : action.path("sides")) {
                breaks += side.path("breaks").size();
            }
        }
        boolean compared = text(document, "undeclaredProperties").equals("compare");
        return Map.ofEntries(
                Map.entry("passed", document.path("passed").booleanValue(false)),
                Map.entry("mixed", failed > 0 && failed < actions.size()),
                Map.entry("cards", cards(actions.size() + unchanged.size(), failed, breaks)),
                Map.entry("findings", texts(document.path("findings"))),
                Map.entry("notes", texts(document.path("notes"))),
                Map.entry("actions", actions),
                Map.entry("unchangedCount", unchanged.size()),
                Map.entry("anyUnchanged", !unchanged.isEmpty()),
                Map.entry("unchanged", unchanged),
                Map.entry("undeclaredWord", compared ? "compared" : "ignored"),
                Map.entry(
                        "undeclaredQuestion",
                        compared
                                ? "Were they ignored, these would not break:"
                                : "Were they compared, these would break too:"),
                Map.entry("undeclared", undeclared),
                Map.entry("noneUndeclared", undeclared.isEmpty()));
    }

    /** Without the group: the bar is short. */
    private static String artifact(JsonNode document) {
        String project = text(document, "project");
        return project.substring(project.indexOf(':') + 1);
    }

    private static String title(JsonNode document) {
        JsonNode actions = document.path("actions");
        return actions.size() == 1 ? text(actions.get(0), "name") : text(document, "project");
    }

    private static List<Map<String, Object>> cards(int actions, int failed, int breaks) {
        return List.of(
                card(Integer.toString(actions), actions == 1 ? "action compared" : "actions compared", ""),
                card(Integer.toString(failed), "failed", failed == 0 ? "good" : "bad"),
                card(Integer.toString(breaks), breaks == 1 ? "break" : "breaks", breaks == 0 ? "good" : ""));
    }

    private static Map<String, Object> card(String value, String label, String tone) {
        return Map.of("value", value, "label", label, "tone", tone);
    }

    private static Map<String, Object> action(JsonNode action, int index, List<Map<String, Object>> undeclared) {
        boolean passed = action.path("passed").booleanValue(false);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (JsonNode side : action.path("sides")) {
            entries.addAll(entries(action, side, passed));
            for (JsonNode broken : side.path("undeclared")) {
                undeclared.add(Map.of(
                        "action", text(action, "name"),
                        "side", text(side, "side"),
                        "pointer", text(broken, "pointer"),
                        "change", text(broken, "change"),
                        "witness", ShownPayload.pretty(broken.path("witness"))));
            }
        }
        return Map.of(
                "index",
                index,
                "name",
                text(action, "name"),
                "before",
                text(action, "before"),
                "after",
                text(action, "after"),
                "baseline",
                text(action, "baseline"),
                "tone",
                passed ? "good" : "bad",
                "verdict",
                "needs " + text(action, "needs"),
                "entries",
                entries);
    }

    private static List<Map<String, Object>> entries(JsonNode action, JsonNode side, boolean passed) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (JsonNode broken : side.path("breaks")) {
            entries.add(broken(action, side, broken, passed));
        }
        if (entries.isEmpty()) {
            entries.add(Map.ofEntries(
                    Map.entry("tone", "good"),
                    Map.entry("badge", text(side, "verdict")),
                    Map.entry("place", text(side, "side")),
                    Map.entry("member", ""),
                    Map.entry(
                            "change", text(side, "verdict").equals("unchanged") ? "" : "needs " + text(side, "needs")),
                    Map.entry("changes", texts(side.path("changes"))),
                    Map.entry("who", ""),
                    Map.entry("witness", ""),
                    Map.entry("file", ""),
                    Map.entry("accept", "")));
        }
        return entries;
    }

    private static Map<String, Object> broken(JsonNode action, JsonNode side, JsonNode broken, boolean passed) {
        boolean accepted = broken.path("accepted").booleanValue(false);
        boolean undecided = text(broken, "code").equals("undecided");
        String who = text(side, "side").equals("input")
                ? text(action, "before") + " accepts and " + text(action, "after") + " refuses"
                : text(action, "after") + " promises and " + text(action, "before") + " did not";
        return Map.ofEntries(
                Map.entry("tone", accepted || passed ? "" : "bad"),
                Map.entry("badge", accepted ? "accepted" : undecided ? "undecided" : "breaks"),
                Map.entry("place", text(side, "side") + " " + text(broken, "pointer")),
                Map.entry("member", text(broken, "member")),
                Map.entry("change", text(broken, "change")),
                Map.entry("changes", List.of()),
                Map.entry("who", broken.has("witness") ? who : ""),
                Map.entry("witness", broken.has("witness") ? ShownPayload.pretty(broken.path("witness")) : ""),
                Map.entry("file", text(broken, "file")),
                Map.entry("accept", accepted ? "" : text(broken, "acceptedBreak")));
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(each -> each.stringValue("")).toList();
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).stringValue("");
    }
}
