package io.github.cxonetools.compatibility.breaks;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows a payload down two schemas, to the keyword of the one that refuses it and that the other has in another way; there
 * the other's keyword is put in its place. The refusing schema is changed.
 */
final class Refusal {

    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");

    /** Keywords that mean something only beside others. */
    private static final Map<String, List<String>> COMPANIONS = Map.of(
            "additionalProperties", List.of("properties", "patternProperties"),
            "additionalItems", List.of("items"),
            "if", List.of("then", "else"));

    private final boolean acceptingIsOlder;

    Refusal(boolean acceptingIsOlder) {
        this.acceptingIsOlder = acceptingIsOlder;
    }

    /** What was found at a place, and mended there. */
    record RefusedPlace(String pointer, String code, String change) {}

    /** Null where no keyword of {@code refusing} differs in a way that explains it; nothing is changed then. */
    @Nullable
    RefusedPlace mend(JsonNode accepting, JsonNode refusing, JsonNode payload, String pointer) {
        if (!(refusing instanceof ObjectNode schema) || !(accepting instanceof ObjectNode other)) {
            return null;
        }
        for (String keyword : List.copyOf(schema.propertyNames())) {
            if (refuses(schema, keyword, payload)) {
                RefusedPlace place = inside(other, schema, keyword, payload, pointer);
                if (place == null) {
                    place = here(other, schema, keyword, pointer);
                }
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    private @Nullable RefusedPlace inside(
            ObjectNode accepting, ObjectNode refusing, String keyword, JsonNode payload, String pointer) {
        JsonNode theirs = accepting.path(keyword);
        JsonNode ours = refusing.path(keyword);
        if (keyword.equals("properties")) {
            return properties(theirs, (ObjectNode) ours, payload, pointer);
        }
        if (keyword.equals("required")) {
            return required(theirs, (ArrayNode) ours, payload, pointer);
        }
        if (keyword.equals("items") && ours.isObject()) {
            return firstItem(theirs, ours, payload, pointer);
        }
        if (keyword.equals("additionalProperties")) {
            return others(accepting, refusing, payload, pointer);
        }
        return LISTS.contains(keyword) && theirs.size() == ours.size() ? parts(theirs, ours, payload, pointer) : null;
    }

    private @Nullable RefusedPlace properties(
            JsonNode accepting, ObjectNode refusing, JsonNode payload, String pointer) {
        for (String name : List.copyOf(refusing.propertyNames())) {
            JsonNode value = payload.get(name);
            JsonNode ours = refusing.path(name);
            if (value == null || !refuses(ours, value)) {
                continue;
            }
            String below = below(pointer, name);
            JsonNode theirs = accepting.get(name);
            if (theirs == null) {
                refusing.remove(name);
                return new RefusedPlace(
                        shown(below),
                        "property",
                        name + (acceptingIsOlder ? " is declared now" : " is not declared any more"));
            }
            RefusedPlace place = mend(theirs, ours, value, below);
            if (place == null && !theirs.equals(ours)) {
                refusing.set(name, theirs.deepCopy());
                place = whole(below, theirs, ours);
            }
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private @Nullable RefusedPlace required(JsonNode accepting, ArrayNode refusing, JsonNode payload, String pointer) {
        for (int i = 0; i < refusing.size(); i++) {
            JsonNode name = refusing.get(i);
            if (!payload.has(name.stringValue()) && accepting.values().stream().noneMatch(name::equals)) {
                refusing.remove(i);
                return new RefusedPlace(
                        shown(below(pointer, name.stringValue())),
                        "required",
                        name.stringValue() + (acceptingIsOlder ? " is required now" : " may be missing now"));
            }
        }
        return null;
    }

    private @Nullable RefusedPlace firstItem(JsonNode accepting, JsonNode refusing, JsonNode payload, String pointer) {
        for (JsonNode item : payload) {
            if (refuses(refusing, item)) {
                return mend(accepting, refusing, item, pointer + "/0");
            }
        }
        return null;
    }

    /** A property that only the accepting schema declares comes under what the other says of further ones. */
    private @Nullable RefusedPlace others(ObjectNode accepting, ObjectNode refusing, JsonNode payload, String pointer) {
        for (Map.Entry<String, JsonNode> member : payload.properties()) {
            String name = member.getKey();
            JsonNode theirs = accepting.path("properties").get(name);
            if (theirs != null && !refusing.path("properties").has(name)) {
                refusing.withObject("/properties").set(name, theirs.deepCopy());
                return new RefusedPlace(
                        shown(below(pointer, name)),
                        "property",
                        name + (acceptingIsOlder ? " is not declared any more" : " is declared now"));
            }
        }
        return null;
    }

    private @Nullable RefusedPlace parts(JsonNode accepting, JsonNode refusing, JsonNode payload, String pointer) {
        for (int i = 0; i < refusing.size(); i++) {
            if (refuses(refusing.get(i), payload) && !refuses(accepting.get(i), payload)) {
                RefusedPlace place = mend(accepting.get(i), refusing.get(i), payload, pointer);
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    private @Nullable RefusedPlace here(ObjectNode accepting, ObjectNode refusing, String keyword, String pointer) {
        JsonNode theirs = accepting.get(keyword);
        JsonNode ours = refusing.get(keyword);
        if (ours.equals(theirs)) {
            return null;
        }
        if (theirs == null) {
            refusing.remove(keyword);
        } else {
            refusing.set(keyword, theirs.deepCopy());
        }
        String change = acceptingIsOlder
                ? KeywordDifference.words(keyword, theirs, ours)
                : KeywordDifference.words(keyword, ours, theirs);
        return new RefusedPlace(shown(pointer), keyword, change);
    }

    private RefusedPlace whole(String pointer, JsonNode theirs, JsonNode ours) {
        return new RefusedPlace(
                shown(pointer),
                "schema",
                acceptingIsOlder
                        ? KeywordDifference.words("schema", theirs, ours)
                        : KeywordDifference.words("schema", ours, theirs));
    }

    private static boolean refuses(ObjectNode schema, String keyword, JsonNode payload) {
        ObjectNode alone = Json.object();
        alone.set(keyword, schema.get(keyword));
        COMPANIONS.getOrDefault(keyword, List.of()).forEach(companion -> {
            if (schema.has(companion)) {
                alone.set(companion, schema.get(companion));
            }
        });
        return refuses(alone, payload);
    }

    /** False also where the schema cannot be evaluated apart from its document. */
    private static boolean refuses(JsonNode schema, JsonNode payload) {
        try {
            return !PayloadValidator.of(schema).validate(payload).isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static String below(String pointer, String name) {
        return pointer + "/" + JsonPointers.escaped(name);
    }

    private static String shown(String pointer) {
        return pointer.isEmpty() ? "/" : pointer;
    }
}
