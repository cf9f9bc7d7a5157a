package io.github.cxonetools.schema.constraint;

import io.github.cxonetools.schema.classes.Attributes;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.Jackson;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads constraints off members and types, of Jakarta and of javax Validation alike: repeated ones, composed ones with what
 * they override, and those of the group {@code Default} only.
 */
public final class ConstraintReader {

    static final Set<String> ROOTS = Set.of("jakarta.validation", "javax.validation");

    private static final ClassValue<Optional<Annotation>> MARKS = new ClassValue<>() {
        @Override
        protected Optional<Annotation> computeValue(Class<?> type) {
            return mark(type);
        }
    };

    private final Warnings warnings;

    public ConstraintReader(Warnings warnings) {
        this.warnings = warnings;
    }

    /** {@return true if the annotation is Jakarta's or javax' of that name, which begins with a dot} */
    static boolean isNamed(Class<?> type, String name) {
        String full = type.getName();
        for (String root : ROOTS) {
            if (full.length() == root.length() + name.length() && full.startsWith(root) && full.endsWith(name)) {
                return true;
            }
        }
        return false;
    }

    public Constraints read(AnnotatedElement element, String place) {
        ValidationGroups groups = ValidationGroups.of(element);
        return read(List.of(element.getAnnotations()), groups, place);
    }

    private Constraints read(List<Annotation> annotations, ValidationGroups groups, String place) {
        List<Constraint> found = new ArrayList<>();
        boolean cascades = false;
        for (Annotation annotation : annotations) {
            cascades |= isNamed(annotation.annotationType(), ".Valid");
            for (Annotation constraint : unwrapped(annotation)) {
                add(constraint, Attributes.of(constraint), groups, place, found);
            }
        }
        if (cascades && ValidationGroups.areConverted(annotations)) {
            warnings.cannotSay(place, "@ConvertGroup", "what it holds is checked for another group");
            cascades = false;
        }
        return found.isEmpty() && !cascades ? Constraints.NONE : new Constraints(found, cascades);
    }

    /** The annotation itself if it is a constraint, those that it repeats if it is a list of them. */
    private static List<Annotation> unwrapped(Annotation annotation) {
        if (isConstraint(annotation)) {
            return List.of(annotation);
        }
        String type = annotation.annotationType().getName();
        if (type.startsWith("java.") || type.startsWith(Jackson.ANNOTATIONS)) {
            return List.of();
        }
        Object value = Attributes.of(annotation).get("value");
        return value instanceof Annotation[] repeated && repeated.length > 0 && isConstraint(repeated[0])
                ? List.of(repeated)
                : List.of();
    }

    private static boolean isConstraint(Annotation annotation) {
        return constraint(annotation) != null;
    }

    private static @Nullable Annotation constraint(Annotation annotation) {
        return MARKS.get(annotation.annotationType()).orElse(null);
    }

    private static Optional<Annotation> mark(Class<?> type) {
        for (Annotation meta : type.getAnnotations()) {
            if (isNamed(meta.annotationType(), ".Constraint")) {
                return Optional.of(meta);
            }
        }
        return Optional.empty();
    }

    private void add(
            Annotation annotation,
            Map<String, Object> values,
            ValidationGroups groups,
            String place,
            List<Constraint> found) {
        String name = annotation.annotationType().getSimpleName();
        if (!groups.check(values)) {
            warnings.cannotSay(place, "@" + name, "it is of another group");
            return;
        }
        if (isNamed(annotation.annotationType(), ".constraints." + name)) {
            found.add(new Constraint(name, true, values));
            return;
        }
        List<Constraint> equal = HibernateConstraints.equal(annotation, values);
        if (!equal.isEmpty()) {
            found.addAll(equal);
            return;
        }
        int before = found.size();
        if (!isAlternative(annotation)) {
            composing(annotation, values, groups, place, found);
        }
        Annotation meta = constraint(annotation);
        Object validators = meta == null ? null : Attributes.of(meta).get("validatedBy");
        if (HibernateConstraints.checksMore(annotation)) {
            found.add(new Constraint(name, false, values));
            warnings.cannotSay(place, "@" + name + " in full", "Hibernate Validator checks it by code");
        } else if (validators instanceof Class<?>[] custom && custom.length > 0 || found.size() == before) {
            warnings.cannotSay(place, "@" + name, "it is a constraint of the project's own");
        }
    }

    /** Hibernate Validator's {@code @ConstraintComposition}: one of the composing constraints is enough, or none may hold. */
    private static boolean isAlternative(Annotation composed) {
        for (Annotation meta : composed.annotationType().getAnnotations()) {
            if (meta.annotationType().getName().equals("org.hibernate.validator.constraints.ConstraintComposition")) {
                return !"AND".equals(String.valueOf(Attributes.of(meta).get("value")));
            }
        }
        return false;
    }

    private void composing(
            Annotation composed,
            Map<String, Object> values,
            ValidationGroups groups,
            String place,
            List<Constraint> found) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Annotation meta : composed.annotationType().getAnnotations()) {
            for (Annotation constraint : unwrapped(meta)) {
                int index = counts.merge(constraint.annotationType().getName(), 1, Integer::sum) - 1;
                Map<String, Object> own = Attributes.of(constraint);
                own.put("groups", new Class<?>[0]); // Composing constraints are of their composed one's groups.
                own.putAll(ConstraintOverrides.of(composed, values, constraint.annotationType(), index));
                add(constraint, own, groups, place, found);
            }
        }
    }
}
