package io.github.cxonetools.schema.constraint;

import io.github.cxonetools.schema.classes.Attributes;
import io.github.cxonetools.schema.classes.Generics;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.Jackson;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final Set<String> SAYABLE = Set.of(
            "AssertFalse",
            "AssertTrue",
            "Max",
            "Min",
            "Negative",
            "NegativeOrZero",
            "NotBlank",
            "NotEmpty",
            "Pattern",
            "Positive",
            "PositiveOrZero",
            "Size");

    /** Attributes of every constraint that decide nothing about values. */
    private static final Set<String> UNREAD = Set.of("message", "payload");

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
        return read(List.of(element.getAnnotations()), new Place(place, type(element), ValidationGroups.of(element)));
    }

    /** @param type of the values there; null where it is not known */
    private record Place(String name, @Nullable Class<?> type, ValidationGroups groups) {}

    private static @Nullable Class<?> type(AnnotatedElement element) {
        if (element instanceof Field field) {
            return field.getType();
        }
        if (element instanceof Method method) {
            return method.getReturnType();
        }
        return element instanceof AnnotatedType type ? Generics.raw(type.getType()) : null;
    }

    private Constraints read(List<Annotation> annotations, Place place) {
        List<Constraint> found = new ArrayList<>();
        boolean cascades = false;
        for (Annotation annotation : annotations) {
            cascades |= isNamed(annotation.annotationType(), ".Valid");
            for (Annotation constraint : unwrapped(annotation)) {
                add(constraint, values(constraint), place, found);
            }
        }
        if (cascades && ValidationGroups.isConverted(annotations)) {
            warnings.cannotSay(place.name(), "@ConvertGroup", "what it holds is checked for another group");
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
        Object value = Attributes.of(annotation, "value");
        return value instanceof Annotation[] repeated && repeated.length > 0 && isConstraint(repeated[0])
                ? List.of(repeated)
                : List.of();
    }

    private static Map<String, Object> values(Annotation constraint) {
        return Attributes.of(constraint, UNREAD);
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

    private void add(Annotation annotation, Map<String, Object> values, Place place, List<Constraint> found) {
        String name = annotation.annotationType().getSimpleName();
        if (!place.groups().isChecked(values)) {
            warnings.cannotSay(place.name(), "@" + name, "it is of another group");
            return;
        }
        boolean specified = isNamed(annotation.annotationType(), ".constraints." + name);
        boolean known = specified || HibernateConstraints.isOne(annotation);
        boolean declared = isDeclared(annotation, known ? place.type() : null);
        if (known && declared) {
            warnings.cannotSay(place.name(), "@" + name, "a validator that META-INF/services declares checks it");
            return;
        }
        if (specified) {
            found.add(new Constraint(name, true, values));
            return;
        }
        List<Constraint> equal = HibernateConstraints.equal(annotation, values);
        if (equal.isEmpty()) {
            addComposed(annotation, values, declared, place, found);
        } else {
            found.addAll(equal);
        }
    }

    private static boolean isDeclared(Annotation annotation, @Nullable Class<?> type) {
        Annotation meta = constraint(annotation);
        return meta != null && DeclaredValidators.of(meta.annotationType()).check(annotation.annotationType(), type);
    }

    private void addComposed(
            Annotation annotation, Map<String, Object> values, boolean declared, Place place, List<Constraint> found) {
        String name = annotation.annotationType().getSimpleName();
        String composition = composition(annotation);
        List<Constraint> composing = new ArrayList<>();
        if (composition.equals("AND")) {
            composing(annotation, values, place, composing);
            found.addAll(composing);
        } else {
            composing.addAll(alternatives(annotation, values, composition, place));
            if (!composing.isEmpty()) {
                found.add(Constraint.composed(name, composing, composition.equals("ALL_FALSE")));
            }
        }
        Annotation meta = constraint(annotation);
        Object validators = meta == null ? null : Attributes.of(meta).get("validatedBy");
        if (HibernateConstraints.checksMore(annotation)) {
            found.add(new Constraint(name, false, values));
            warnings.cannotSay(place.name(), "@" + name + " in full", "Hibernate Validator checks it by code");
        } else if (declared || validators instanceof Class<?>[] custom && custom.length > 0 || composing.isEmpty()) {
            warnings.cannotSay(place.name(), "@" + name, "it is a constraint of the project's own");
        }
    }

    /** What an alternative may be of: what a schema says in full, and of which it can say the opposite. */
    private List<Constraint> alternatives(
            Annotation annotation, Map<String, Object> values, String composition, Place place) {
        List<Constraint> alternatives = new ArrayList<>();
        new ConstraintReader(new Warnings()).composing(annotation, values, place, alternatives);
        long declared = Arrays.stream(annotation.annotationType().getAnnotations())
                .mapToLong(meta -> unwrapped(meta).size())
                .sum();
        boolean none = composition.equals("ALL_FALSE");
        return alternatives.size() == declared && alternatives.stream().allMatch(one -> isSayable(one, none))
                ? alternatives
                : List.of();
    }

    private static boolean isSayable(Constraint constraint, boolean none) {
        return constraint.builtIn()
                && constraint.composing().isEmpty()
                && (SAYABLE.contains(constraint.name())
                        || !none && constraint.name().equals("Null"));
    }

    /** Hibernate Validator's {@code @ConstraintComposition}: with {@code OR} one is enough, with {@code ALL_FALSE} none may hold. */
    private static String composition(Annotation composed) {
        for (Annotation meta : composed.annotationType().getAnnotations()) {
            if (meta.annotationType().getName().equals("org.hibernate.validator.constraints.ConstraintComposition")) {
                return String.valueOf(Attributes.of(meta).get("value"));
            }
        }
        return "AND";
    }

    private void composing(Annotation composed, Map<String, Object> values, Place place, List<Constraint> found) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Annotation meta : composed.annotationType().getAnnotations()) {
            for (Annotation constraint : unwrapped(meta)) {
                int index = counts.merge(constraint.annotationType().getName(), 1, Integer::sum) - 1;
                Map<String, Object> own = values(constraint);
                own.put("groups", new Class<?>[0]); // Composing constraints are of their composed one's groups.
                own.putAll(ConstraintOverrides.of(composed, values, constraint.annotationType(), index));
                boolean inside =
                        HibernateConstraints.checksMore(composed) && HibernateConstraints.checksMore(constraint);
                if (!inside) { // Otherwise the composed one is told of already.
                    add(constraint, own, place, found);
                }
            }
        }
    }
}
