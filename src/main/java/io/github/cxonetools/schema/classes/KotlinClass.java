package io.github.cxonetools.schema.classes;

import java.lang.annotation.Annotation;

/** Classes that Kotlin's compiler has made. */
public final class KotlinClass {

    private KotlinClass() {}

    public static boolean isOne(Class<?> type) {
        for (Annotation annotation : type.getDeclaredAnnotations()) {
            if (annotation.annotationType().getName().equals("kotlin.Metadata")) {
                return true;
            }
        }
        return false;
    }
}
