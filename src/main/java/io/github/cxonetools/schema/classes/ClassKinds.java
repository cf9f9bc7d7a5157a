package io.github.cxonetools.schema.classes;

import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Whether a class can be instantiated, and how. */
public final class ClassKinds {

    private ClassKinds() {}

    /** {@return true if the class can have instances of its own} */
    public static boolean isConcrete(Class<?> type) {
        return !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
    }

    /** {@return true if the class can have instances of its own, which need no arguments} */
    public static boolean hasDefaultConstructor(Class<?> type) {
        return isConcrete(type)
                && Arrays.stream(type.getDeclaredConstructors())
                        .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }
}
