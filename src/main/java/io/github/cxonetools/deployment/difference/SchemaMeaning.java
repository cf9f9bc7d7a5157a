package io.github.cxonetools.deployment.difference;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema without what decides about no payload, so that what a tenant adds to it, or leaves out, is no difference. Rules are
 * those of draft-07: annotations, keywords at their defaults, and keywords that have no effect beside others.
 */
final class SchemaMeaning {

    /** Draft-07, sections 8 to 10 of its validation part: for people. {@code x-} is for tools. */
    private static final Set<String> ANNOTATIONS = Keyword.words(
            Keyword.COMMENT,
            Keyword.TITLE,
            Keyword.DESCRIPTION,
            Keyword.DEFAULT,
            Keyword.EXAMPLES,
            Keyword.READ_ONLY,
            Keyword.WRITE_ONLY);

    /** Annotations of OpenAPI and of later drafts. */
    private static final Set<String> OTHER_ANNOTATIONS = Set.of("example", "deprecated");

    /** What names schemas for references; without one, nobody looks. */
    private static final Set<String> FOR_REFERENCES =
            Set.of(Keyword.ID.word(), Keyword.DEFINITIONS.word(), Canonical.LATER_DEFINITIONS);

    /** A schema that takes everything says nothing under these. */
    private static final Set<String> OPEN = Keyword.words(
            Keyword.ADDITIONAL_PROPERTIES, Keyword.ADDITIONAL_ITEMS, Keyword.ITEMS, Keyword.PROPERTY_NAMES);

    private static final Set<String> EMPTY_SAYS_NOTHING = Keyword.words(
            Keyword.REQUIRED,
            Keyword.PROPERTIES,
            Keyword.PATTERN_PROPERTIES,
            Keyword.DEPENDENCIES,
            Keyword.DEFINITIONS);
    private static final Set<String> ZERO_SAYS_NOTHING =
            Keyword.words(Keyword.MIN_LENGTH, Keyword.MIN_ITEMS, Keyword.MIN_PROPERTIES);

    /** {@code nullable} is OpenAPI's. */
    private static final Set<String> FALSE_SAYS_NOTHING = Set.of(Keyword.UNIQUE_ITEMS.word(), "nullable");

    private static final Set<String> NULL_IS_A_VALUE = Keyword.words(Keyword.CONST, Keyword.DEFAULT, Keyword.EXAMPLES);

    private static final Set<String> ALL_TYPES = Set.of("array", "boolean", "null", "number", "object", "string");
    private static final String DRAFT_07 = "http://json-schema.org/draft-07/schema";

    private final boolean hasReferences;

    private SchemaMeaning(boolean hasReferences) {
        this.hasReferences = hasReferences;
    }

    /** The schema's meaning, as a schema; the schema itself stays as it is. */
    static JsonNode of(JsonNode root) {
        JsonNode meaning = new SchemaMeaning(hasReferences(root)).schema(root);
        if (meaning instanceof ObjectNode object && !isDraft07(root.path(Keyword.SCHEMA_ID.word()))) {
            object.set(Keyword.SCHEMA_ID.word(), root.path(Keyword.SCHEMA_ID.word()));
        }
        return meaning;
    }

    private static boolean hasReferences(JsonNode node) {
        return node.isContainer()
                && (node.path(Keyword.REF.word()).isString()
                        || node.valueStream().anyMatch(SchemaMeaning::hasReferences));
    }

    private static boolean isDraft07(JsonNode dialect) {
        return dialect.isMissingNode()
                || dialect.isNull()
                || dialect.asString("")
                        .replaceFirst("^https:", "http:")
                        .replaceFirst("#$", "")
                        .equals(DRAFT_07);
    }

    private JsonNode schema(JsonNode schema) {
        if (schema.isBoolean() && schema.booleanValue()) {
            return Json.object();
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode meaning = Json.object();
        for (Map.Entry<String, JsonNode> keyword : object.properties()) {
            if (!isForPeople(keyword.getKey())) {
                meaning.set(keyword.getKey(), keyword(keyword.getKey(), keyword.getValue()));
            }
        }
        withoutEffectless(meaning);
        return meaning;
    }

    private boolean isForPeople(String keyword) {
        return ANNOTATIONS.contains(keyword)
                || OTHER_ANNOTATIONS.contains(keyword)
                || keyword.startsWith("x-")
                || keyword.equals(Keyword.SCHEMA_ID.word())
                || (FOR_REFERENCES.contains(keyword) && !hasReferences);
    }

    private JsonNode keyword(String keyword, JsonNode value) {
        Keyword.ValueKind kind = Canonical.kind(keyword);
        if (kind == null) {
            return value;
        }
        if (kind.isByName() && value.isObject()) {
            ObjectNode named = Json.object();
            for (Map.Entry<String, JsonNode> each : value.properties()) {
                named.set(each.getKey(), schema(each.getValue()));
            }
            return keyword.equals(Keyword.DEPENDENCIES.word()) ? needed(named) : named;
        }
        if (value.isArray() && (kind == Keyword.ValueKind.ALTERNATIVES || kind == Keyword.ValueKind.SCHEMA_OR_LIST)) {
            ArrayNode items = Json.array();
            value.forEach(item -> items.add(schema(item)));
            return items;
        }
        return kind == Keyword.ValueKind.SCHEMA || kind == Keyword.ValueKind.SCHEMA_OR_LIST ? schema(value) : value;
    }

    /** What depends on nothing more is no dependency; on which names, is a set. */
    private static ObjectNode needed(ObjectNode dependencies) {
        dependencies.removeIf(dependency -> dependency.isContainer() && dependency.isEmpty());
        for (String name : List.copyOf(dependencies.propertyNames())) {
            if (dependencies.path(name).isArray()) {
                Set<String> names = new TreeSet<>();
                dependencies.path(name).forEach(each -> names.add(each.asString("")));
                names.forEach(dependencies.putArray(name)::add);
            }
        }
        return dependencies;
    }

    private static void withoutEffectless(ObjectNode schema) {
        Iterator<Map.Entry<String, JsonNode>> keywords = schema.properties().iterator();
        while (keywords.hasNext()) {
            Map.Entry<String, JsonNode> keyword = keywords.next();
            if (saysNothing(keyword.getKey(), keyword.getValue())) {
                keywords.remove();
            }
        }
        if (!schema.path(Keyword.ITEMS.word()).isArray()) {
            schema.remove(Keyword.ADDITIONAL_ITEMS.word());
        }
        if (!schema.has(Keyword.IF.word())) {
            schema.remove(List.of(Keyword.THEN.word(), Keyword.ELSE.word()));
        } else if (!schema.has(Keyword.THEN.word()) && !schema.has(Keyword.ELSE.word())) {
            schema.remove(Keyword.IF.word());
        }
        type(schema);
        JsonNode values = schema.path(Keyword.ENUM.word());
        if (values.isArray()
                && !schema.has(Keyword.CONST.word())
                && Canonical.set(values).size() == 1) {
            schema.set(Keyword.CONST.word(), values.path(0));
            schema.remove(Keyword.ENUM.word());
        }
    }

    private static boolean saysNothing(String keyword, JsonNode value) {
        return value.isNull() && !NULL_IS_A_VALUE.contains(keyword)
                || OPEN.contains(keyword) && value.isObject() && value.isEmpty()
                || EMPTY_SAYS_NOTHING.contains(keyword) && value.isContainer() && value.isEmpty()
                || ZERO_SAYS_NOTHING.contains(keyword)
                        && value.isNumber()
                        && value.decimalValue().signum() == 0
                || FALSE_SAYS_NOTHING.contains(keyword) && value.isBoolean() && !value.booleanValue();
    }

    /** One type as a text; several as an array; none where all are allowed. A number may be an integer. */
    private static void type(ObjectNode schema) {
        JsonNode type = schema.path(Keyword.TYPE.word());
        if (!type.isArray()) {
            return;
        }
        Set<String> names = new TreeSet<>();
        type.forEach(name -> names.add(name.asString("")));
        if (names.contains("number")) {
            names.remove("integer");
        }
        if (names.equals(ALL_TYPES)) {
            schema.remove(Keyword.TYPE.word());
        } else if (names.size() == 1) {
            schema.put(Keyword.TYPE.word(), names.iterator().next());
        } else {
            ArrayNode several = schema.putArray(Keyword.TYPE.word());
            names.forEach(several::add);
        }
    }

    /** Which of two lists of alternatives have no equal in the other, by their places. */
    static Map<Integer, JsonNode> unmatched(JsonNode alternatives, JsonNode others) {
        List<String> there = new ArrayList<>();
        others.forEach(other -> there.add(Canonical.meaning(other)));
        Map<Integer, JsonNode> unmatched = new TreeMap<>();
        for (int i = 0; i < alternatives.size(); i++) {
            if (!there.remove(Canonical.meaning(alternatives.path(i)))) {
                unmatched.put(i, alternatives.path(i));
            }
        }
        return unmatched;
    }
}
