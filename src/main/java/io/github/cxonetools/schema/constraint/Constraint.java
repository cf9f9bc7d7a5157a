package io.github.cxonetools.schema.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One constraint of Bean Validation, wherever it was declared.
 *
 * @param name the annotation's simple name
 * @param builtIn true where the specification defines it
 * @param values the annotation's values, those that a composed constraint overrides included
 */
public record Constraint(String name, boolean builtIn, Map<String, Object> values) {

    /** No attribute has such a name. */
    private static final String COMPOSING = "composing constraints";

    private static final String NONE_OF = "none of them";

    /** Equal for annotations of one kind and the same values: those that are arrays are compared by what they hold. */
    public List<Object> identity() {
        Map<String, Object> compared = new LinkedHashMap<>(values);
        compared.replaceAll((name, value) -> value instanceof Object[] array ? List.of(array) : value);
        return List.of(name, builtIn, compared);
    }

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

    /**
     * Several of which one is enough, or none may hold.
     *
     * @param name the composed annotation's
     * @param none true where none may hold
     */
    static Constraint composed(String name, List<Constraint> composing, boolean none) {
        return new Constraint(name, true, Map.of(COMPOSING, List.copyOf(composing), NONE_OF, none));
    }

    /** Those of which one is enough, or none may hold; none of what is no such composition. */
    List<Constraint> composing() {
        List<Constraint> composing = new ArrayList<>();
        if (values.get(COMPOSING) instanceof List<?> several) {
            several.forEach(one -> composing.add((Constraint) one));
        }
        return composing;
    }

    boolean isNoneOf() {
        return Boolean.TRUE.equals(values.get(NONE_OF));
    }

    /** Annotations whose value may not be null. */
    boolean forbidsNull() {
        List<Constraint> composing = composing();
        if (!composing.isEmpty()) {
            boolean all = composing.stream().allMatch(Constraint::forbidsNull);
            return all != isNoneOf(); // Nearly all constraints hold of null.
        }
        return builtIn && (name.equals("NotNull") || name.equals("NotEmpty") || name.equals("NotBlank"));
    }
}
