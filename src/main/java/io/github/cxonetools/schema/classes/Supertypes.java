package io.github.cxonetools.schema.classes;

/** What a class extends and implements, asked for by name: the project's classes are not this plugin's. */
final class Supertypes {

    private Supertypes() {}

    /** {@return true if {@code type} is, extends or implements the class {@code name}} */
    static boolean has(Class<?> type, String name) {
        if (type.getName().equals(name)) {
            return true;
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null && has(parent, name)) {
            return true;
        }
        for (Class<?> each : type.getInterfaces()) {
            if (has(each, name)) {
                return true;
            }
        }
        return false;
    }
}
