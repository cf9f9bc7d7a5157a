package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Accepted breaks as one text, so that what a module leaves for later keeps its own. */
final class AcceptedBreaksText {

    private AcceptedBreaksText() {}

    /** A JSON array of objects with the parts of an {@code <acceptedBreak>}. */
    static String of(List<AcceptedBreak> breaks) {
        ArrayNode array = Json.array();
        for (AcceptedBreak each : breaks) {
            ObjectNode json = array.addObject()
                    .put("action", each.action())
                    .put("side", each.side())
                    .put("pointer", each.pointer())
                    .put("code", each.code())
                    .put("reason", each.reason());
            if (each.until() != null) {
                json.put("until", each.until());
            }
        }
        return Json.compact(array);
    }

    /** @throws RejectedException where {@code text} is none that {@link #of} made */
    static List<AcceptedBreak> read(String text) throws RejectedException {
        List<AcceptedBreak> breaks = new ArrayList<>();
        try {
            for (JsonNode each : Json.read(text)) {
                Properties parts = new Properties();
                for (Map.Entry<String, JsonNode> part : each.properties()) {
                    parts.setProperty(part.getKey(), part.getValue().stringValue());
                }
                breaks.add(AcceptedBreak.of(parts));
            }
        } catch (JacksonException e) {
            throw new RejectedException("The accepted breaks that a module has deferred are no JSON", e);
        }
        return breaks;
    }
}
