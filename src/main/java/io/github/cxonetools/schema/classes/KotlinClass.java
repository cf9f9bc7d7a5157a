package io.github.cxonetools.schema.classes;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes that Kotlin's compiler has made, and what it says of their members. */
public final class KotlinClass {

    /** Its annotations are not there at run time: the file of a class of Kotlin is read for them. */
    private static final ClassValue<Set<String>> NEVER_NULL = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            return AnnotatedMembers.of(type, "Lorg/jetbrains/annotations/NotNull;");
        }
    };

    /** Asked for each property of a class. */
    private static final ClassValue<Boolean> METADATA = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return has(type, "kotlin.Metadata");
        }
    };

    private KotlinClass() {}

    public static boolean isOne(Class<?> type) {
        return METADATA.get(type);
    }

    /** Returns true if a field or a getter of a class of Kotlin has a type without {@code ?}. */
    public static boolean isNeverNull(@Nullable AnnotatedElement member) {
        if (!(member instanceof Member declared) || !isOne(declared.getDeclaringClass())) {
            return false;
        }
        Class<?> type = member instanceof Method method ? method.getReturnType() : ((Field) member).getType();
        return type.isPrimitive()
                || NEVER_NULL.get(declared.getDeclaringClass()).contains(declared.getName() + type.descriptorString());
    }

    /** What a value class holds, in whose place it may stand; null of any other class. */
    public static @Nullable Type held(Class<?> type) {
        if (!has(type, "kotlin.jvm.JvmInline")) {
            return null;
        }
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                return field.getGenericType();
            }
        }
        return null;
    }

    private static boolean has(Class<?> type, String annotation) {
        for (Annotation present : type.getDeclaredAnnotations()) {
            if (present.annotationType().getName().equals(annotation)) {
                return true;
            }
        }
        return false;
    }
}
