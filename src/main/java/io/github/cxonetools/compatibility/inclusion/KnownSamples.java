package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.compatibility.search.Difference;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value for each of the small schemas that contracts share: the same kind of property stands in them a thousand times. A search
 * alone, with steps of its own, would find the same, so that it does not matter which contracts were compared before.
 */
final class KnownSamples {

    private static final int MOST = 1_024;

    /** Nodes of a schema; what is larger is hardly shared. */
    private static final int MOST_NODES = 100;

    private static final JsonNode NOTHING = Json.read("false");

    /** In the order of insertion; the eldest make room. */
    private final Map<OrderedSchema, Optional<JsonNode>> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OrderedSchema, Optional<JsonNode>> eldest) {
            return size() > MOST;
        }
    };

    /** A schema with the names in it, as they follow each other: a search may find another value where they follow otherwise. */
    private record OrderedSchema(JsonNode schema, List<String> names) {}

    /**
     * The value that is found first, by the validator's word; null where there is none, it is not known whether there is one, or the
     * schema does not stand for itself: it may refer to its document.
     */
    @Nullable
    JsonNode of(JsonNode schema) {
        JsonNode asked = withoutNotes(schema);
        List<String> names = new ArrayList<>();
        collect(asked, names);
        OrderedSchema key = new OrderedSchema(asked, names);
        Optional<JsonNode> present = get(key);
        if (present != null) {
            return present.orElse(null);
        }
        if (nodes(asked, MOST_NODES) < 0) {
            return null;
        }
        JsonNode found = found(asked);
        put(key, Optional.ofNullable(found));
        return found;
    }

    private static void collect(JsonNode tree, List<String> names) {
        if (tree.isObject()) {
            for (Map.Entry<String, JsonNode> member : tree.properties()) {
                names.add(member.getKey());
                collect(member.getValue(), names);
            }
        } else if (tree.isArray()) {
            tree.forEach(item -> collect(item, names));
        }
    }

    /** Whether a schema is read without its document: nothing in it is called {@code $ref}. */
    static boolean standsAlone(JsonNode tree) {
        if (tree.has(Keyword.REF.word())) {
            return false;
        }
        for (JsonNode child : tree) {
            if (child.isContainer() && !standsAlone(child)) {
                return false;
            }
        }
        return true;
    }

    private synchronized @Nullable Optional<JsonNode> get(OrderedSchema schema) {
        return known.get(schema);
    }

    private synchronized void put(OrderedSchema schema, Optional<JsonNode> sample) {
        known.put(schema, sample);
    }

    private static @Nullable JsonNode found(JsonNode schema) {
        if (!standsAlone(schema) || PatternCheck.problem(schema) != null) {
            return null;
        }
        JsonNode value = Difference.of(schema, NOTHING).value();
        try {
            return value != null && PayloadValidator.ofReadable(schema).accepts(value) ? value : null;
        } catch (RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    /** How many of {@code left} are left; negative where there are more. */
    private static int nodes(JsonNode tree, int left) {
        int rest = left - 1;
        for (JsonNode child : tree) {
            if (rest < 0) {
                return rest;
            }
            rest = nodes(child, rest);
        }
        return rest;
    }

    /** What a property is called, and what it is for, are told of each; they say nothing about values. */
    private static JsonNode withoutNotes(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)
                || !schema.has(Keyword.DESCRIPTION.word()) && !schema.has(Keyword.TITLE.word())) {
            return schema;
        }
        ObjectNode copy = Json.object();
        copy.setAll(object);
        copy.remove(Keyword.DESCRIPTION.word());
        copy.remove(Keyword.TITLE.word());
        return copy;
    }
}
