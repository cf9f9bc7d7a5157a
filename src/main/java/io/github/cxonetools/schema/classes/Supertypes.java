package io.github.cxonetools.schema.classes;

import org.jspecify.annotations.Nullable;

/** What a class extends and implements, asked for by name: the project's classes are not this plugin's. */
final class Supertypes {

    private Supertypes() {}

    /** {@return true if {@code type} is, extends or implements the class {@code name}} */
    static boolean has(Class<?> type, String name) {
        return find(type, name) != null;
    }

    /** The class {@code name} that {@code type} is, extends or implements; null where it does not. */
    static @Nullable Class<?> find(Class<?> type, String name) {
        if (type.getName().equals(name)) {
            return type;
        }
        Class<?> parent = type.getSuperclass();
        Class<?> found = parent == null ? null : find(parent, name);
        for (Class<?> each : type.getInterfaces()) {
            found = found == null ? find(each, name) : found;
        }
        return found;
    }
}
