package io.github.cxonetools.schema.draft07;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Draft-07's meta-schema as far as it can vouch for a schema at once. What it does not know, or doubts, is left to the
 * validator, whose classes a build then need not load for contracts that are as they should be.
 */
public final class MetaSchema {

    private static final Set<String> TYPES =
            Set.of("array", "boolean", "integer", "null", "number", "object", "string");

    private MetaSchema() {}

    /** {@return true if the validator finds no error in {@code schema}} */
    public static boolean accepts(JsonNode schema) {
        if (schema.isBoolean()) {
            return true;
        }
        if (!schema.isObject()) {
            return false;
        }
        for (var member : schema.properties()) {
            if (!accepts(member.getKey(), member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(String word, JsonNode value) {
        Keyword.ValueKind kind = Keyword.valueUnder(word);
        if (kind == null) {
            return false;
        }
        return switch (kind) {
            case TEXT -> value.isString();
            case ANYTHING -> true;
            case EXAMPLES -> value.isArray();
            case CHOICES -> isListOfChoices(value);
            case FLAG -> value.isBoolean();
            case BOUND -> value.isNumber();
            case DIVISOR -> value.isNumber() && value.decimalValue().signum() > 0;
            case COUNT -> isCount(value);
            case NAMES -> isListOfNames(value);
            case TYPES -> value.isString() ? TYPES.contains(value.stringValue()) : isListOfTypes(value);
            case SCHEMA -> accepts(value);
            case SCHEMA_OR_LIST -> value.isArray() ? isList(value) : accepts(value);
            case ALTERNATIVES -> isList(value);
            case NAMED_SCHEMAS -> isMap(value);
            case URI_REFERENCE, DEPENDENCIES -> false;
        };
    }

    private static boolean isCount(JsonNode value) {
        if (value.isInt()) {
            return value.intValue() >= 0; // As nearly all are.
        }
        return value.isNumber()
                && value.decimalValue().signum() >= 0
                && value.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static boolean isListOfChoices(JsonNode value) {
        Set<Object> choices = new HashSet<>();
        for (JsonNode choice : value) {
            Object comparable = choice.isNumber() ? choice.decimalValue().stripTrailingZeros() : choice;
            if (choice.isContainer() || !choices.add(comparable)) {
                return false;
            }
        }
        return value.isArray() && !value.isEmpty();
    }

    private static boolean isListOfNames(JsonNode value) {
        Set<String> names = new HashSet<>();
        for (JsonNode name : value) {
            if (!name.isString() || !names.add(name.stringValue())) {
                return false;
            }
        }
        return value.isArray();
    }

    private static boolean isListOfTypes(JsonNode value) {
        if (value.isEmpty() || !isListOfNames(value)) {
            return false;
        }
        for (JsonNode type : value) {
            if (!TYPES.contains(type.stringValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isList(JsonNode schemas) {
        return schemas.isArray() && !schemas.isEmpty() && isListOfSchemas(schemas);
    }

    private static boolean isMap(JsonNode schemas) {
        return schemas.isObject() && isListOfSchemas(schemas);
    }

    private static boolean isListOfSchemas(JsonNode schemas) {
        for (JsonNode schema : schemas) {
            if (!accepts(schema)) {
                return false;
            }
        }
        return true;
    }
}
