package io.github.cxonetools.schema.classes;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, Object> values = new LinkedHashMap<>();
        for (Method method : METHODS.get(annotation.annotationType())) {
            values.put(method.getName(), value(annotation, method));
        }
        return values;
    }

    private static Object value(Annotation annotation, Method method) {
        try {
            return method.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + method, e);
        }
    }
}
