package io.github.cxonetools.schema.constraint;

import io.github.cxonetools.schema.classes.Attributes;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code @OverridesAttribute}: values that a composed constraint hands on to those that compose it. */
final class ConstraintOverrides {

    private ConstraintOverrides() {}

    /** The values that {@code composed} gives to the {@code index}th of its constraints of type {@code composing}. */
    static Map<String, Object> of(
            Annotation composed, Map<String, Object> values, Class<? extends Annotation> composing, int index) {
        Map<String, Object> overrides = new HashMap<>();
        for (Method method : composed.annotationType().getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                for (Annotation override : overrides(annotation)) {
                    Map<String, Object> target = Attributes.of(override);
                    int wanted = ((Number) target.getOrDefault("constraintIndex", -1)).intValue();
                    Object value = values.get(method.getName());
                    if (composing.equals(target.get("constraint"))
                            && (wanted < 0 || wanted == index)
                            && value != null) {
                        String name = String.valueOf(target.get("name"));
                        overrides.put(name.isEmpty() ? method.getName() : name, value);
                    }
                }
            }
        }
        return overrides;
    }

    private static List<Annotation> overrides(Annotation annotation) {
        String type = annotation.annotationType().getName();
        if (type.endsWith(".validation.OverridesAttribute")) {
            return List.of(annotation);
        }
        return type.endsWith(".validation.OverridesAttribute$List")
                        && Attributes.of(annotation).get("value") instanceof Annotation[] repeated
                ? List.of(repeated)
                : List.of();
    }
}
