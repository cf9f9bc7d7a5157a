package io.github.cxonetools.schema;

import java.util.Set;

/** Whether two values are equal in Java exactly when they are equal in JSON: only then does a set mean unique items. */
final class Uniqueness {

    private static final Set<String> AGREEING = Set.of(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Character",
            "java.math.BigInteger");

    private Uniqueness() {}

    static boolean agrees(Class<?> type) {
        return AGREEING.contains(type.getName()) || type.isEnum();
    }
}
