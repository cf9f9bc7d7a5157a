package io.github.cxonetools.schema.classes;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a generic supertype's variables stand for in a class. */
public final class Generics {

    private Generics() {}

    /**
     * The arguments that {@code type} gives to {@code target}, a superclass or an interface of it.
     *
     * @return null where {@code type} is no {@code target}; the variables themselves where it is a raw one
     */
    public static @Nullable List<Type> argumentsOf(Class<?> target, Type type) {
        Class<?> raw = raw(type);
        if (!target.isAssignableFrom(raw)) {
            return null;
        }
        Map<TypeVariable<?>, Type> bindings = bindings(type);
        if (raw == target) {
            List<Type> arguments = new ArrayList<>();
            for (TypeVariable<?> variable : raw.getTypeParameters()) {
                arguments.add(bindings.getOrDefault(variable, variable));
            }
            return arguments;
        }
        for (Type parent : parents(raw)) {
            List<Type> arguments = argumentsOf(target, resolve(parent, bindings));
            if (arguments != null) {
                return arguments;
            }
        }
        return null;
    }

    private static List<Type> parents(Class<?> raw) {
        List<Type> parents = new ArrayList<>(List.of(raw.getGenericInterfaces()));
        if (raw.getGenericSuperclass() != null) {
            parents.add(0, raw.getGenericSuperclass());
        }
        return parents;
    }

    private static Map<TypeVariable<?>, Type> bindings(Type type) {
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        if (type instanceof ParameterizedType parameterized) {
            TypeVariable<?>[] variables = raw(type).getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                bindings.put(variables[i], parameterized.getActualTypeArguments()[i]);
            }
        }
        return bindings;
    }

    /** {@code type} with each variable replaced by what it stands for, and each wildcard by its upper bound. */
    public static Type resolve(Type type, Map<TypeVariable<?>, Type> bindings) {
        if (type instanceof TypeVariable<?>) {
            return bindings.getOrDefault(type, type);
        }
        if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0], bindings);
        }
        if (type instanceof ParameterizedType parameterized) {
            List<Type> arguments = new ArrayList<>();
            for (Type argument : parameterized.getActualTypeArguments()) {
                arguments.add(resolve(argument, bindings));
            }
            return new Parameterized(raw(type), arguments);
        }
        if (type instanceof GenericArrayType array) {
            Type component = resolve(array.getGenericComponentType(), bindings);
            return component instanceof Class<?> c ? Array.newInstance(c, 0).getClass() : new ArrayOf(component);
        }
        return type;
    }

    public static Class<?> raw(Type type) {
        if (type instanceof Class<?> c) {
            return c;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
        }
        return Object.class;
    }

    /** A class with its type arguments. */
    public record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(new Type[0]);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }

        @Override
        public String toString() {
            return TypeNotation.print(this);
        }
    }

    /** An array of a generic type. */
    public record ArrayOf(Type component) implements GenericArrayType {

        @Override
        public Type getGenericComponentType() {
            return component;
        }

        @Override
        public String toString() {
            return TypeNotation.print(this);
        }
    }
}
