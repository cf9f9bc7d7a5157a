package io.github.cxonetools.compatibility.breaks;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A keyword that two schemas have in different ways, in words. */
final class KeywordDifference {

    private static final int MAX_SHOWN = 80;

    private KeywordDifference() {}

    /** What changed from {@code older} to {@code newer}, each of which may be missing. */
    static String words(String keyword, @Nullable JsonNode older, @Nullable JsonNode newer) {
        if (keyword.equals(Keyword.ENUM.word()) && older != null && newer != null) {
            return values(older, newer);
        }
        if (older == null) {
            return keyword + " is new: " + shown(newer);
        }
        return newer == null ? keyword + " was " + shown(older) : keyword + " " + shown(older) + " → " + shown(newer);
    }

    private static String values(JsonNode older, JsonNode newer) {
        List<String> words = new ArrayList<>();
        String lost = only(older, newer);
        String gained = only(newer, older);
        if (!lost.isEmpty()) {
            words.add("lost " + lost);
        }
        if (!gained.isEmpty()) {
            words.add("gained " + gained);
        }
        return "enum " + String.join(", ", words);
    }

    private static String only(JsonNode of, JsonNode without) {
        List<String> values = new ArrayList<>();
        for (JsonNode value : of) {
            if (without.values().stream().noneMatch(value::equals)) {
                values.add(Json.compact(value));
            }
        }
        return shortened(String.join(", ", values));
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null ? "" : shortened(Json.compact(value));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
