package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.report.text.PageShell;
import io.github.cxonetools.report.text.PageTemplates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A comparison as one self-contained page: each action's verdict, its breaks, and the payload that shows each. */
public final class CompatibilityPage {

    private final PageTemplates templates = new PageTemplates();

    /** Writes the page of a document that {@link CompatibilityJson} made or read. */
    public void write(JsonNode document, PageOrigin origin, Path file) throws UnavailableException {
        templates.write(shell(document, origin), model(document), Json.object(), file);
    }

    /** The same without a page around it, for a Maven site. */
    public String siteBody(JsonNode document) {
        return templates.siteBody("compatibility-site", "compatibility", model(document), Json.object());
    }

    private static PageShell shell(JsonNode document, PageOrigin origin) {
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
                origin,
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
            actions.add(action(document, action, actions.size(), undeclared));
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

    private static String title(JsonNode document) {
        JsonNode actions = document.path("actions");
        return actions.size() == 1 ? text(actions.get(0), "name") : text(document, "project");
    }

    private static List<Map<String, Object>> cards(int actions, int failed, int breaks) {
        return List.of(
                card(NumberText.count(actions), actions == 1 ? "action compared" : "actions compared", ""),
                card(NumberText.count(failed), "failed", failed == 0 ? "good" : "bad"),
                card(NumberText.count(breaks), breaks == 1 ? "break" : "breaks", breaks == 0 ? "good" : ""));
    }

    private static Map<String, Object> card(String value, String label, String tone) {
        return Map.of("value", value, "label", label, "tone", tone);
    }

    private static Map<String, Object> action(
            JsonNode document, JsonNode action, int index, List<Map<String, Object>> undeclared) {
        boolean passed = action.path("passed").booleanValue(false);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (JsonNode side : action.path("sides")) {
            for (Map<String, Object> entry : entries(action, side, passed)) {
                Map<String, Object> identified = new LinkedHashMap<>(entry);
                identified.put("id", index + "-" + entries.size());
                entries.add(identified);
            }
            for (JsonNode broken : side.path("undeclared")) {
                undeclared.add(Map.of(
                        "action", text(action, "name"),
                        "side", text(side, "side"),
                        "pointer", text(broken, "pointer"),
                        "change", text(broken, "change"),
                        "witness", ShownPayload.pretty(broken.path("witness"))));
            }
        }
        return Map.ofEntries(
                Map.entry("index", index),
                Map.entry("name", text(action, "name")),
                Map.entry("before", text(action, "before")),
                Map.entry("after", text(action, "after")),
                Map.entry("baseline", text(action, "baseline")),
                Map.entry("tone", passed ? "good" : "bad"),
                Map.entry("verdict", (passed ? "✓ needs " : "✗ needs ") + text(action, "needs")),
                Map.entry("next", passed ? "" : next(document, action)),
                Map.entry("entries", entries));
    }

    /** A version that is high enough makes a break good, unless none is ever taken. */
    private static String next(JsonNode document, JsonNode action) {
        List<String> ways = new ArrayList<>();
        if (!text(document, "compatibility").equals("strict")) {
            ways.add("raise the version to " + text(action, "needs"));
        }
        ways.add("take the change back");
        if (action.path("sides").valueStream().anyMatch(side -> !side.path("breaks")
                .isEmpty())) {
            ways.add("accept each break");
        }
        String last = ways.remove(ways.size() - 1);
        return ways.isEmpty() ? last : String.join(", ", ways) + ", or " + last;
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
