package io.github.cxonetools.compatibility.breaks;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows a payload down two schemas, to the keyword of the one that refuses it and that the other has in another way; there
 * the other's keyword is put in its place. The refusing schema is changed.
 */
final class Refusal {

    /** Keywords that mean something only beside others. */
    private static final Map<String, List<String>> COMPANIONS = Map.of(
            Keyword.ADDITIONAL_PROPERTIES.word(), List.of(Keyword.PROPERTIES.word(), Keyword.PATTERN_PROPERTIES.word()),
            Keyword.ADDITIONAL_ITEMS.word(), List.of(Keyword.ITEMS.word()),
            Keyword.IF.word(), List.of(Keyword.THEN.word(), Keyword.ELSE.word()));

    private final boolean acceptingIsOlder;
    private final RefusedPart parts;

    Refusal(boolean acceptingIsOlder) {
        this.acceptingIsOlder = acceptingIsOlder;
        this.parts = new RefusedPart(this, acceptingIsOlder);
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
            if (differs(other, schema, keyword) && refuses(schema, keyword, payload)) {
                RefusedPlace place = parts.mend(other, schema, keyword, payload, pointer);
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

    /** What both say alike refuses nothing that the other accepts. */
    private static boolean differs(ObjectNode accepting, ObjectNode refusing, String keyword) {
        return !refusing.path(keyword).equals(accepting.path(keyword))
                || COMPANIONS.getOrDefault(keyword, List.of()).stream()
                        .anyMatch(companion -> !refusing.path(companion).equals(accepting.path(companion)));
    }

    /** Null where both have the keyword alike. */
    @Nullable
    RefusedPlace here(ObjectNode accepting, ObjectNode refusing, String keyword, String pointer) {
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

    /** Where no keyword alone explains it. */
    RefusedPlace whole(String pointer, JsonNode theirs, JsonNode ours) {
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
    static boolean refuses(JsonNode schema, JsonNode payload) {
        try {
            return !PayloadValidator.ofReadable(schema).accepts(payload);
        } catch (RuntimeException e) {
            return false;
        }
    }

    static String shown(String pointer) {
        return pointer.isEmpty() ? "/" : pointer;
    }
}
