package io.github.cxonetools.schema;

import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Constraints that hold something that is no property on the wire: on the class, or on members that Jackson passes over. */
final class Uncovered {

    private Uncovered() {}

    static void warn(Class<?> bean, Set<String> covered, ConstraintReader reader, Warnings warnings) {
        String name = ClassNames.simple(bean);
        for (Constraint constraint : reader.read(bean, name).list()) {
            warnings.cannotSay(name, "@" + constraint.name(), "it is on the class");
        }
        for (Class<?> c = bean; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !covered.contains(field.getName())) {
                    warn(name + "." + field.getName(), reader.read(field, name + "." + field.getName()), warnings);
                }
            }
            for (Method method : c.getDeclaredMethods()) {
                String property = property(method);
                if (property != null && !bean.isRecord() && !covered.contains(property)) {
                    warn(name + "." + property, reader.read(method, name + "." + property), warnings);
                }
            }
        }
    }

    private static void warn(String place, Constraints constraints, Warnings warnings) {
        constraints
                .list()
                .forEach(constraint -> warnings.cannotSay(
                        place, "@" + constraint.name(), "no property on the wire carries that member's value"));
    }

    private static @Nullable String property(Method method) {
        String name = method.getName();
        if (method.getParameterCount() > 0 || Modifier.isStatic(method.getModifiers()) || method.isSynthetic()) {
            return null;
        }
        int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
        return prefix == 0 || name.length() == prefix ? null : Introspector.decapitalize(name.substring(prefix));
    }
}
