package io.github.cxonetools.deployment.difference;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.schema.draft07.Keyword;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Finds where two schemas differ in their {@link SchemaMeaning}: object keys, {@code required}, {@code type} lists, {@code enum}
 * and lists of alternatives are sets.
 */
public final class SchemaComparison {

    public static final String ABSENT = "absent";

    private static final int LONGEST = 80;

    private final String field;
    private final List<FieldDifference> differences = new ArrayList<>();

    private SchemaComparison(String field) {
        this.field = field;
    }

    static List<FieldDifference> of(String field, JsonNode before, JsonNode after) {
        SchemaComparison comparison = new SchemaComparison(field);
        comparison.schemas("", SchemaMeaning.of(before), SchemaMeaning.of(after));
        return comparison.differences;
    }

    private void schemas(String at, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            for (String key : keys(before, after)) {
                keyword(at, key, before.path(key), after.path(key));
            }
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                schemas(at + "/" + i, before.path(i), after.path(i));
            }
        } else {
            values(at, before, after);
        }
    }

    private void keyword(String at, String key, JsonNode before, JsonNode after) {
        String pointer = at + "/" + JsonPointers.escaped(key);
        Keyword.ValueKind kind = Canonical.kind(key);
        boolean isOneAbsent = before.isMissingNode() || after.isMissingNode();
        if (isOneAbsent) {
            add(pointer, before, after);
        } else if (kind == null) {
            schemas(pointer, before, after);
        } else if (kind.isSet() && before.isArray() && after.isArray()) {
            sets(pointer, before, after);
        } else if (kind == Keyword.ValueKind.ALTERNATIVES && before.isArray() && before.size() == after.size()) {
            alternatives(pointer, before, after);
        } else if (kind.isOfPayload()) {
            values(pointer, before, after);
        } else if (kind.isByName() && before.isObject() && after.isObject()) {
            names(pointer, before, after);
        } else {
            schemas(pointer, before, after);
        }
    }

    private void names(String at, JsonNode before, JsonNode after) {
        for (String name : keys(before, after)) {
            String pointer = at + "/" + JsonPointers.escaped(name);
            if (before.has(name) && after.has(name)) {
                schemas(pointer, before.path(name), after.path(name));
            } else {
                add(pointer, before.path(name), after.path(name));
            }
        }
    }

    /** Those that are in both are left out; the others are compared in their order. */
    private void alternatives(String at, JsonNode before, JsonNode after) {
        Map<Integer, JsonNode> gone = SchemaMeaning.unmatched(before, after);
        Iterator<JsonNode> come =
                SchemaMeaning.unmatched(after, before).values().iterator();
        gone.forEach((place, schema) -> schemas(at + "/" + place, schema, come.next()));
    }

    private void sets(String at, JsonNode before, JsonNode after) {
        if (!Canonical.set(before).equals(Canonical.set(after))) {
            add(at, before, after);
        }
    }

    private void values(String at, JsonNode before, JsonNode after) {
        if (!Canonical.value(before).equals(Canonical.value(after))) {
            add(at, before, after);
        }
    }

    private void add(String pointer, JsonNode before, JsonNode after) {
        differences.add(new FieldDifference(field, pointer, brief(before), brief(after)));
    }

    private static Set<String> keys(JsonNode before, JsonNode after) {
        Set<String> keys = new TreeSet<>(before.propertyNames());
        keys.addAll(after.propertyNames());
        return keys;
    }

    private static String brief(JsonNode node) {
        return node.isMissingNode() ? ABSENT : cut(Json.compact(node));
    }

    public static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
