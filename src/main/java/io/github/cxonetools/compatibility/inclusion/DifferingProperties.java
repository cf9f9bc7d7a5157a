package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.compatibility.search.Difference;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two schemas of objects that say the same but for the schemas of some properties. What the first says of the others decides
 * nothing, as soon as each of them can have a value: an object that only the first accepts stays one when another value that it
 * accepts takes the place of one of theirs.
 */
final class DifferingProperties {

    private static final KnownSamples SAMPLES = new KnownSamples();

    private static final Set<String> NOTES =
            Set.of(Keyword.SCHEMA_ID.word(), Keyword.TITLE.word(), Keyword.DESCRIPTION.word(), Keyword.COMMENT.word());

    private static final Set<String> ABOUT_NAMES = Set.of(
            Keyword.TYPE.word(),
            Keyword.REQUIRED.word(),
            Keyword.ADDITIONAL_PROPERTIES.word(),
            Keyword.PROPERTY_NAMES.word());

    private final Map<String, JsonNode> samples = new LinkedHashMap<>();
    private final ObjectNode accepted = Json.object();
    private final ObjectNode refused = Json.object();
    private final JsonNode required;

    private DifferingProperties(JsonNode required) {
        this.required = required;
    }

    /** Null where the two differ in another way, say more than this can be told of, or a property that is alike may have no value. */
    static @Nullable DifferingProperties of(JsonNode sub, JsonNode sup) {
        if (!isAlike(sub, sup) || !sub.path(Keyword.TYPE.word()).stringValue("").equals("object")) {
            return null;
        }
        JsonNode ours = sub.path(Keyword.PROPERTIES.word());
        JsonNode theirs = sup.path(Keyword.PROPERTIES.word());
        DifferingProperties differing = new DifferingProperties(sub.path(Keyword.REQUIRED.word()));
        return ours.isObject()
                        && theirs.isObject()
                        && ours.size() == theirs.size()
                        && differing.takeAll(ours, theirs)
                        && !differing.accepted.isEmpty()
                        && differing.declaresRequired(ours)
                ? differing
                : null;
    }

    private static boolean isAlike(JsonNode sub, JsonNode sup) {
        if (!hasOnlyThese(sub) || !hasOnlyThese(sup)) {
            return false;
        }
        for (String keyword : ABOUT_NAMES) {
            boolean isImplied = !sup.has(keyword)
                    && (keyword.equals(Keyword.TYPE.word()) || keyword.equals(Keyword.PROPERTY_NAMES.word()));
            if (!isImplied && !sub.path(keyword).equals(sup.path(keyword))) {
                return false;
            }
        }
        JsonNode names = sub.path(Keyword.PROPERTY_NAMES.word());
        boolean isList = names.size() == 1 && names.path(Keyword.ENUM.word()).isArray();
        JsonNode others = sub.path(Keyword.ADDITIONAL_PROPERTIES.word());
        return (names.isMissingNode() || isList) && (others.isMissingNode() || others.isBoolean());
    }

    private static boolean hasOnlyThese(JsonNode schema) {
        for (String keyword : schema.propertyNames()) {
            if (!NOTES.contains(keyword)
                    && !ABOUT_NAMES.contains(keyword)
                    && !keyword.equals(Keyword.PROPERTIES.word())) {
                return false;
            }
        }
        return true;
    }

    private boolean takeAll(JsonNode ours, JsonNode theirs) {
        for (Map.Entry<String, JsonNode> property : ours.properties()) {
            JsonNode own = property.getValue();
            JsonNode other = theirs.get(property.getKey());
            if (other == null) {
                return false;
            }
            if (own.equals(other)) {
                JsonNode sample = SAMPLES.of(own);
                if (sample == null) {
                    return false;
                }
                samples.put(property.getKey(), sample);
            } else if (isSound(own) && isSound(other)) {
                accepted.set(property.getKey(), own);
                refused.set(property.getKey(), other);
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isSound(JsonNode schema) {
        return KnownSamples.standsAlone(schema) && PatternCheck.problem(schema) == null;
    }

    private boolean declaresRequired(JsonNode properties) {
        if (!required.isMissingNode() && !required.isArray()) {
            return false;
        }
        for (JsonNode name : required) {
            if (!name.isString() || !properties.has(name.stringValue())) {
                return false;
            }
        }
        return true;
    }

    /** Searches an object of the properties that differ, and no others, which the first schema accepts and the second refuses. */
    Difference search() {
        ObjectNode accepting = Json.object();
        accepting.put(Keyword.TYPE.word(), "object");
        accepting.set(Keyword.PROPERTIES.word(), accepted);
        ArrayNode names = accepting.putArray(Keyword.REQUIRED.word());
        for (JsonNode name : required) {
            if (accepted.has(name.stringValue())) {
                names.add(name);
            }
        }
        return Difference.of(accepting, refusing());
    }

    /** What the second schema says that the first does not: what this refuses, that refuses too. */
    JsonNode refusing() {
        return Json.object().set(Keyword.PROPERTIES.word(), refused);
    }

    /** An object that {@link #search} found, with a value for each other property that is required; null where it is none. */
    @Nullable
    JsonNode completed(@Nullable JsonNode found) {
        if (found == null || !found.isObject()) {
            return null;
        }
        ObjectNode object = Json.object();
        for (JsonNode name : required) {
            JsonNode sample = samples.get(name.stringValue());
            object.set(name.stringValue(), sample == null ? found.path(name.stringValue()) : sample);
        }
        for (Map.Entry<String, JsonNode> member : found.properties()) {
            if (!accepted.has(member.getKey())) {
                return null;
            }
            object.set(member.getKey(), member.getValue());
        }
        return object;
    }
}
