package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.constraint.Constraint;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Numbers of IEEE 754. JSON has none that is infinite, or the result of 0.0 / 0: Jackson writes these as texts, and reads the
 * same texts, unless a constraint refuses the value.
 */
public final class FloatingNumbers {

    private static final Set<String> TYPES = Set.of(
            "float", "java.lang.Float", "double", "java.lang.Double", "java.lang.Number", "java.util.OptionalDouble");

    private static final Set<String> LOWER = Set.of("DecimalMin", "Min", "Positive", "PositiveOrZero");
    private static final Set<String> UPPER = Set.of("DecimalMax", "Max", "Negative", "NegativeOrZero");

    private FloatingNumbers() {}

    /** {@return true if the type has values that JSON has no number for} */
    public static boolean contains(Class<?> type) {
        return TYPES.contains(type.getName());
    }

    /** The schema of a number, with the texts that {@code constraints} leave. */
    public static ObjectNode schema(Class<?> type, Constraints constraints) {
        List<String> texts = new ArrayList<>(List.of("NaN", "Infinity", "-Infinity"));
        for (Constraint constraint : constraints.list()) {
            boolean lower = LOWER.contains(constraint.name());
            boolean upper = UPPER.contains(constraint.name());
            boolean digits = constraint.name().equals("Digits");
            // Hibernate Validator takes what is no number for a positive Number, and for no positive Double.
            boolean odd = type == Number.class && constraint.name().startsWith("Positive");
            texts.removeIf(text -> digits
                    || text.equals("NaN") && (lower || upper) && !odd
                    || text.equals("Infinity") && upper
                    || text.equals("-Infinity") && lower);
        }
        ObjectNode schema = ScalarTypes.type("number");
        if (!texts.isEmpty()) {
            schema.putArray(Keyword.TYPE.word()).add("number").add("string");
            String either = String.join("|", texts);
            schema.put(Keyword.PATTERN.word(), texts.size() == 1 ? "^" + either + "$" : "^(?:" + either + ")$");
        }
        return schema;
    }
}
