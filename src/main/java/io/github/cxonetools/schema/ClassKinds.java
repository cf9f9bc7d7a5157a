package io.github.cxonetools.schema;

import java.lang.reflect.Modifier;

/** What kind of class one is. */
final class ClassKinds {

    private ClassKinds() {}

    /** True for a class that has instances of its own. */
    static boolean isConcrete(Class<?> type) {
        return !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
    }
}
