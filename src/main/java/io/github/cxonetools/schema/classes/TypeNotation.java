package io.github.cxonetools.schema.classes;

import io.github.cxonetools.action.RejectedException;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Types in Java notation, as a POM and a message write them: {@code java.util.Map<String, com.example.Order>}. */
public final class TypeNotation {

    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "boolean", boolean.class,
            "byte", byte.class,
            "short", short.class,
            "int", int.class,
            "long", long.class,
            "float", float.class,
            "double", double.class,
            "char", char.class);

    private final String text;
    private final ProjectClasses classes;
    private int at;

    private TypeNotation(String text, ProjectClasses classes) {
        this.text = text;
        this.classes = classes;
    }

    /**
     * Reads a type; classes of {@code java.lang} and {@code java.util} may stand without their package.
     *
     * @throws RejectedException with what is wrong, as it completes "…: "
     */
    static Type parse(String text, ProjectClasses classes) throws RejectedException {
        TypeNotation notation = new TypeNotation(text, classes);
        Type type = notation.type();
        notation.blanks();
        if (notation.at < text.length()) {
            throw notation.malformed();
        }
        return type;
    }

    /** The canonical notation: binary names, one space after a comma. */
    public static String print(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            List<String> arguments = new ArrayList<>();
            for (Type argument : parameterized.getActualTypeArguments()) {
                arguments.add(print(argument));
            }
            return print(parameterized.getRawType()) + "<" + String.join(", ", arguments) + ">";
        }
        if (type instanceof GenericArrayType array) {
            return print(array.getGenericComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        if (type instanceof Class<?> c && c.isArray()) {
            return print(c.getComponentType()) + "[]";
        }
        return type.getTypeName();
    }

    private static String wildcard(WildcardType wildcard) {
        if (wildcard.getLowerBounds().length > 0) {
            return "? super " + print(wildcard.getLowerBounds()[0]);
        }
        Type upper = wildcard.getUpperBounds()[0];
        return upper == Object.class ? "?" : "? extends " + print(upper);
    }

    private Type type() throws RejectedException {
        blanks();
        int start = at;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        Type type = named(text.substring(start, at));
        blanks();
        if (peek('<')) {
            type = parameterized((Class<?>) type);
            blanks();
        }
        while (peek('[')) {
            at++;
            blanks();
            expect(']');
            type = type instanceof Class<?> c ? Array.newInstance(c, 0).getClass() : new Generics.ArrayOf(type);
            blanks();
        }
        return type;
    }

    private Type parameterized(Class<?> raw) throws RejectedException {
        List<Type> arguments = new ArrayList<>();
        do {
            at++;
            arguments.add(argument());
            blanks();
        } while (peek(','));
        expect('>');
        if (raw.getTypeParameters().length != arguments.size()) {
            throw new RejectedException("the type \"" + text + "\" gives " + raw.getTypeName() + " " + arguments.size()
                    + " type arguments, and it has " + raw.getTypeParameters().length);
        }
        return new Generics.Parameterized(raw, arguments);
    }

    private Type argument() throws RejectedException {
        blanks();
        if (!peek('?')) {
            return type();
        }
        at++;
        blanks();
        if (text.startsWith("extends ", at)) {
            at += "extends ".length();
            return type();
        }
        return Object.class;
    }

    private Type named(String name) throws RejectedException {
        if (name.isEmpty()) {
            throw malformed();
        }
        Class<?> primitive = PRIMITIVES.get(name);
        if (primitive != null) {
            return primitive;
        }
        for (String prefix : name.contains(".") ? List.of("") : List.of("", "java.lang.", "java.util.")) {
            try {
                return classes.load(prefix + name);
            } catch (ClassNotFoundException e) {
                continue; // The next package may have it.
            }
        }
        throw new RejectedException("the type \"" + text + "\" names " + name + ", which is not on the class path. "
                + "Write the class's full name, with $ before a nested class");
    }

    private boolean peek(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void expect(char c) throws RejectedException {
        if (!peek(c)) {
            throw malformed();
        }
        at++;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private RejectedException malformed() {
        return new RejectedException("\"" + text + "\" is not a type at character " + (at + 1)
                + ". Write it as in Java, for example java.util.List<com.example.Order> (in a POM, < is &lt;)");
    }

    /** {@return true if the type has no variable, and no wildcard without an upper bound} */
    static boolean isConcrete(Type type) {
        if (type instanceof TypeVariable<?>) {
            return false;
        }
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                if (!isConcrete(argument)) {
                    return false;
                }
            }
        }
        return !(type instanceof GenericArrayType array) || isConcrete(array.getGenericComponentType());
    }
}
