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

    /** What names properties, in a schema or in its branches: most schemas have none of these. */
    private static final Set<String> NAMING = Set.of(
            Keyword.PROPERTIES.word(),
            Keyword.REQUIRED.word(),
            Keyword.ALL_OF.word(),
            Keyword.ANY_OF.word(),
            Keyword.ONE_OF.word());

    /** False where the closed schema may accept what the other does not: one branch of several may have lost a value. */
    private boolean exact = true;

    private DeclaredProperties() {}

    /** A schema that accepts what {@code schema} accepts, but for undeclared properties; parts that stay as they are, are shared. */
    public static JsonNode only(JsonNode schema) {
        if (!schema.isObject() || mentions(schema, Keyword.REF.word())) {
            return schema;
        }
        DeclaredProperties closing = new DeclaredProperties();
        JsonNode closed = closing.closed(schema, true);
        if (closing.exact) {
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

    /** The schema itself where nothing in it can be closed. */
    private JsonNode closed(JsonNode given, boolean isLocation) {
        if (!(given instanceof ObjectNode schema)) {
            return given;
        }
        ObjectNode copy = null;
        boolean mayName = false;
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            mayName |= NAMING.contains(member.getKey());
            JsonNode value = within(member.getKey(), member.getValue());
            if (value != member.getValue()) {
                copy = copy == null ? copy(schema) : copy;
                copy.set(member.getKey(), value);
            }
        }
        Set<String> names = new TreeSet<>();
        if (isLocation && mayName && collect(schema, names) && !names.isEmpty()) {
            copy = copy == null ? copy(schema) : copy;
            ArrayNode list = copy.putObject(Keyword.PROPERTY_NAMES.word()).putArray(Keyword.ENUM.word());
            names.forEach(list::add);
        }
        if (schema.has(Keyword.ONE_OF.word())) {
            copy = copy == null ? copy(schema) : copy;
            JsonNode branches = copy.remove(Keyword.ONE_OF.word());
            ArrayNode all = Json.array();
            all.addAll(copy.path(Keyword.ALL_OF.word()).values());
            copy.set(Keyword.ALL_OF.word(), all.add(Json.object().set(Keyword.ANY_OF.word(), branches)));
            exact = false;
        }
        return copy == null ? schema : copy;
    }

    private static ObjectNode copy(ObjectNode schema) {
        ObjectNode copy = Json.object();
        copy.setAll(schema);
        return copy;
    }

    private JsonNode within(String keyword, JsonNode value) {
        return switch (keyword) {
            case "properties" -> value.isObject() ? ofMembers(value) : value;
            case "items" -> value.isArray() ? ofItems(value, true) : closed(value, true);
            case "additionalItems", "additionalProperties" -> closed(value, true);
            case "allOf", "anyOf", "oneOf" -> value.isArray() ? ofItems(value, false) : value;
            default -> value;
        };
    }

    private JsonNode ofMembers(JsonNode schemas) {
        ObjectNode copy = Json.object();
        boolean changed = false;
        for (Map.Entry<String, JsonNode> member : schemas.properties()) {
            JsonNode closed = closed(member.getValue(), true);
            changed |= closed != member.getValue();
            copy.set(member.getKey(), closed);
        }
        return changed ? copy : schemas;
    }

    private JsonNode ofItems(JsonNode schemas, boolean areLocations) {
        ArrayNode copy = Json.array();
        boolean changed = false;
        for (JsonNode schema : schemas) {
            JsonNode closed = closed(schema, areLocations);
            changed |= closed != schema;
            copy.add(closed);
        }
        return changed ? copy : schemas;
    }

    /** False where a name that is not collected may be spoken of. */
    private static boolean collect(JsonNode schema, Set<String> names) {
        for (String keyword : OPEN) {
            if (schema.has(keyword)) {
                return false;
            }
        }
        names.addAll(schema.path(Keyword.PROPERTIES.word()).propertyNames());
        for (JsonNode name : schema.path(Keyword.REQUIRED.word())) {
            names.add(name.stringValue(""));
        }
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
