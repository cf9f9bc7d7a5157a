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

/**
 * Methods that the default validator takes for getters: {@code get} with a result, {@code is} and, of Hibernate Validator's own,
 * {@code has} with a {@code boolean}.
 */
final class GetterMethods {

    private static final String GET = "get";
    private static final List<String> OF_BOOLEANS = List.of("is", "has");

    /** Those without parameters, by name: covariant ones have the same. Reflection copies them at each call. */
    private static final ClassValue<Map<String, List<Method>>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, List<Method>> computeValue(Class<?> type) {
            Map<String, List<Method>> methods = new HashMap<>();
            for (Method method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0
                        && !method.isBridge()
                        && !Modifier.isStatic(method.getModifiers())) {
                    methods.computeIfAbsent(method.getName(), name -> new ArrayList<>())
                            .add(method);
                }
            }
            return methods;
        }
    };

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
        List<String> names = new ArrayList<>();
        if (known != null) {
            names.add(known.getName());
        }
        for (String prefix : List.of(GET, "is", "has")) {
            if (!names.contains(prefix + capital)) {
                names.add(prefix + capital);
            }
        }
        List<Method> getters = new ArrayList<>();
        collect(type, names, known, getters);
        return getters;
    }

    private static void collect(Class<?> type, List<String> names, @Nullable Method known, List<Method> getters) {
        Map<String, List<Method>> methods = METHODS.get(type);
        for (String name : names) {
            for (Method method : methods.getOrDefault(name, List.of())) {
                if (isGetter(method) || known != null && name.equals(known.getName())) {
                    getters.add(method);
                }
            }
        }
        for (Class<?> face : type.getInterfaces()) {
            collect(face, names, known, getters);
        }
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            collect(type.getSuperclass(), names, known, getters);
        }
    }
}
