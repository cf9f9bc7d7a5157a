package io.github.cxonetools.schema.constraint;

import io.github.cxonetools.schema.classes.Attributes;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The groups whose constraints are checked where nobody asks for another one: {@code Default}, and those that
 * {@code @GroupSequence} puts in its place in a class.
 */
record ValidationGroups(Set<Class<?>> sequence) {

    private static final ValidationGroups DEFAULT = new ValidationGroups(Set.of());

    private static final ClassValue<ValidationGroups> OF = new ClassValue<>() {
        @Override
        protected ValidationGroups computeValue(Class<?> type) {
            Set<Class<?>> sequence = new HashSet<>();
            for (Annotation annotation : type.getAnnotations()) {
                if (isOf(annotation.annotationType(), "GroupSequence")
                        && Attributes.of(annotation).get("value") instanceof Class<?>[] groups) {
                    sequence.addAll(List.of(groups));
                }
            }
            return sequence.isEmpty() ? DEFAULT : new ValidationGroups(Set.copyOf(sequence));
        }
    };

    static ValidationGroups of(AnnotatedElement element) {
        Class<?> owner = owner(element);
        return owner == null ? DEFAULT : OF.get(owner);
    }

    private static @Nullable Class<?> owner(AnnotatedElement element) {
        return element instanceof Member member
                ? member.getDeclaringClass()
                : element instanceof Class<?> type ? type : null;
    }

    /** {@return true if a constraint with these attributes is checked} */
    boolean isChecked(Map<String, Object> values) {
        if (!(values.get("groups") instanceof Class<?>[] groups) || groups.length == 0) {
            return true;
        }
        for (Class<?> group : groups) {
            if (isDefault(group) || sequence.contains(group)) {
                return true;
            }
        }
        return false;
    }

    /** {@return true if {@code @ConvertGroup} converts {@code Default} into another group} */
    static boolean isConverted(List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            if (isOf(annotation.annotationType(), "groups.ConvertGroup")
                    && Attributes.of(annotation).get("from") instanceof Class<?> from
                    && isDefault(from)
                    && Attributes.of(annotation).get("to") instanceof Class<?> to
                    && !isDefault(to)) {
                return true;
            }
            if (isOf(annotation.annotationType(), "groups.ConvertGroup$List")
                    && Attributes.of(annotation).get("value") instanceof Annotation[] several
                    && isConverted(List.of(several))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDefault(Class<?> group) {
        return isOf(group, "groups.Default");
    }

    private static boolean isOf(Class<?> type, String name) {
        return ConstraintReader.isNamed(type, "." + name);
    }
}
