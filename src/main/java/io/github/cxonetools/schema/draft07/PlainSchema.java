package io.github.cxonetools.schema.draft07;

import io.github.cxonetools.schema.pattern.EcmaPattern;
import io.github.cxonetools.schema.pattern.UndecidedMatches;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A schema of the common keywords as far as it can accept or refuse a payload at once. What it does not know is left to the
 * validator, and so are the words for what is wrong with a payload: its classes a build then need not load.
 */
final class PlainSchema {

    /** What a {@code double} holds of a decimal. */
    private static final int MOST_DIGITS = 15;

    private static final PlainSchema ANYTHING = new PlainSchema();

    private @Nullable Set<String> types;
    private final List<Set<JsonNode>> choices = new ArrayList<>();
    private int minLength;
    private int maxLength = Integer.MAX_VALUE;
    private @Nullable EcmaPattern pattern;
    private final List<NumberLimit> bounds = new ArrayList<>();
    private final List<BigDecimal> divisors = new ArrayList<>();
    private @Nullable PlainSchema names;
    private final List<String> required = new ArrayList<>();
    private final Map<String, PlainSchema> properties = new HashMap<>();
    private @Nullable PlainSchema further = ANYTHING;
    private int minProperties;
    private int maxProperties = Integer.MAX_VALUE;
    private int minItems;
    private int maxItems = Integer.MAX_VALUE;
    private PlainSchema items = ANYTHING;
    private boolean unique;
    private final List<PlainSchema> all = new ArrayList<>();
    private final List<PlainSchema> any = new ArrayList<>();

    private PlainSchema() {}

    /** What is known, the worst first. */
    enum Validity {
        INVALID,
        /** The validator has to say. */
        UNKNOWN,
        VALID;

        private static Validity of(boolean valid) {
            return valid ? VALID : INVALID;
        }

        private Validity and(Validity other) {
            return compareTo(other) <= 0 ? this : other;
        }

        private Validity or(Validity other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

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
        return MetaSchema.accepts(schema) ? ofReadable(schema) : null;
    }

    /** As {@link #of}, of a schema in which each keyword is known to have a value of its kind. */
    static @Nullable PlainSchema ofReadable(JsonNode schema) {
        try {
            return read(schema);
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
            case ENUM -> choices.add(new HashSet<>(value.values()));
            case CONST -> choices.add(Set.of(value));
            case PATTERN -> pattern = EcmaPattern.compile(value.stringValue());
            case MIN_LENGTH -> minLength = count(value);
            case MAX_LENGTH -> maxLength = count(value);
            case MINIMUM -> bounds.add(new NumberLimit(value.decimalValue(), 1, false));
            case EXCLUSIVE_MINIMUM -> bounds.add(new NumberLimit(value.decimalValue(), 1, true));
            case MAXIMUM -> bounds.add(new NumberLimit(value.decimalValue(), -1, false));
            case EXCLUSIVE_MAXIMUM -> bounds.add(new NumberLimit(value.decimalValue(), -1, true));
            case MULTIPLE_OF -> divisors.add(value.decimalValue());
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
            case PROPERTY_NAMES -> names = read(value);
            case ADDITIONAL_PROPERTIES -> further = value.isBoolean() && !value.booleanValue() ? null : read(value);
            case MIN_PROPERTIES -> minProperties = count(value);
            case MAX_PROPERTIES -> maxProperties = count(value);
            case MIN_ITEMS -> minItems = count(value);
            case MAX_ITEMS -> maxItems = count(value);
            case ITEMS -> items = read(value);
            case UNIQUE_ITEMS -> unique = value.booleanValue();
            default -> throw new NotPlainException();
        }
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

    /** Whether {@code value} is valid, as far as that is plain. */
    Validity judge(JsonNode value) {
        if (this == ANYTHING) {
            return Validity.VALID;
        }
        Validity verdict = type(value).and(choice(value));
        if (verdict != Validity.INVALID) {
            verdict = verdict.and(limits(value));
        }
        for (PlainSchema part : all) {
            if (verdict != Validity.INVALID) {
                verdict = verdict.and(part.judge(value));
            }
        }
        return any.isEmpty() || verdict == Validity.INVALID ? verdict : verdict.and(some(value));
    }

    private Validity some(JsonNode value) {
        Validity verdict = Validity.INVALID;
        for (PlainSchema part : any) {
            if (verdict != Validity.VALID) {
                verdict = verdict.or(part.judge(value));
            }
        }
        return verdict;
    }

    private Validity type(JsonNode value) {
        Set<String> allowed = types;
        if (allowed == null) {
            return Validity.VALID;
        }
        return switch (value.getNodeType()) {
            case OBJECT -> Validity.of(allowed.contains("object"));
            case ARRAY -> Validity.of(allowed.contains("array"));
            case STRING -> Validity.of(allowed.contains("string"));
            case BOOLEAN -> Validity.of(allowed.contains("boolean"));
            case NULL -> Validity.of(allowed.contains("null"));
            case NUMBER -> allowed.contains("number") ? Validity.VALID : integer(value, allowed.contains("integer"));
            default -> Validity.UNKNOWN;
        };
    }

    /** What is written as a fraction may be an integer all the same. */
    private static Validity integer(JsonNode number, boolean allowed) {
        return allowed && !number.isIntegralNumber() ? Validity.UNKNOWN : Validity.of(allowed);
    }

    private Validity choice(JsonNode value) {
        Validity verdict = Validity.VALID;
        for (Set<JsonNode> some : choices) {
            verdict = verdict.and(some.contains(value) ? Validity.VALID : other(value));
        }
        return verdict;
    }

    /** Numbers count by value, whatever their notation, also within others. */
    private static Validity other(JsonNode value) {
        return value.isNumber() || value.isContainer() ? Validity.UNKNOWN : Validity.INVALID;
    }

    private Validity limits(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> hasMembers(value) ? members(value) : Validity.INVALID;
            case ARRAY -> isWithin(value.size(), minItems, maxItems) ? items(value) : Validity.INVALID;
            case STRING -> Validity.of(fits(value.stringValue()));
            case NUMBER -> fits(value) ? multiple(value) : Validity.INVALID;
            case BOOLEAN, NULL -> Validity.VALID;
            default -> Validity.UNKNOWN;
        };
    }

    private static boolean isWithin(int count, int least, int most) {
        return count >= least && count <= most;
    }

    private boolean fits(String text) {
        if (minLength > 0 || maxLength < text.length()) {
            if (!isWithin(text.codePointCount(0, text.length()), minLength, maxLength)) {
                return false;
            }
        }
        return pattern == null || UndecidedMatches.find(pattern, text);
    }

    private boolean fits(JsonNode number) {
        for (NumberLimit bound : bounds) {
            if (!bound.holds(number.decimalValue())) {
                return false;
            }
        }
        return true;
    }

    /** A division by such numbers may take as long as it likes, or be one of what a {@code double} makes of them. */
    private Validity multiple(JsonNode number) {
        Validity verdict = Validity.VALID;
        for (BigDecimal divisor : divisors) {
            BigDecimal value = number.decimalValue();
            verdict = verdict.and(
                    isShort(value) && isShort(divisor)
                            ? Validity.of(value.remainder(divisor).signum() == 0)
                            : Validity.UNKNOWN);
        }
        return verdict;
    }

    private static boolean isShort(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
    }

    private boolean hasMembers(JsonNode object) {
        if (!isWithin(object.size(), minProperties, maxProperties)) {
            return false;
        }
        for (String name : required) {
            if (!object.has(name)) {
                return false;
            }
        }
        return true;
    }

    private Validity members(JsonNode object) {
        Validity verdict = Validity.VALID;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            PlainSchema of = properties.getOrDefault(member.getKey(), further);
            verdict = of == null ? Validity.INVALID : verdict.and(of.judge(member.getValue()));
            if (names != null) {
                verdict = verdict.and(names.judge(JsonNodeFactory.instance.stringNode(member.getKey())));
            }
            if (verdict == Validity.INVALID) {
                return verdict;
            }
        }
        return verdict;
    }

    private Validity items(JsonNode array) {
        Validity verdict = Validity.VALID;
        Set<JsonNode> seen = unique ? new HashSet<>() : Set.of();
        for (JsonNode item : array) {
            verdict = verdict.and(items.judge(item));
            if (unique) {
                verdict = verdict.and(item.isString() ? Validity.of(seen.add(item)) : Validity.UNKNOWN);
            }
            if (verdict == Validity.INVALID) {
                return verdict;
            }
        }
        return verdict;
    }
}
