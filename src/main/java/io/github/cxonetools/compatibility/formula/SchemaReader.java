package io.github.cxonetools.compatibility.formula;

import io.github.cxonetools.schema.draft07.Keyword;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a schema of draft-07, keyword by keyword. Notes for readers, and {@code format}, say nothing about values. */
final class SchemaReader {

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final Document document;
    private final Formulas formulas;

    SchemaReader(Document document, Formulas formulas) {
        this.document = document;
        this.formulas = formulas;
    }

    /** @param rebased whether a reference within is resolved against another base than the document's */
    Formula read(JsonNode schema, String pointer, boolean rebased) {
        if (schema.isBoolean()) {
            return schema.booleanValue() ? Formulas.TRUE : Formulas.FALSE;
        }
        if (!schema.isObject()) {
            throw new UnreadableSchemaException("is neither an object nor a boolean").at(pointer + "/");
        }
        if (schema.has(Keyword.REF.word())) {
            return reference(schema.path(Keyword.REF.word()), pointer, rebased);
        }
        boolean below =
                rebased || !pointer.isEmpty() && schema.path(Keyword.ID.word()).isString();
        Schema at = new Schema(schema, pointer, below);
        List<Formula> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            try {
                parts.add(keyword(at, member.getKey(), member.getValue()));
            } catch (UnreadableSchemaException e) {
                throw e.at(pointer + "/" + member.getKey());
            }
        }
        return formulas.all(parts);
    }

    private Formula reference(JsonNode reference, String pointer, boolean rebased) {
        String to = reference.stringValue("");
        if (rebased || !to.equals("#") && !to.startsWith("#/")) {
            throw new UnreadableSchemaException("has a $ref that is not #, nor #/… into the same document,")
                    .at(pointer + "/$ref");
        }
        return document.refer(to);
    }

    private Formula keyword(Schema at, String keyword, JsonNode value) {
        return switch (keyword) {
            case "type" -> formulas.made(new Formula.Types(types(value)));
            case "enum" -> oneOf(list(value));
            case "const" -> oneOf(List.of(value));
            case "allOf" -> formulas.all(schemas(at, keyword, value));
            case "anyOf" -> formulas.any(schemas(at, keyword, value));
            case "oneOf" -> formulas.one(schemas(at, keyword, value));
            case "not" -> formulas.not(schema(at, keyword, value));
            case "if" -> choice(at, value);
            case "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf" -> number(keyword, value);
            case "minLength" -> formulas.made(new Formula.Length(count(value), UNBOUNDED));
            case "maxLength" -> formulas.made(new Formula.Length(0, count(value)));
            case "pattern" -> formulas.made(new Formula.Matches(text(value)));
            case "minItems" -> formulas.made(new Formula.ItemCount(count(value), UNBOUNDED));
            case "maxItems" -> formulas.made(new Formula.ItemCount(0, count(value)));
            case "uniqueItems" -> flag(value) ? formulas.made(new Formula.UniqueItems()) : Formulas.TRUE;
            case "items" -> items(at, value);
            case "contains" -> formulas.made(new Formula.Contains(schema(at, keyword, value)));
            case "minProperties" -> formulas.made(new Formula.MemberCount(count(value), UNBOUNDED));
            case "maxProperties" -> formulas.made(new Formula.MemberCount(0, count(value)));
            case "required" -> required(value);
            case "properties", "patternProperties", "additionalProperties", "propertyNames", "dependencies" ->
                new MembersReader(this, formulas).keyword(at, keyword, value);
            default -> Formulas.TRUE;
        };
    }

    Formula schema(Schema at, String below, JsonNode value) {
        return read(value, at.pointer() + "/" + below, at.rebased());
    }

    private List<Formula> schemas(Schema at, String keyword, JsonNode value) {
        List<Formula> parts = new ArrayList<>();
        for (JsonNode each : list(value)) {
            parts.add(schema(at, keyword + "/" + parts.size(), each));
        }
        if (parts.isEmpty()) {
            throw new UnreadableSchemaException("has an empty list");
        }
        return parts;
    }

    private Formula choice(Schema at, JsonNode condition) {
        Formula then = at.has(Keyword.THEN.word())
                ? schema(at, Keyword.THEN.word(), at.get(Keyword.THEN.word()))
                : Formulas.TRUE;
        Formula otherwise = at.has(Keyword.ELSE.word())
                ? schema(at, Keyword.ELSE.word(), at.get(Keyword.ELSE.word()))
                : Formulas.TRUE;
        return then == otherwise
                ? then
                : formulas.made(new Formula.Choice(schema(at, Keyword.IF.word(), condition), then, otherwise));
    }

    private Formula items(Schema at, JsonNode value) {
        if (!value.isArray()) {
            return formulas.made(new Formula.ItemsFrom(0, schema(at, Keyword.ITEMS.word(), value)));
        }
        List<Formula> parts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            parts.add(formulas.made(new Formula.ItemAt(i, schema(at, "items/" + i, value.get(i)))));
        }
        if (at.has(Keyword.ADDITIONAL_ITEMS.word())) {
            Formula others = schema(at, Keyword.ADDITIONAL_ITEMS.word(), at.get(Keyword.ADDITIONAL_ITEMS.word()));
            parts.add(formulas.made(new Formula.ItemsFrom(value.size(), others)));
        }
        return formulas.all(parts);
    }

    Formula required(JsonNode names) {
        List<Formula> parts = new ArrayList<>();
        list(names).forEach(name -> parts.add(formulas.made(new Formula.Required(text(name)))));
        return formulas.all(parts);
    }

    private Formula number(String keyword, JsonNode value) {
        if (!value.isNumber()
                || keyword.equals(Keyword.MULTIPLE_OF.word())
                        && value.decimalValue().signum() <= 0) {
            throw new UnreadableSchemaException("has no number that draft-07 takes");
        }
        var bound = Values.exact(value);
        return switch (keyword) {
            case "minimum", "exclusiveMinimum" ->
                formulas.made(new Formula.Minimum(bound, keyword.equals(Keyword.EXCLUSIVE_MINIMUM.word())));
            case "maximum", "exclusiveMaximum" ->
                formulas.made(new Formula.Maximum(bound, keyword.equals(Keyword.EXCLUSIVE_MAXIMUM.word())));
            default -> formulas.made(new Formula.MultipleOf(bound));
        };
    }

    private Formula oneOf(Iterable<JsonNode> values) {
        Set<JsonNode> distinct = new java.util.LinkedHashSet<>();
        values.forEach(value -> distinct.add(Values.canonical(value)));
        return formulas.oneOf(java.util.Collections.unmodifiableSet(distinct));
    }

    private static Set<InstanceType> types(JsonNode value) {
        Set<InstanceType> types = new HashSet<>();
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            switch (each.stringValue("")) {
                case "null" -> types.add(InstanceType.NULL);
                case "boolean" -> types.add(InstanceType.BOOLEAN);
                case "integer" -> types.add(InstanceType.INTEGER);
                case "number" -> types.addAll(Set.of(InstanceType.INTEGER, InstanceType.FRACTION));
                case "string" -> types.add(InstanceType.STRING);
                case "array" -> types.add(InstanceType.ARRAY);
                case "object" -> types.add(InstanceType.OBJECT);
                default -> throw new UnreadableSchemaException("has a type that draft-07 does not know");
            }
        }
        return Set.copyOf(types);
    }

    private static int count(JsonNode value) {
        if (!value.isNumber() || value.decimalValue().signum() < 0 || InstanceType.of(value) != InstanceType.INTEGER) {
            throw new UnreadableSchemaException("has a count that is not a whole number");
        }
        return Values.exact(value).min(java.math.BigDecimal.valueOf(UNBOUNDED)).intValueExact();
    }

    private static String text(JsonNode value) {
        if (!value.isString()) {
            throw new UnreadableSchemaException("has no text where draft-07 asks for one");
        }
        return value.stringValue();
    }

    private static boolean flag(JsonNode value) {
        if (!value.isBoolean()) {
            throw new UnreadableSchemaException("has no boolean where draft-07 asks for one");
        }
        return value.booleanValue();
    }

    private static JsonNode list(JsonNode value) {
        if (!value.isArray()) {
            throw new UnreadableSchemaException("has no array where draft-07 asks for one");
        }
        return value;
    }

    /** A schema that is being read, with its place. */
    record Schema(JsonNode json, String pointer, boolean rebased) {

        boolean has(String keyword) {
            return json.has(keyword);
        }

        JsonNode get(String keyword) {
            return json.path(keyword);
        }
    }
}
