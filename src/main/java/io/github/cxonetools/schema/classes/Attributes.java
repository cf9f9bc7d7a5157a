package io.github.cxonetools.schema.classes;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An annotation's values by name, whatever loader its class is from. */
public final class Attributes {

    /** Reflection copies them, and checks their access, at each call. */
    private static final ClassValue<List<Method>> METHODS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            List<Method> methods = new ArrayList<>();
            for (Method method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
                    method.setAccessible(true);
                    methods.add(method);
                }
            }
            return methods;
        }
    };

    private Attributes() {}

    public static Map<String, Object> of(Annotation annotation) {
        return of(annotation, Set.of());
    }

    /** As {@link #of(Annotation)}, without some: each value is a reflective call. */
    public static Map<String, Object> of(Annotation annotation, Set<String> without) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Method method : METHODS.get(annotation.annotationType())) {
            if (!without.contains(method.getName())) {
                values.put(method.getName(), value(annotation, method));
            }
        }
        return values;
    }

    /** One value; null where the annotation has none of that name. */
    @Nullable
    public static Object of(Annotation annotation, String name) {
        for (Method method : METHODS.get(annotation.annotationType())) {
            if (method.getName().equals(name)) {
                return value(annotation, method);
            }
        }
        return null;
    }

    private static Object value(Annotation annotation, Method method) {
        try {
            return method.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + method, e);
        }
    }
}
