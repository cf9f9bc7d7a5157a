package io.github.cxonetools.compatibility.breaks;

import io.github.cxonetools.compatibility.breaks.Refusal.RefusedPlace;
import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.schema.draft07.Keyword;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Follows a payload into the schemas within a keyword: those of its members, its items, and of the alternatives it has. */
final class RefusedPart {

    private static final List<String> LISTS =
            List.of(Keyword.ALL_OF.word(), Keyword.ANY_OF.word(), Keyword.ONE_OF.word());

    /** Stands for a name that a schema does not list. */
    private static final String ANY_NAME = "/*";

    private final Refusal refusal;
    private final boolean acceptingIsOlder;

    RefusedPart(Refusal refusal, boolean acceptingIsOlder) {
        this.refusal = refusal;
        this.acceptingIsOlder = acceptingIsOlder;
    }

    /** Null where the keyword has no schema within, or none of them explains it. */
    @Nullable
    RefusedPlace mend(ObjectNode accepting, ObjectNode refusing, String keyword, JsonNode payload, String pointer) {
        JsonNode theirs = accepting.path(keyword);
        JsonNode ours = refusing.path(keyword);
        return switch (keyword) {
            case "properties" -> properties(theirs, (ObjectNode) ours, payload, pointer);
            case "required" -> required(theirs, (ArrayNode) ours, payload, pointer);
            case "items" ->
                ours.isArray() ? tuple(theirs, ours, payload, pointer) : items(theirs, ours, payload, pointer);
            case "additionalItems" -> furtherItems(accepting, refusing, payload, pointer);
            case "additionalProperties" -> others(accepting, refusing, payload, pointer);
            case "patternProperties", "dependencies" -> byName(theirs, (ObjectNode) ours, keyword, payload, pointer);
            case "if" -> branch(accepting, refusing, payload, pointer);
            default ->
                LISTS.contains(keyword) && theirs.size() == ours.size() ? parts(theirs, ours, payload, pointer) : null;
        };
    }

    private @Nullable RefusedPlace properties(
            JsonNode accepting, ObjectNode refusing, JsonNode payload, String pointer) {
        for (String name : List.copyOf(refusing.propertyNames())) {
            JsonNode value = payload.get(name);
            JsonNode ours = refusing.path(name);
            JsonNode theirs = accepting.get(name);
            if (value == null || ours.equals(theirs) || !Refusal.refuses(ours, value)) {
                continue;
            }
            String below = below(pointer, name);
            if (theirs == null) {
                refusing.remove(name);
                return new RefusedPlace(
                        Refusal.shown(below),
                        "property",
                        name + (acceptingIsOlder ? " is declared now" : " is not declared any more"));
            }
            RefusedPlace place = refusal.mend(theirs, ours, value, below);
            if (place == null && !theirs.equals(ours)) {
                refusing.set(name, theirs.deepCopy());
                place = refusal.whole(below, theirs, ours);
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
                        Refusal.shown(below(pointer, name.stringValue())),
                        Keyword.REQUIRED.word(),
                        name.stringValue() + (acceptingIsOlder ? " is required now" : " may be missing now"));
            }
        }
        return null;
    }

    private @Nullable RefusedPlace items(JsonNode accepting, JsonNode refusing, JsonNode payload, String pointer) {
        for (JsonNode item : payload) {
            if (Refusal.refuses(refusing, item)) {
                return refusal.mend(accepting, refusing, item, pointer + "/0");
            }
        }
        return null;
    }

    private @Nullable RefusedPlace tuple(JsonNode accepting, JsonNode refusing, JsonNode payload, String pointer) {
        for (int i = 0; i < refusing.size() && i < payload.size() && accepting.isArray(); i++) {
            if (Refusal.refuses(refusing.get(i), payload.get(i))) {
                return refusal.mend(accepting.path(i), refusing.get(i), payload.get(i), pointer + "/" + i);
            }
        }
        return null;
    }

    /** Items behind those that have a place of their own; where the schemas count those alike. */
    private @Nullable RefusedPlace furtherItems(
            ObjectNode accepting, ObjectNode refusing, JsonNode payload, String pointer) {
        int first = refusing.path(Keyword.ITEMS.word()).size();
        JsonNode ours = refusing.path(Keyword.ADDITIONAL_ITEMS.word());
        for (int i = first;
                i < payload.size() && accepting.path(Keyword.ITEMS.word()).size() == first;
                i++) {
            if (Refusal.refuses(ours, payload.get(i))) {
                return refusal.mend(
                        accepting.path(Keyword.ADDITIONAL_ITEMS.word()), ours, payload.get(i), pointer + "/" + first);
            }
        }
        return null;
    }

    /** A property that only the accepting schema declares comes under what the other says of further ones. */
    private @Nullable RefusedPlace others(ObjectNode accepting, ObjectNode refusing, JsonNode payload, String pointer) {
        JsonNode declared = refusing.path(Keyword.PROPERTIES.word());
        for (String name : payload.propertyNames()) {
            JsonNode theirs = accepting.path(Keyword.PROPERTIES.word()).get(name);
            if (theirs != null && !declared.has(name)) {
                refusing.withObject("/properties").set(name, theirs.deepCopy());
                return new RefusedPlace(
                        Refusal.shown(below(pointer, name)),
                        "property",
                        name + (acceptingIsOlder ? " is not declared any more" : " is declared now"));
            }
        }
        JsonNode ours = refusing.path(Keyword.ADDITIONAL_PROPERTIES.word());
        for (Map.Entry<String, JsonNode> member : payload.properties()) {
            if (!declared.has(member.getKey()) && Refusal.refuses(ours, member.getValue())) {
                return refusal.mend(
                        accepting.path(Keyword.ADDITIONAL_PROPERTIES.word()),
                        ours,
                        member.getValue(),
                        pointer + ANY_NAME);
            }
        }
        return null;
    }

    /** Schemas of patterns are about the members' values, those of dependencies about the object itself. */
    private @Nullable RefusedPlace byName(
            JsonNode accepting, ObjectNode refusing, String keyword, JsonNode payload, String pointer) {
        boolean ofMembers = keyword.equals(Keyword.PATTERN_PROPERTIES.word());
        for (Map.Entry<String, JsonNode> schema : refusing.properties()) {
            JsonNode theirs = accepting.path(schema.getKey());
            for (JsonNode value : ofMembers ? payload.values() : List.of(payload)) {
                RefusedPlace place = Refusal.refuses(schema.getValue(), value)
                        ? refusal.mend(theirs, schema.getValue(), value, ofMembers ? pointer + ANY_NAME : pointer)
                        : null;
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    /** Where both ask the same, the answers differ. */
    private @Nullable RefusedPlace branch(ObjectNode accepting, ObjectNode refusing, JsonNode payload, String pointer) {
        if (!refusing.path(Keyword.IF.word()).equals(accepting.path(Keyword.IF.word()))) {
            return null;
        }
        String branch =
                Refusal.refuses(refusing.path(Keyword.IF.word()), payload) ? Keyword.ELSE.word() : Keyword.THEN.word();
        RefusedPlace place = refusal.mend(accepting.path(branch), refusing.path(branch), payload, pointer);
        return place != null ? place : refusal.here(accepting, refusing, branch, pointer);
    }

    private @Nullable RefusedPlace parts(JsonNode accepting, JsonNode refusing, JsonNode payload, String pointer) {
        for (int i = 0; i < refusing.size(); i++) {
            if (Refusal.refuses(refusing.get(i), payload) && !Refusal.refuses(accepting.get(i), payload)) {
                RefusedPlace place = refusal.mend(accepting.get(i), refusing.get(i), payload, pointer);
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    private static String below(String pointer, String name) {
        return pointer + "/" + JsonPointers.escaped(name);
    }
}
