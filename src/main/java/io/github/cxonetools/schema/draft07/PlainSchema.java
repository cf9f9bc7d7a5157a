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
import tools.jackson.databind.node.JsonNodeType;

/**
 * A schema of the common keywords as far as it can accept or refuse a payload at once, as {@link PlainSchemaReader} fills it. What
 * it does not know is left to the validator, and so are the words for what is wrong with a payload: its classes a build then need
 * not load.
 */
final class PlainSchema {

    /** What a {@code double} holds of a decimal. */
    private static final int MOST_DIGITS = 15;

    static final PlainSchema ANYTHING = new PlainSchema();

    /** Null for all; a number that must be an integer is {@link #integers}. */
    @Nullable
    Set<JsonNodeType> types;

    boolean integers;
    final List<Set<JsonNode>> choices = new ArrayList<>();
    int minLength;
    int maxLength = Integer.MAX_VALUE;

    @Nullable
    EcmaPattern pattern;

    final List<NumberLimit> bounds = new ArrayList<>();

    @Nullable
    BigDecimal divisor;

    @Nullable
    PlainSchema names;

    String[] required = {};
    final Map<String, PlainSchema> properties = new HashMap<>();

    @Nullable
    PlainSchema further = ANYTHING;

    int minProperties;
    int maxProperties = Integer.MAX_VALUE;
    int minItems;
    int maxItems = Integer.MAX_VALUE;
    PlainSchema items = ANYTHING;
    boolean unique;
    PlainSchema[] all = {};
    PlainSchema[] any = {};

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
    record NumberLimit(BigDecimal bound, int sign, boolean exclusive) {
        boolean holds(BigDecimal value) {
            int order = value.compareTo(bound) * sign;
            return order > 0 || order == 0 && !exclusive;
        }
    }

    /**
     * Whether {@code value} is valid, as far as that is plain. Every value of every payload comes here: keywords that a schema
     * has not cost no iterator, and what few schemas have is apart, so that compiling this takes little.
     */
    Validity judge(JsonNode value) {
        if (this == ANYTHING) {
            return Validity.VALID;
        }
        Validity verdict = type(value);
        if (verdict != Validity.INVALID && !choices.isEmpty()) {
            verdict = verdict.and(choice(value));
        }
        if (verdict != Validity.INVALID) {
            verdict = verdict.and(limits(value));
        }
        return verdict == Validity.INVALID || isSimple() ? verdict : verdict.and(combined(value));
    }

    private boolean isSimple() {
        return all.length == 0 && any.length == 0;
    }

    private Validity combined(JsonNode value) {
        Validity verdict = Validity.VALID;
        for (PlainSchema part : all) {
            if (verdict != Validity.INVALID) {
                verdict = verdict.and(part.judge(value));
            }
        }
        return any.length == 0 || verdict == Validity.INVALID ? verdict : verdict.and(some(value));
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
        Set<JsonNodeType> allowed = types;
        if (allowed == null || allowed.contains(value.getNodeType())) {
            return Validity.VALID;
        }
        return switch (value.getNodeType()) {
            case NUMBER -> integer(value, integers);
            case BINARY, MISSING, POJO -> Validity.UNKNOWN;
            case OBJECT, ARRAY, STRING, BOOLEAN, NULL -> Validity.INVALID;
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
        if (!bounds.isEmpty()) {
            BigDecimal value = number.decimalValue();
            for (NumberLimit bound : bounds) {
                if (!bound.holds(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A division by such numbers may take as long as it likes, or be one of what a {@code double} makes of them. */
    private Validity multiple(JsonNode number) {
        BigDecimal step = divisor;
        if (step == null) {
            return Validity.VALID;
        }
        BigDecimal value = number.decimalValue();
        return isShort(value) && isShort(step)
                ? Validity.of(value.remainder(step).signum() == 0)
                : Validity.UNKNOWN;
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
