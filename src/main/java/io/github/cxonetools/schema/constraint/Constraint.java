package io.github.cxonetools.schema.constraint;

import java.util.Map;

/**
 * One constraint of Bean Validation, wherever it was declared.
 *
 * @param name the annotation's simple name
 * @param builtIn true where the specification defines it
 * @param values the annotation's values, those that a composed constraint overrides included
 */
public record Constraint(String name, boolean builtIn, Map<String, Object> values) {

    Object value(String attribute) {
        Object value = values.get(attribute);
        if (value == null) {
            throw new IllegalStateException("@" + name + " has no " + attribute);
        }
        return value;
    }

    String text(String attribute) {
        return String.valueOf(value(attribute));
    }

    public int number(String attribute) {
        return ((Number) value(attribute)).intValue();
    }

    /** Annotations whose value may not be null. */
    boolean forbidsNull() {
        return builtIn && (name.equals("NotNull") || name.equals("NotEmpty") || name.equals("NotBlank"));
    }
}
