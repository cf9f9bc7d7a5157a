package io.github.cxonetools.schema.draft07;

import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.schema.pattern.EcmaPattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What CXone takes as a schema: draft-07 by its meta-schema, everything inline, no keyword that draft-07 does not know, and
 * patterns that mean the same in ECMA-262 and here. The generator holds its contracts to it, and so does the local tenant.
 */
public final class SchemaRules {

    /** {@code $defs} is of a later draft, and known to most. */
    private static final Set<String> REFERENCES = Set.of(Keyword.REF.word(), Keyword.DEFINITIONS.word(), "$defs");

    private final Set<String> findings = new TreeSet<>();

    private SchemaRules() {}

    /**
     * What CXone would refuse in {@code schema}: nothing where it is accepted. Each finding begins with the JSON pointer to
     * the place in the schema, {@code /} at the root. Sorted.
     */
    public static List<String> findings(JsonNode schema) {
        SchemaRules rules = new SchemaRules();
        if (!MetaSchema.accepts(schema)) {
            rules.findings.addAll(Draft07.metaFindings(schema));
        }
        rules.dialect(schema);
        rules.visit(schema, null);
        return List.copyOf(rules.findings);
    }

    private void dialect(JsonNode schema) {
        JsonNode named = schema.path(Keyword.SCHEMA_ID.word());
        String id = named.stringValue(Draft07.ID);
        if (!id.equals(Draft07.ID) && !Draft07.ID.equals(id + "#")) {
            findings.add("/$schema is " + id + ", not " + Draft07.ID);
        }
    }

    private void visit(JsonNode schema, @Nullable SchemaPlace place) {
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            String keyword = member.getKey();
            Keyword.ValueKind kind = Keyword.valueUnder(keyword);
            if (kind == null || kind.isSchemas() || kind.isByName() || REFERENCES.contains(keyword)) {
                visit(keyword, kind, member.getValue(), new SchemaPlace(place, keyword));
            } else if (keyword.equals(Keyword.PATTERN.word())
                    && member.getValue().isString()) {
                pattern(member.getValue().stringValue(), new SchemaPlace(place, keyword));
            }
        }
    }

    private void visit(String keyword, Keyword.@Nullable ValueKind kind, JsonNode value, SchemaPlace place) {
        if (REFERENCES.contains(keyword)) {
            findings.add(place.pointer() + " is not allowed: everything must be inline");
        } else if (kind == null) {
            findings.add(place.pointer() + " is not a keyword of draft-07");
        } else if (kind.isByName()) {
            named(keyword, value, place);
        } else {
            alternatives(value, place);
        }
    }

    private void alternatives(JsonNode schemas, SchemaPlace place) {
        if (schemas.isArray()) {
            for (int i = 0; i < schemas.size(); i++) {
                visit(schemas.get(i), new SchemaPlace(place, String.valueOf(i)));
            }
        } else {
            visit(schemas, place);
        }
    }

    private void named(String keyword, JsonNode schemas, SchemaPlace place) {
        for (Map.Entry<String, JsonNode> member : schemas.properties()) {
            SchemaPlace below = new SchemaPlace(place, member.getKey());
            if (keyword.equals(Keyword.PATTERN_PROPERTIES.word())) {
                pattern(member.getKey(), below);
            }
            visit(member.getValue(), below);
        }
    }

    private void pattern(String pattern, SchemaPlace place) {
        try {
            EcmaPattern.compile(pattern);
        } catch (IllegalArgumentException e) {
            findings.add(place.pointer() + ": the pattern " + pattern + " " + e.getMessage());
        }
    }

    /** A place in a schema; its pointer is made only for a finding. */
    private record SchemaPlace(@Nullable SchemaPlace above, String name) {

        String pointer() {
            return (above == null ? "" : above.pointer()) + "/" + JsonPointers.escaped(name);
        }
    }
}
