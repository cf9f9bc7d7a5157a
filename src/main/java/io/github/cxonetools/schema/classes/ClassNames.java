package io.github.cxonetools.schema.classes;

/** Classes as messages name them. */
public final class ClassNames {

    private ClassNames() {}

    /** {@code Order} or {@code Order.Line}: the name without its package. */
    public static String simple(Class<?> type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
