package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.json.Json;
import tools.jackson.databind.JsonNode;

/** A payload as pages, comments and JUnit's reports show it: as much of it as somebody may read. Its file has the whole. */
final class ShownPayload {

    private static final int MOST = 4_000;

    private ShownPayload() {}

    /** On several lines, which end in {@code \n}. */
    static String pretty(JsonNode payload) {
        return shortened(Json.pretty(payload));
    }

    static String shortened(String json) {
        return json.codePointCount(0, json.length()) <= MOST
                ? json
                : json.substring(0, json.offsetByCodePoints(0, MOST)) + "...\n";
    }
}
