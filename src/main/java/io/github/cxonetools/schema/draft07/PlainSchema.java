package io.github.cxonetools.schema.draft07;

import io.github.cxonetools.schema.pattern.EcmaPattern;
import io.github.cxonetools.schema.pattern.UndecidedMatches;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schema of the common keywords as far as it can accept a payload at once. What it does not know, or does not accept, is left
 * to the validator, whose classes a build then need not load for payloads that are as they should be.
 */
final class PlainSchema {

    private static final PlainSchema ANYTHING = new PlainSchema();

    private @Nullable Set<String> types;
    private @Nullable Set<JsonNode> choices;
    private int minLength;
    private int maxLength = Integer.MAX_VALUE;
    private @Nullable EcmaPattern pattern;
    private final List<NumberLimit> bounds = new ArrayList<>();
    private final List<String> required = new ArrayList<>();
    private final Map<String, PlainSchema> properties = new HashMap<>();
    private @Nullable PlainSchema further = ANYTHING;
    private int minSize;
    private int maxSize = Integer.MAX_VALUE;
    private PlainSchema items = ANYTHING;
    private boolean unique;
    private final List<PlainSchema> all = new ArrayList<>();
    private final List<PlainSchema> any = new ArrayList<>();

    private PlainSchema() {}

    /** What a number is compared with: it must be on the {@code sign}'s side of {@code bound}, or there where that is allowed. */
    private record NumberLimit(BigDecimal bound, int sign, boolean exclusive) {
        boolean holds(BigDecimal value) {
            int order = value.compareTo(bound) * sign;
            return order > 0 || order == 0 && !exclusive;
        }
    }

    /** A keyword, or a value of one, that is left to the validator. */
    private static final class NotPlainException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotPlainException() {
            super(null, null, false, false);
        }
    }

    /** Null where {@code schema} says more than the common keywords can. */
    static @Nullable PlainSchema of(JsonNode schema) {
        try {
            return MetaSchema.accepts(schema) ? read(schema) : null;
        } catch (NotPlainException | IllegalArgumentException e) {
            return null; // The validator says what is wrong with a pattern.
        }
    }

    private static PlainSchema read(JsonNode schema) {
        if (schema.isBoolean() && schema.booleanValue()) {
            return ANYTHING;
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
            plain.take(keyword, member.getValue());
        }
        return plain;
    }

    private void take(Keyword keyword, JsonNode value) {
        switch (keyword) {
            case SCHEMA_ID -> require(value.stringValue().equals(Draft07.ID));
            case TITLE, DESCRIPTION, FORMAT, DEFAULT, EXAMPLES, COMMENT, READ_ONLY, WRITE_ONLY -> {
                // Notes to the reader.
            }
            case TYPE -> types = value.isString() ? Set.of(value.stringValue()) : texts(value);
            case ENUM -> choose(value.values());
            case CONST -> choose(List.of(value));
            case PATTERN -> pattern = EcmaPattern.compile(value.stringValue());
            case MIN_LENGTH -> minLength = count(value);
            case MAX_LENGTH -> maxLength = count(value);
            case MINIMUM -> bounds.add(new NumberLimit(value.decimalValue(), 1, false));
            case EXCLUSIVE_MINIMUM -> bounds.add(new NumberLimit(value.decimalValue(), 1, true));
            case MAXIMUM -> bounds.add(new NumberLimit(value.decimalValue(), -1, false));
            case EXCLUSIVE_MAXIMUM -> bounds.add(new NumberLimit(value.decimalValue(), -1, true));
            case ALL_OF -> addTo(all, value);
            case ANY_OF -> addTo(any, value);
            default -> takeOfContainer(keyword, value);
        }
    }

    private void takeOfContainer(Keyword keyword, JsonNode value) {
        switch (keyword) {
            case PROPERTIES -> {
                for (Map.Entry<String, JsonNode> property : value.properties()) {
                    properties.put(property.getKey(), read(property.getValue()));
                }
            }
            case REQUIRED -> required.addAll(texts(value));
            case ADDITIONAL_PROPERTIES -> further = value.isBoolean() && !value.booleanValue() ? null : read(value);
            case MIN_PROPERTIES, MIN_ITEMS -> minSize = Math.max(minSize, count(value));
            case MAX_PROPERTIES, MAX_ITEMS -> maxSize = Math.min(maxSize, count(value));
            case ITEMS -> items = read(value);
            case UNIQUE_ITEMS -> unique = value.booleanValue();
            default -> throw new NotPlainException();
        }
    }

    private void choose(Collection<JsonNode> values) {
        Set<JsonNode> left = new HashSet<>(values);
        if (choices != null) {
            left.retainAll(choices);
        }
        choices = left;
    }

    private static void addTo(List<PlainSchema> parts, JsonNode schemas) {
        for (JsonNode schema : schemas) {
            parts.add(read(schema));
        }
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

    /** {@return true if {@code value} is surely valid; false where it is not, or the validator has to say} */
    boolean accepts(JsonNode value) {
        return this == ANYTHING
                || hasType(value)
                        && (choices == null || choices.contains(value))
                        && fits(value)
                        && fitsAll(value)
                        && (any.isEmpty() || fitsAny(value));
    }

    private boolean fitsAll(JsonNode value) {
        for (PlainSchema part : all) {
            if (!part.accepts(value)) {
                return false;
            }
        }
        return true;
    }

    private boolean fitsAny(JsonNode value) {
        for (PlainSchema part : any) {
            if (part.accepts(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasType(JsonNode value) {
        Set<String> allowed = types;
        return allowed == null
                || switch (value.getNodeType()) {
                    case OBJECT -> allowed.contains("object");
                    case ARRAY -> allowed.contains("array");
                    case STRING -> allowed.contains("string");
                    case BOOLEAN -> allowed.contains("boolean");
                    case NULL -> allowed.contains("null");
                    case NUMBER ->
                        allowed.contains("number") || allowed.contains("integer") && value.isIntegralNumber();
                    default -> false;
                };
    }

    private boolean fits(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case STRING -> text(value.stringValue());
            case NUMBER -> number(value);
            case BOOLEAN, NULL -> true;
            default -> false;
        };
    }

    private boolean text(String text) {
        if (minLength > 0 || maxLength < text.length()) {
            int length = text.codePointCount(0, text.length());
            if (length < minLength || length > maxLength) {
                return false;
            }
        }
        return pattern == null || UndecidedMatches.find(pattern, text);
    }

    private boolean number(JsonNode value) {
        for (NumberLimit bound : bounds) {
            if (!bound.holds(value.decimalValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean object(JsonNode object) {
        if (object.size() < minSize || object.size() > maxSize) {
            return false;
        }
        for (String name : required) {
            if (!object.has(name)) {
                return false;
            }
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            PlainSchema of = properties.getOrDefault(member.getKey(), further);
            if (of == null || of != ANYTHING && !of.accepts(member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean array(JsonNode array) {
        if (array.size() < minSize || array.size() > maxSize) {
            return false;
        }
        Set<JsonNode> seen = unique ? new HashSet<>() : Set.of();
        for (JsonNode item : array) {
            // Numbers count by value, whatever their notation.
            if (unique && !(item.isString() && seen.add(item)) || items != ANYTHING && !items.accepts(item)) {
                return false;
            }
        }
        return true;
    }
}
