package io.github.cxonetools.schema.derive;

import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.schema.draft07.Keyword;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which member of the project's classes each place of a payload comes from. A property's schema is remembered as the node that
 * it is, because where it ends up is known only when all that is around it has been made.
 */
final class SchemaMembers {

    private static final List<String> IN_PLACE = List.of(
            Keyword.ALL_OF.word(),
            Keyword.ANY_OF.word(),
            Keyword.ONE_OF.word(),
            Keyword.IF.word(),
            Keyword.THEN.word(),
            Keyword.ELSE.word());

    private final Map<JsonNode, String> made = new IdentityHashMap<>();

    /** Remembers which member a schema is of. */
    void add(JsonNode schema, String member) {
        made.put(schema, member);
    }

    /** A copy, whose schemas are of the same members. */
    ObjectNode copy(ObjectNode schema) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            copy.set(member.getKey(), copied(member.getValue()));
        }
        String member = made.get(schema);
        if (member != null) {
            made.put(copy, member);
        }
        return copy;
    }

    private JsonNode copied(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return copy(object);
        }
        if (!(value instanceof ArrayNode)) {
            return value;
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        value.forEach(item -> items.add(copied(item)));
        return items;
    }

    /**
     * The members by JSON pointer into a payload: {@code /} is the root, {@code 0} each item of an array, {@code *} each name
     * that is not listed. What is of no member has that of what it is within. Several are at one place where it holds one of
     * several types.
     *
     * @param type the name of the root's type, which is at the root
     */
    Map<String, Set<String>> at(JsonNode root, String type) {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        walk(root, "", type, members);
        return members;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new LinkedHashSet<>(some);
        both.addAll(others);
        return both;
    }

    /** {@return true if no schema is inside, as of nearly all} */
    private static boolean isLeaf(JsonNode schema) {
        for (JsonNode value : schema) {
            if (value.isObject()
                    || value.isArray() && !value.isEmpty() && !value.get(0).isString()) {
                return false;
            }
        }
        return true;
    }

    private void walk(JsonNode schema, String pointer, String around, Map<String, Set<String>> members) {
        if (!schema.isObject()) {
            return;
        }
        String member = made.getOrDefault(schema, around);
        String place = pointer.isEmpty() ? "/" : pointer;
        Set<String> others = members.get(place);
        members.put(place, others == null ? Set.of(member) : both(others, Set.of(member)));
        if (isLeaf(schema)) {
            return;
        }
        for (Map.Entry<String, JsonNode> property :
                schema.path(Keyword.PROPERTIES.word()).properties()) {
            walk(property.getValue(), pointer + "/" + JsonPointers.escaped(property.getKey()), member, members);
        }
        walk(schema.path(Keyword.ADDITIONAL_PROPERTIES.word()), pointer + "/*", member, members);
        JsonNode items = schema.path(Keyword.ITEMS.word());
        walk(items, pointer + "/0", member, members);
        for (int i = 0; items.isArray() && i < items.size(); i++) {
            walk(items.get(i), pointer + "/" + i, member, members);
        }
        for (String keyword : IN_PLACE) {
            JsonNode branches = schema.path(keyword);
            for (JsonNode branch : branches.isArray() ? branches.values() : List.of(branches)) {
                walk(branch, pointer, member, members);
            }
        }
    }
}
