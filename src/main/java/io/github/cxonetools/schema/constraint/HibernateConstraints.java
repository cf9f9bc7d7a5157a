package io.github.cxonetools.schema.constraint;

import io.github.cxonetools.schema.pattern.NotBlankSemantics;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hibernate Validator's own constraints. Most have a validator that no annotation names, beside those that compose them: what
 * has an equal in draft-07 is known by its name, and of what remains only code knows.
 */
final class HibernateConstraints {

    private static final String PACKAGE = "org.hibernate.validator.constraints.";

    /** What is said in full by the constraints that compose it. */
    private static final Set<String> COMPOSED = Set.of("Range", "NotEmpty");

    private HibernateConstraints() {}

    static boolean isOne(Annotation annotation) {
        return annotation.annotationType().getName().startsWith(PACKAGE);
    }

    /** True where a validator of its own checks more than those that compose it. */
    static boolean checksMore(Annotation annotation) {
        return isOne(annotation)
                && !COMPOSED.contains(annotation.annotationType().getName().substring(PACKAGE.length()));
    }

    /** The same as a constraint that has keywords; none where it has no equal. */
    static List<Constraint> equal(Annotation annotation, Map<String, Object> values) {
        if (!isOne(annotation)) {
            return List.of();
        }
        return switch (annotation.annotationType().getName().substring(PACKAGE.length())) {
            case "Length" -> List.of(new Constraint("Size", true, values));
            case "CodePointLength" ->
                "NONE".equals(String.valueOf(values.get("normalizationStrategy")))
                        ? List.of(new Constraint("Size", true, values))
                        : List.of();
            case "UUID" -> List.of(new Constraint("UUID", true, values));
            case "UniqueElements" -> List.of(new Constraint("UniqueElements", true, values));
            case "NotBlank" -> {
                Map<String, Object> trimming = new HashMap<>(values);
                trimming.put(NotBlankSemantics.TRIM.name(), true); // In every version of it.
                yield List.of(new Constraint("NotBlank", true, trimming));
            }
            case "Email" -> List.of(new Constraint("Email", true, values));
            default -> List.of();
        };
    }
}
