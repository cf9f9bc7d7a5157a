package io.github.cxonetools.schema.classes;

import java.lang.reflect.Modifier;

/** What kind of class one is. */
public final class ClassKinds {

    private ClassKinds() {}

    /** {@return true if the class can have instances of its own} */
    public static boolean isConcrete(Class<?> type) {
        return !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
    }
}
