package io.github.cxonetools.schema.jackson;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether two objects of one class behave alike, by their fields. */
final class ObjectState {

    private ObjectState() {}

    static boolean equal(Object one, Object other) {
        for (Class<?> type = one.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !alike(value(field, one), value(field, other))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What has no equality of its own is told by its class. */
    private static boolean alike(@Nullable Object one, @Nullable Object other) {
        if (Objects.equals(one, other)) {
            return true;
        }
        return one != null && other != null && one.getClass() == other.getClass() && hasIdentityOnly(one.getClass());
    }

    private static boolean hasIdentityOnly(Class<?> type) {
        try {
            return type.getMethod("equals", Object.class).getDeclaringClass() == Object.class
                    && !type.getName().startsWith("java.time.");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            return null;
        }
    }
}
