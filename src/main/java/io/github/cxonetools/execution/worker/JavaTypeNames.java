package io.github.cxonetools.execution.worker;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads Java notation with binary names, for example {@code java.util.List<com.example.Foo$Bar[]>}. */
final class JavaTypeNames {

    private static final Map<String, Class<?>> PRIMITIVES = Stream.of(
                    boolean.class,
                    byte.class,
                    char.class,
                    short.class,
                    int.class,
                    long.class,
                    float.class,
                    double.class)
            .collect(Collectors.toMap(Class::getName, Function.identity()));

    private final String text;
    private final ClassLoader loader;
    private int at;

    private JavaTypeNames(String text, ClassLoader loader) {
        this.text = text;
        this.loader = loader;
    }

    static Type parse(String text, ClassLoader loader) throws ClassNotFoundException {
        JavaTypeNames types = new JavaTypeNames(text.replace(" ", ""), loader);
        Type type = types.type();
        if (types.at < types.text.length()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a type in Java notation");
        }
        return type;
    }

    /** The class behind a type. */
    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
        }
        return type instanceof WildcardType wildcard ? raw(wildcard.getUpperBounds()[0]) : Object.class;
    }

    private Type type() throws ClassNotFoundException {
        if (take("?")) {
            boolean upper = take("extends");
            boolean lower = !upper && take("super");
            Type bound = upper || lower ? type() : Object.class;
            return lower ? new Wildcard(Object.class, new Type[] {bound}) : new Wildcard(bound, new Type[0]);
        }
        Type type = named();
        while (take("[]")) {
            type = type instanceof Class<?> plain ? Array.newInstance(plain, 0).getClass() : new ArrayOf(type);
        }
        return type;
    }

    private Type named() throws ClassNotFoundException {
        int start = at;
        while (at < text.length() && "<>,[]?".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(start, at);
        Class<?> primitive = PRIMITIVES.get(name);
        Class<?> raw = primitive != null ? primitive : Class.forName(name, false, loader);
        if (!take("<")) {
            return raw;
        }
        List<Type> arguments = new ArrayList<>();
        do {
            arguments.add(type());
        } while (take(","));
        if (!take(">")) {
            throw new IllegalArgumentException("\"" + text + "\" lacks a >");
        }
        return new Generic(raw, arguments.toArray(Type[]::new));
    }

    private boolean take(String token) {
        boolean found = text.startsWith(token, at);
        at += found ? token.length() : 0;
        return found;
    }

    private record Generic(Class<?> raw, Type[] arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
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
            return raw.getName()
                    + Arrays.stream(arguments).map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
        }
    }

    private record ArrayOf(Type component) implements GenericArrayType {
        @Override
        public Type getGenericComponentType() {
            return component;
        }
    }

    private record Wildcard(Type upper, Type[] lower) implements WildcardType {
        @Override
        public Type[] getUpperBounds() {
            return new Type[] {upper};
        }

        @Override
        public Type[] getLowerBounds() {
            return lower.clone();
        }
    }
}
