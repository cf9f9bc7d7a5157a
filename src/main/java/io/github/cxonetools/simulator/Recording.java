package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.expectation.Differences;
import io.github.cxonetools.simulator.fixture.Fixture;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What several runs of one fixture have in common, as an expectation: placeholders stand where they differ. */
final class Recording {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private @Nullable JsonNode common;
    private boolean usable = true;

    void add(ExecutionResult result) {
        ObjectNode json = result.toJson();
        json.remove("latency_ms");
        usable &= common == null || common.path("status").equals(json.path("status"));
        common = common == null ? withoutPlaceholders(json) : merge(common, json);
    }

    boolean isUsable() {
        return usable && common != null;
    }

    /** Writes the expectation of {@code fixture}. */
    Path write(Fixture fixture) throws UnavailableException {
        Path file = fixture.file().resolveSibling(fixture.name() + ".expected.json");
        AtomicFile.write(file, Json.pretty(common == null ? NODES.objectNode() : common));
        return file;
    }

    private static JsonNode merge(JsonNode a, JsonNode b) {
        if (a.isObject() && b.isObject()) {
            ObjectNode merged = NODES.objectNode();
            for (Map.Entry<String, JsonNode> member : a.properties()) {
                JsonNode other = b.get(member.getKey());
                if (other != null) {
                    merged.set(member.getKey(), merge(member.getValue(), other));
                }
            }
            return merged;
        }
        if (a.isArray() && b.isArray() && a.size() == b.size()) {
            ArrayNode merged = NODES.arrayNode();
            for (int i = 0; i < a.size(); i++) {
                merged.add(merge(a.get(i), b.get(i)));
            }
            return merged;
        }
        return a.equals(b) || isPlaceholder(a) ? a : NODES.stringNode(placeholder(a, b));
    }

    private static String placeholder(JsonNode a, JsonNode b) {
        if (a.isString() && b.isString()) {
            return "${json-unit.any-string}";
        }
        if (a.isNumber() && b.isNumber()) {
            return "${json-unit.any-number}";
        }
        return a.isBoolean() && b.isBoolean() ? "${json-unit.any-boolean}" : "${json-unit.ignore}";
    }

    /** An answer that looks like a placeholder must not become one that accepts everything else too. */
    private static JsonNode withoutPlaceholders(JsonNode json) {
        if (json.isObject()) {
            ObjectNode copy = NODES.objectNode();
            json.properties().forEach(member -> copy.set(member.getKey(), withoutPlaceholders(member.getValue())));
            return copy;
        }
        if (json.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            json.forEach(element -> copy.add(withoutPlaceholders(element)));
            return copy;
        }
        return isPlaceholder(json) ? NODES.stringNode("${json-unit.any-string}") : json;
    }

    private static boolean isPlaceholder(JsonNode json) {
        return json.isString() && Differences.isPlaceholder(json.asString());
    }
}
