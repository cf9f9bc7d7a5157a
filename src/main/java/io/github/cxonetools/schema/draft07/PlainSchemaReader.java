package io.github.cxonetools.schema.draft07;

import io.github.cxonetools.schema.pattern.EcmaPattern;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** Reads schemas that say no more than the common keywords can, with values that are plain as well. */
final class PlainSchemaReader {

    private PlainSchemaReader() {}

    /** A keyword, or a value of one, that is left to the validator. */
    private static final class NotPlainException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotPlainException() {
            super(null, null, false, false);
        }
    }

    /** Null where {@code schema} says more than the common keywords can. */
    static @Nullable PlainSchema read(JsonNode schema) {
        return MetaSchema.accepts(schema) ? readChecked(schema) : null;
    }

    /** As {@link #read}, of a schema in which each keyword is known to have a value of its kind. */
    static @Nullable PlainSchema readChecked(JsonNode schema) {
        try {
            return plain(schema);
        } catch (NotPlainException | IllegalArgumentException e) {
            return null; // The validator says what is wrong with a pattern.
        }
    }

    private static PlainSchema plain(JsonNode schema) {
        if (schema.isBoolean() && schema.booleanValue()) {
            return PlainSchema.ANYTHING;
        }
        if (!schema.isObject()) {
            throw new NotPlainException();
        }
        PlainSchema plain = new PlainSchema();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            Keyword keyword = Keyword.of(member.getKey());
            if (keyword == null) {
                throw new NotPlainException();
            }
            take(plain, keyword, member.getValue());
        }
        return plain;
    }

    private static void take(PlainSchema plain, Keyword keyword, JsonNode value) {
        switch (keyword) {
            case SCHEMA_ID -> require(value.stringValue().equals(Draft07.ID));
            case TITLE, DESCRIPTION, FORMAT, DEFAULT, EXAMPLES, COMMENT, READ_ONLY, WRITE_ONLY -> {
                // Notes to the reader.
            }
            case TYPE -> takeTypes(plain, value.isString() ? Set.of(value.stringValue()) : texts(value));
            case ENUM -> plain.choices.add(new HashSet<>(value.values()));
            case CONST -> plain.choices.add(Set.of(value));
            case PATTERN -> plain.pattern = EcmaPattern.compile(value.stringValue());
            case MIN_LENGTH -> plain.minLength = count(value);
            case MAX_LENGTH -> plain.maxLength = count(value);
            case MINIMUM -> plain.bounds.add(new PlainSchema.NumberLimit(value.decimalValue(), 1, false));
            case EXCLUSIVE_MINIMUM -> plain.bounds.add(new PlainSchema.NumberLimit(value.decimalValue(), 1, true));
            case MAXIMUM -> plain.bounds.add(new PlainSchema.NumberLimit(value.decimalValue(), -1, false));
            case EXCLUSIVE_MAXIMUM -> plain.bounds.add(new PlainSchema.NumberLimit(value.decimalValue(), -1, true));
            case MULTIPLE_OF -> plain.divisor = value.decimalValue();
            case ALL_OF -> plain.all = parts(value);
            case ANY_OF -> plain.any = parts(value);
            default -> takeOfContainer(plain, keyword, value);
        }
    }

    private static void takeOfContainer(PlainSchema plain, Keyword keyword, JsonNode value) {
        switch (keyword) {
            case PROPERTIES -> {
                for (Map.Entry<String, JsonNode> property : value.properties()) {
                    plain.properties.put(property.getKey(), plain(property.getValue()));
                }
            }
            case REQUIRED -> plain.required = texts(value).toArray(String[]::new);
            case PROPERTY_NAMES -> plain.names = plain(value);
            case ADDITIONAL_PROPERTIES ->
                plain.further = value.isBoolean() && !value.booleanValue() ? null : plain(value);
            case MIN_PROPERTIES -> plain.minProperties = count(value);
            case MAX_PROPERTIES -> plain.maxProperties = count(value);
            case MIN_ITEMS -> plain.minItems = count(value);
            case MAX_ITEMS -> plain.maxItems = count(value);
            case ITEMS -> plain.items = plain(value);
            case UNIQUE_ITEMS -> plain.unique = value.booleanValue();
            default -> throw new NotPlainException();
        }
    }

    private static void takeTypes(PlainSchema plain, Set<String> names) {
        Set<JsonNodeType> kinds = EnumSet.noneOf(JsonNodeType.class);
        for (String name : names) {
            switch (name) {
                case "object" -> kinds.add(JsonNodeType.OBJECT);
                case "array" -> kinds.add(JsonNodeType.ARRAY);
                case "string" -> kinds.add(JsonNodeType.STRING);
                case "number" -> kinds.add(JsonNodeType.NUMBER);
                case "boolean" -> kinds.add(JsonNodeType.BOOLEAN);
                case "null" -> kinds.add(JsonNodeType.NULL);
                case "integer" -> plain.integers = true;
                default -> throw new NotPlainException();
            }
        }
        plain.types = kinds;
    }

    private static PlainSchema[] parts(JsonNode schemas) {
        PlainSchema[] parts = new PlainSchema[schemas.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = plain(schemas.get(i));
        }
        return parts;
    }

    private static void require(boolean plain) {
        if (!plain) {
            throw new NotPlainException();
        }
    }

    private static int count(JsonNode value) {
        require(value.canConvertToInt());
        return value.intValue();
    }

    private static Set<String> texts(JsonNode values) {
        Set<String> texts = new HashSet<>();
        for (JsonNode value : values) {
            texts.add(value.stringValue());
        }
        return texts;
    }
}
