package io.github.cxonetools.schema.classes;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class whose members need one that cannot be loaded, and what the JVM says of it. Jackson refuses such a class in words
 * that do not name what is missing.
 */
public record Unloadable(Class<?> owner, Throwable error) {

    /** The first such class among those that {@code root} reaches; null where there is none. */
    public static @Nullable Unloadable in(Type root) {
        Deque<Type> open = new ArrayDeque<>(List.of(root));
        Set<Type> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Type type = open.remove();
            if (!seen.add(type)) {
                continue;
            }
            if (type instanceof Class<?> c) {
                try {
                    open.addAll(types(c));
                } catch (LinkageError | TypeNotPresentException e) {
                    return new Unloadable(c, e);
                }
            }
            open.addAll(parts(type));
        }
        return null;
    }

    private static List<Type> parts(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            List<Type> parts = new ArrayList<>(List.of(parameterized.getActualTypeArguments()));
            parts.add(parameterized.getRawType());
            return parts;
        }
        if (type instanceof GenericArrayType array) {
            return List.of(array.getGenericComponentType());
        }
        return type instanceof WildcardType wildcard ? List.of(wildcard.getUpperBounds()) : List.of();
    }

    private static List<Type> types(Class<?> type) {
        if (type.isArray()) {
            return List.of(type.getComponentType());
        }
        List<Type> types = new ArrayList<>();
        if (type.isPrimitive() || type.getName().startsWith("java.")) {
            return types;
        }
        if (type.getGenericSuperclass() != null) {
            types.add(type.getGenericSuperclass());
        }
        for (Field field : type.getDeclaredFields()) {
            types.add(field.getGenericType());
        }
        for (Method method : type.getDeclaredMethods()) {
            types.add(method.getGenericReturnType());
            types.addAll(Arrays.asList(method.getGenericParameterTypes()));
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            types.addAll(Arrays.asList(constructor.getGenericParameterTypes()));
        }
        return types;
    }
}
