package io.github.cxonetools.schema.scalar;

import java.util.Set;

/** Whether two values are equal in Java exactly when they are equal in JSON: only then does a set mean unique items. */
public final class Uniqueness {

    private static final Set<String> AGREEING = Set.of(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Character",
            "java.math.BigInteger");

    private static final Set<String> AGREEING_AS_KEYS = Set.of(
            "java.lang.Object",
            "java.lang.CharSequence",
            "java.time.LocalDate",
            "java.time.YearMonth",
            "java.time.MonthDay");

    private Uniqueness() {}

    /** As {@link #agrees}, of what is written as text in front of a colon. */
    public static boolean agreesAsKey(Class<?> type) {
        return agrees(type) || AGREEING_AS_KEYS.contains(type.getName());
    }

    public static boolean agrees(Class<?> type) {
        return AGREEING.contains(type.getName()) || type.isEnum();
    }
}
