package io.github.cxonetools.schema.property;

import java.beans.Introspector;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static java.util.Comparator.comparingInt;

/**
 * Methods that the default validator takes for getters: {@code get} with a result, {@code is} and, of Hibernate Validator's own,
 * {@code has} with a {@code boolean}.
 */
final class GetterMethods {

    private static final String GET = "get";
    private static final List<String> OF_BOOLEANS = List.of("is", "has");
    private static final List<String> PREFIXES = List.of(GET, "is", "has");

    /** Reflection copies methods at each call. */
    private static final ClassValue<Declared> DECLARED = new ClassValue<>() {
        @Override
        protected Declared computeValue(Class<?> type) {
            return new Declared(type);
        }
    };

    /** Methods of one class that have no parameters. */
    private static final class Declared {

        /** Covariant ones have the same name. */
        private final Map<String, List<Method>> byName = new HashMap<>();

        /** By what follows the prefix; those that begin with {@code get} first, then {@code is}, then {@code has}. */
        private final Map<String, List<Method>> getters = new HashMap<>();

        Declared(Class<?> type) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0
                        && !method.isBridge()
                        && !Modifier.isStatic(method.getModifiers())) {
                    byName.computeIfAbsent(method.getName(), name -> new ArrayList<>())
                            .add(method);
                    if (isGetter(method)) {
                        getters.computeIfAbsent(capitalized(method), name -> new ArrayList<>())
                                .add(method);
                    }
                }
            }
            for (List<Method> ofProperty : getters.values()) {
                if (ofProperty.size() > 1) {
                    ofProperty.sort(comparingInt(method -> PREFIXES.indexOf(prefix(method))));
                }
            }
        }
    }

    private GetterMethods() {}

    static boolean isGetter(Method method) {
        return method.getParameterCount() == 0
                && !Modifier.isStatic(method.getModifiers())
                && !prefix(method).isEmpty();
    }

    /** Empty where it is no getter. */
    private static String prefix(Method method) {
        String name = method.getName();
        if (name.startsWith(GET) && name.length() > GET.length() && method.getReturnType() != void.class) {
            return GET;
        }
        for (String prefix : OF_BOOLEANS) {
            if (name.startsWith(prefix) && name.length() > prefix.length() && method.getReturnType() == boolean.class) {
                return prefix;
            }
        }
        return "";
    }

    /** What follows the prefix. */
    static String capitalized(Method getter) {
        return getter.getName().substring(prefix(getter).length());
    }

    /** The property that a getter is of. */
    static String property(Method getter) {
        return Introspector.decapitalize(capitalized(getter));
    }

    /**
     * The getters of a property, in a class, in what it implements and in what it extends.
     *
     * @param known one that Jackson calls, under whatever name
     */
    static List<Method> of(Class<?> type, @Nullable Method known, String property) {
        String capital =
                property.isEmpty() ? "" : property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        List<Method> getters = new ArrayList<>();
        collect(type, capital, known, getters);
        return getters;
    }

    private static void collect(Class<?> type, String capital, @Nullable Method known, List<Method> getters) {
        Declared declared = DECLARED.get(type);
        String name = known == null ? "" : known.getName();
        getters.addAll(declared.byName.getOrDefault(name, List.of()));
        for (Method getter : declared.getters.getOrDefault(capital, List.of())) {
            if (!getter.getName().equals(name)) {
                getters.add(getter);
            }
        }
        for (Class<?> face : type.getInterfaces()) {
            collect(face, capital, known, getters);
        }
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            collect(type.getSuperclass(), capital, known, getters);
        }
    }
}
