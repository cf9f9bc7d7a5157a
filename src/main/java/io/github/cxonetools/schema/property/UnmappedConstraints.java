package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.classes.KotlinClass;
import io.github.cxonetools.schema.constraint.Constraint;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.Side;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Constraints that hold nothing on the wire: on the class, on members that Jackson passes over, on parameters. */
public final class UnmappedConstraints {

    private UnmappedConstraints() {}

    public static void warn(Class<?> bean, Set<String> covered, Side side, ConstraintReader reader, Warnings warnings) {
        String name = ClassNames.simple(bean);
        if (side == Side.INPUT && KotlinClass.isOne(bean)) {
            warnOfParameters(bean, reader, warnings);
        }
        for (Class<?> type : supertypes(bean)) {
            for (Constraint constraint : reader.read(type, name).list()) {
                warnings.cannotSay(name, "@" + constraint.name(), "it is on the class");
            }
            if (side == Side.OUTPUT) {
                continue; // What is not written is no part of the promise.
            }
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !covered.contains(field.getName())) {
                    warn(name + "." + field.getName(), reader.read(field, name + "." + field.getName()), warnings);
                }
            }
            for (Method method : type.getDeclaredMethods()) {
                String property = property(method);
                String place = name + "." + (property == null ? method.getName() : property);
                if (property != null && !covered.contains(property)) {
                    warn(place, reader.read(method, place), warnings);
                } else if (property == null && isToBeImplemented(bean, method)) {
                    warnOfImplementation(place, reader.read(method, place), warnings);
                }
            }
        }
    }

    /** AutoValue makes a class whose field has what stands at such a method. */
    private static boolean isToBeImplemented(Class<?> bean, Method method) {
        return Modifier.isAbstract(bean.getModifiers())
                && Modifier.isAbstract(method.getModifiers())
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class;
    }

    private static void warnOfImplementation(String place, Constraints constraints, Warnings warnings) {
        for (Constraint constraint : constraints.list()) {
            warnings.cannotSay(
                    place,
                    "@" + constraint.name(),
                    "it is on a method that is no getter, and the class that is made may carry it. Name it get...");
        }
    }

    /** Where Kotlin's compiler puts an annotation of a property that names no other place. */
    private static void warnOfParameters(Class<?> bean, ConstraintReader reader, Warnings warnings) {
        String name = ClassNames.simple(bean);
        for (Constructor<?> constructor : bean.getDeclaredConstructors()) {
            for (Parameter parameter : constructor.getParameters()) {
                String place = parameter.isNamePresent() ? name + "." + parameter.getName() : name;
                for (Constraint constraint : reader.read(parameter, place).list()) {
                    warnings.cannotSay(
                            place,
                            "@" + constraint.name(),
                            "it is on a parameter of the constructor, where the validator does not look: write @field:"
                                    + constraint.name());
                }
            }
        }
    }

    /** The class itself, what it extends and what it implements: the validator looks at all of them. */
    private static Set<Class<?>> supertypes(Class<?> bean) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> c = bean; c != null && c != Object.class; c = c.getSuperclass()) {
            types.add(c);
            for (Class<?> face : c.getInterfaces()) {
                types.addAll(supertypes(face));
            }
        }
        return types;
    }

    private static void warn(String place, Constraints constraints, Warnings warnings) {
        constraints
                .list()
                .forEach(constraint -> warnings.cannotSay(
                        place, "@" + constraint.name(), "no property on the wire carries that member's value"));
    }

    private static @Nullable String property(Method method) {
        return !GetterMethods.isGetter(method) || method.isSynthetic() ? null : GetterMethods.property(method);
    }
}
