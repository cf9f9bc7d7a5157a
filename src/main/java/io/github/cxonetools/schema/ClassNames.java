package io.github.cxonetools.schema;

/** Classes as messages name them. */
final class ClassNames {

    private ClassNames() {}

    /** {@code Order} or {@code Order.Line}: the name without its package. */
    static String simple(Class<?> type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
