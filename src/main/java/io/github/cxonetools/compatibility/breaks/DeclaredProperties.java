package io.github.cxonetools.compatibility.breaks;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema without the properties that it does not declare. Where an object says nothing about further properties, its names
 * are those that it declares in any of its branches; where in doubt it stays open, because too narrow a list would hide
 * breaks.
 */
public final class DeclaredProperties {

    private static final List<String> BRANCHES =
            List.of(Keyword.ALL_OF.word(), Keyword.ANY_OF.word(), Keyword.ONE_OF.word());

    private static final List<String> OPEN = List.of(
            Keyword.ADDITIONAL_PROPERTIES.word(),
            Keyword.PATTERN_PROPERTIES.word(),
            Keyword.PROPERTY_NAMES.word(),
            Keyword.REF.word(),
            Keyword.NOT.word(),
            Keyword.IF.word(),
            Keyword.DEPENDENCIES.word());

    private DeclaredProperties() {}

    /** A schema that accepts what {@code schema} accepts, but for undeclared properties. */
    public static JsonNode only(JsonNode schema) {
        if (!schema.isObject() || mentions(schema, Keyword.REF.word())) {
            return schema;
        }
        JsonNode closed = schema.deepCopy();
        boolean exact = close(closed, true);
        if (exact) {
            return closed;
        }
        ObjectNode both = Json.object();
        both.putArray(Keyword.ALL_OF.word()).add(schema).add(closed);
        return both;
    }

    private static boolean mentions(JsonNode tree, String name) {
        if (tree.has(name)) {
            return true;
        }
        for (JsonNode child : tree) {
            if (child.isContainer() && mentions(child, name)) {
                return true;
            }
        }
        return false;
    }

    /** False where the closed schema may accept what the other does not: one branch of several may have lost a value. */
    private static boolean close(JsonNode given, boolean isLocation) {
        if (!(given instanceof ObjectNode schema)) {
            return true;
        }
        Set<String> names = new TreeSet<>();
        if (isLocation && collect(schema, names) && !names.isEmpty()) {
            ArrayNode list = schema.putObject(Keyword.PROPERTY_NAMES.word()).putArray(Keyword.ENUM.word());
            names.forEach(list::add);
        }
        boolean exact = true;
        for (Map.Entry<String, JsonNode> member :
                schema.path(Keyword.PROPERTIES.word()).properties()) {
            exact &= close(member.getValue(), true);
        }
        JsonNode items = schema.path(Keyword.ITEMS.word());
        for (JsonNode item : items.isArray() ? items.values() : List.of(items)) {
            exact &= close(item, true);
        }
        exact &= close(schema.path(Keyword.ADDITIONAL_ITEMS.word()), true);
        exact &= close(schema.path(Keyword.ADDITIONAL_PROPERTIES.word()), true);
        for (String keyword : BRANCHES) {
            for (JsonNode branch : schema.path(keyword)) {
                exact &= close(branch, false);
            }
        }
        if (schema.has(Keyword.ONE_OF.word())) {
            JsonNode branches = schema.remove(Keyword.ONE_OF.word());
            schema.withArray(Keyword.ALL_OF.word()).add(Json.object().set(Keyword.ANY_OF.word(), branches));
            exact = false;
        }
        return exact;
    }

    /** False where a name that is not collected may be spoken of. */
    private static boolean collect(JsonNode schema, Set<String> names) {
        if (OPEN.stream().anyMatch(schema::has)) {
            return false;
        }
        names.addAll(schema.path(Keyword.PROPERTIES.word()).propertyNames());
        schema.path(Keyword.REQUIRED.word()).forEach(name -> names.add(name.stringValue("")));
        for (String keyword : BRANCHES) {
            for (JsonNode branch : schema.path(keyword)) {
                if (!collect(branch, names)) {
                    return false;
                }
            }
        }
        return true;
    }
}
