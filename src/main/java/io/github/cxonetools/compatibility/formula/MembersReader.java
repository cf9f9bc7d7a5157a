package io.github.cxonetools.compatibility.formula;

import io.github.cxonetools.schema.draft07.Keyword;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what a schema says of an object's members. */
final class MembersReader {

    private final SchemaReader schemas;
    private final Formulas formulas;

    MembersReader(SchemaReader schemas, Formulas formulas) {
        this.schemas = schemas;
        this.formulas = formulas;
    }

    Formula keyword(SchemaReader.Schema at, String keyword, JsonNode value) {
        if (!value.isObject()
                && !keyword.equals(Keyword.ADDITIONAL_PROPERTIES.word())
                && !keyword.equals(Keyword.PROPERTY_NAMES.word())) {
            throw new UnreadableSchemaException("has no object where draft-07 asks for one");
        }
        return switch (keyword) {
            case "properties" -> named(at, keyword, value);
            case "patternProperties" -> named(at, keyword, value);
            case "additionalProperties" -> {
                Formula others = schemas.schema(at, keyword, value);
                yield members(formulas.not(formulas.any(declared(at))), others);
            }
            case "propertyNames" -> {
                Formula name = schemas.schema(at, keyword, value);
                yield name == Formulas.TRUE ? name : formulas.made(new Formula.Names(name));
            }
            default -> dependencies(at, value);
        };
    }

    private Formula named(SchemaReader.Schema at, String keyword, JsonNode value) {
        List<Formula> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            Formula names = keyword.equals(Keyword.PROPERTIES.word())
                    ? formulas.name(member.getKey())
                    : formulas.made(new Formula.Matches(member.getKey()));
            parts.add(members(names, schemas.schema(at, keyword + "/" + member.getKey(), member.getValue())));
        }
        return formulas.all(parts);
    }

    private Formula members(Formula names, Formula value) {
        return value == Formulas.TRUE ? value : formulas.made(new Formula.Members(names, value));
    }

    private List<Formula> declared(SchemaReader.Schema at) {
        Set<JsonNode> names = new LinkedHashSet<>();
        at.get(Keyword.PROPERTIES.word())
                .properties()
                .forEach(member -> names.add(JsonNodeFactory.instance.stringNode(member.getKey())));
        List<Formula> parts = new ArrayList<>();
        parts.add(formulas.oneOf(java.util.Collections.unmodifiableSet(names)));
        at.get(Keyword.PATTERN_PROPERTIES.word())
                .properties()
                .forEach(member -> parts.add(formulas.made(new Formula.Matches(member.getKey()))));
        return parts;
    }

    private Formula dependencies(SchemaReader.Schema at, JsonNode value) {
        Formula isObject = formulas.made(new Formula.Types(Set.of(InstanceType.OBJECT)));
        List<Formula> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            Formula needed = member.getValue().isArray()
                    ? schemas.required(member.getValue())
                    : schemas.schema(at, "dependencies/" + member.getKey(), member.getValue());
            Formula present = formulas.made(new Formula.Required(member.getKey()));
            parts.add(formulas.any(List.of(formulas.not(isObject), formulas.not(present), needed)));
        }
        return formulas.all(parts);
    }
}
