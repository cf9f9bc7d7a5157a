package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.text.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** {@code compatibility.md}: a comparison as a comment on a pull request. */
final class CompatibilityMarkdown {

    /** What Markdown or HTML in it would obey. */
    private static final String SIGNS = "\\`*_{}[]<>()#+!|~&@-";

    private static final Pattern TICKS = Pattern.compile("`+");

    private CompatibilityMarkdown() {}

    /** The text of a document that {@link CompatibilityJson} made. */
    static String of(JsonNode document) {
        StringBuilder text = new StringBuilder("# Compatibility of contracts: ");
        text.append(document.path("passed").booleanValue(false) ? "passed" : "failed")
                .append("\n\n");
        JsonNode actions = document.path("actions");
        if (!actions.isEmpty()) {
            text.append("| action | versions | against | needs | |\n| --- | --- | --- | --- | --- |\n");
            actions.forEach(action -> row(action, text));
            text.append('\n');
        }
        actions.forEach(action -> action.path("sides").forEach(side -> side(action, side, text)));
        list(document.path("notes"), text);
        list(document.path("findings"), text);
        undeclared(document, text);
        return text.toString();
    }

    private static void row(JsonNode action, StringBuilder text) {
        boolean passed = action.path("passed").booleanValue(false);
        text.append("| ").append(word(action, "name")).append(" | ");
        text.append(word(action, "before"))
                .append(" → ")
                .append(word(action, "after"))
                .append(" | ");
        text.append(word(action, "baseline")).append(" | ");
        text.append(passed ? word(action, "needs") : "**" + word(action, "needs") + "**")
                .append(" | ");
        text.append(passed ? "passed" : "**failed**").append(" |\n");
    }

    private static void side(JsonNode action, JsonNode side, StringBuilder text) {
        for (JsonNode broken : side.path("breaks")) {
            text.append("## ")
                    .append(word(action, "name"))
                    .append(": ")
                    .append(word(side, "side"))
                    .append(' ');
            text.append(word(broken, "pointer")).append("\n\n");
            text.append(word(broken, "code").equals("undecided") ? "Undecided: " : "Breaks: ");
            text.append(word(broken, "change"));
            text.append(broken.has("member") ? " (" + code(broken.path("member").stringValue("")) + ")" : "");
            text.append(broken.path("accepted").booleanValue(false) ? ". Accepted." : ".")
                    .append("\n\n");
            if (broken.has("witness")) {
                text.append(
                        word(side, "side").equals("input")
                                ? word(action, "before") + " accepts and this refuses:\n\n"
                                : "This promises and " + word(action, "before") + " did not:\n\n");
                block("json", ShownPayload.pretty(broken.path("witness")), text);
            }
            if (!broken.path("accepted").booleanValue(false)) {
                text.append("To accept it:\n\n");
                block("xml", broken.path("acceptedBreak").stringValue("") + "\n", text);
            }
        }
        if (!side.path("changes").isEmpty()) {
            text.append("## ").append(word(action, "name")).append(": ").append(word(side, "side"));
            text.append(", compatible\n\nNeeds ").append(word(side, "needs")).append(":\n\n");
            list(side.path("changes"), text);
        }
    }

    private static void undeclared(JsonNode document, StringBuilder text) {
        boolean compared = document.path("undeclaredProperties").stringValue("").equals("compare");
        text.append("Properties that a schema does not declare were ");
        text.append(compared ? "compared" : "ignored").append(" (`undeclaredProperties`). ");
        text.append(compared ? "Ignored, these would not break:" : "Compared, these would break too:");
        int before = text.length();
        for (JsonNode action : document.path("actions")) {
            for (JsonNode side : action.path("sides")) {
                for (JsonNode broken : side.path("undeclared")) {
                    text.append(text.length() == before ? "\n\n- " : "- ")
                            .append(word(action, "name"))
                            .append(": ");
                    text.append(word(side, "side"))
                            .append(' ')
                            .append(word(broken, "pointer"))
                            .append(": ");
                    text.append(word(broken, "change")).append('\n');
                }
            }
        }
        text.append(text.length() == before ? " none.\n" : "");
    }

    private static void list(JsonNode texts, StringBuilder text) {
        texts.forEach(
                each -> text.append("- ").append(escaped(each.stringValue(""))).append('\n'));
        text.append(texts.isEmpty() ? "" : "\n");
    }

    private static void block(String language, String content, StringBuilder text) {
        String fence = "`".repeat(Math.max(3, longestTicks(content) + 1));
        text.append(fence)
                .append(language)
                .append('\n')
                .append(content)
                .append(fence)
                .append("\n\n");
    }

    private static String code(String content) {
        String ticks = "`".repeat(longestTicks(content) + 1);
        return ticks + VisibleText.oneLine(content) + ticks;
    }

    private static int longestTicks(String content) {
        int longest = 0;
        for (Matcher ticks = TICKS.matcher(content); ticks.find(); ) {
            longest = Math.max(longest, ticks.end() - ticks.start());
        }
        return longest;
    }

    private static String word(JsonNode object, String member) {
        return escaped(object.path(member).stringValue(""));
    }

    private static String escaped(String text) {
        String line = VisibleText.oneLine(text);
        StringBuilder escaped = new StringBuilder(line.length() + 8);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (SIGNS.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
