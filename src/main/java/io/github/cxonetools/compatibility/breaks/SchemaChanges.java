package io.github.cxonetools.compatibility.breaks;

import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.schema.draft07.Keyword;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What differs between two schemas, place by place, in words. It explains why a verdict is what it is, and decides nothing:
 * two schemas that differ may say the same.
 */
public final class SchemaChanges {

    /** More are not told. */
    private static final int MOST = 50;

    private static final Set<String> NOTES = Set.of(
            Keyword.SCHEMA_ID.word(),
            Keyword.ID.word(),
            Keyword.COMMENT.word(),
            Keyword.TITLE.word(),
            Keyword.DESCRIPTION.word(),
            Keyword.DEFAULT.word(),
            Keyword.EXAMPLES.word(),
            Keyword.FORMAT.word(),
            Keyword.READ_ONLY.word(),
            Keyword.WRITE_ONLY.word());

    private static final Set<String> LISTS =
            Set.of(Keyword.ALL_OF.word(), Keyword.ANY_OF.word(), Keyword.ONE_OF.word());

    private static final Set<String> SETS = Set.of(Keyword.ENUM.word(), Keyword.TYPE.word());

    private final List<String> changes = new ArrayList<>();

    private SchemaChanges() {}

    /** The changes in the order of the schemas, each with its JSON pointer into a payload; notes for readers are none. */
    public static List<String> of(JsonNode older, JsonNode newer) {
        SchemaChanges found = new SchemaChanges();
        found.compare(older, newer, "");
        return found.changes.stream().distinct().limit(MOST).toList();
    }

    private void compare(JsonNode older, JsonNode newer, String pointer) {
        if (older.equals(newer) || changes.size() > MOST) {
            return;
        }
        if (!older.isObject() || !newer.isObject()) {
            add(pointer, KeywordDifference.words("schema", older, newer));
            return;
        }
        Set<String> keywords = new LinkedHashSet<>(older.propertyNames());
        keywords.addAll(newer.propertyNames());
        for (String keyword : keywords) {
            if (!NOTES.contains(keyword)) {
                keyword(keyword, older, newer, pointer);
            }
        }
    }

    private void keyword(String keyword, JsonNode older, JsonNode newer, String pointer) {
        JsonNode before = older.path(keyword);
        JsonNode after = newer.path(keyword);
        if (before.equals(after)) {
            return;
        }
        if (keyword.equals(Keyword.PROPERTIES.word())) {
            properties(before, after, pointer);
        } else if (keyword.equals(Keyword.REQUIRED.word())) {
            required(older, newer, pointer);
        } else if (keyword.equals(Keyword.ITEMS.word()) && before.isObject() && after.isObject()) {
            compare(before, after, pointer + "/0");
        } else if (keyword.equals(Keyword.ADDITIONAL_PROPERTIES.word()) && before.isObject() && after.isObject()) {
            compare(before, after, pointer + "/*");
        } else if (LISTS.contains(keyword) && before.isArray() && after.isArray()) {
            alternatives(keyword, before, after, pointer);
        } else if (!SETS.contains(keyword) || !asSet(before).equals(asSet(after))) {
            add(pointer, KeywordDifference.words(keyword, older.get(keyword), newer.get(keyword)));
        }
    }

    private void properties(JsonNode before, JsonNode after, String pointer) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (String name : names) {
            String below = pointer + "/" + JsonPointers.escaped(name);
            if (!before.has(name)) {
                changes.add(below + " is new");
            } else if (!after.has(name)) {
                changes.add(below + " is not declared any more");
            } else {
                compare(before.path(name), after.path(name), below);
            }
        }
    }

    /** A property that is new or gone is told already. */
    private void required(JsonNode older, JsonNode newer, String pointer) {
        Set<JsonNode> before = asSet(older.path(Keyword.REQUIRED.word()));
        Set<JsonNode> after = asSet(newer.path(Keyword.REQUIRED.word()));
        for (Map.Entry<String, JsonNode> property :
                newer.path(Keyword.PROPERTIES.word()).properties()) {
            String name = property.getKey();
            if (older.path(Keyword.PROPERTIES.word()).has(name)) {
                boolean was =
                        before.stream().anyMatch(one -> one.stringValue("").equals(name));
                boolean is = after.stream().anyMatch(one -> one.stringValue("").equals(name));
                if (was != is) {
                    changes.add(pointer + "/" + JsonPointers.escaped(name)
                            + (is ? " is required now" : " may be missing now"));
                }
            }
        }
    }

    /** Those that both have say nothing; the others belong together in their order. */
    private void alternatives(String keyword, JsonNode before, JsonNode after, String pointer) {
        List<JsonNode> lost = without(before, after);
        List<JsonNode> gained = without(after, before);
        int paired = Math.min(lost.size(), gained.size());
        for (int i = 0; i < paired; i++) {
            compare(lost.get(i), gained.get(i), pointer);
        }
        tell(keyword, " lost ", lost.size() - paired, pointer);
        tell(keyword, " gained ", gained.size() - paired, pointer);
    }

    private void tell(String keyword, String what, int count, String pointer) {
        if (count > 0) {
            add(pointer, keyword + what + (count == 1 ? "a schema" : count + " schemas"));
        }
    }

    private static List<JsonNode> without(JsonNode list, JsonNode others) {
        Set<JsonNode> known = new HashSet<>(others.values());
        return list.values().stream().filter(one -> !known.contains(one)).toList();
    }

    private static Set<JsonNode> asSet(JsonNode value) {
        return new HashSet<>(value.isArray() ? value.values() : List.of(value));
    }

    private void add(String pointer, String words) {
        changes.add((pointer.isEmpty() ? "/" : pointer) + ": " + words);
    }
}
