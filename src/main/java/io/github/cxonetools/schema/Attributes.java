package io.github.cxonetools.schema;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;

/** An annotation's values by name, whatever loader its class is from. */
final class Attributes {

    private Attributes() {}

    static Map<String, Object> of(Annotation annotation) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Method method : annotation.annotationType().getDeclaredMethods()) {
            if (method.getParameterCount() == 0) {
                values.put(method.getName(), value(annotation, method));
            }
        }
        return values;
    }

    private static Object value(Annotation annotation, Method method) {
        try {
            method.setAccessible(true);
            return method.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + method, e);
        }
    }
}
