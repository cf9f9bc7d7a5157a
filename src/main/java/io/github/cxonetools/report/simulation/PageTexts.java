package io.github.cxonetools.report.simulation;

import io.github.cxonetools.text.VisibleText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** The long texts of a page, each once, and not more of them than a browser and a mailbox can carry. */
final class PageTexts {

    private static final int MAX_TEXT = 20_000;
    private static final int MAX_ALL = 800_000;
    private static final String LEFT_OUT =
            "Left out, because the page would become too large. It is in simulation.json.";

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private int size;

    /** The text's place in {@link #write}, with control characters shown; null for no text. */
    @Nullable
    Integer add(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String shown = VisibleText.forXml(cut(text.stripTrailing()));
        Integer known = places.get(shown);
        if (known != null) {
            return known;
        }
        if (size + shown.length() > MAX_ALL) {
            return places.computeIfAbsent(LEFT_OUT, key -> places.size());
        }
        size += shown.length();
        places.put(shown, places.size());
        return places.size() - 1;
    }

    void write(ArrayNode texts) {
        places.keySet().forEach(texts::add);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT
                ? text
                : text.substring(0, MAX_TEXT) + "\n… and " + (text.length() - MAX_TEXT) + " more characters";
    }
}
