package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.draft07.Keyword;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import tools.jackson.databind.JsonNode;

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

    /** {@return true if several values that a schema takes are one constant of an enum, as aliases are} */
    public static boolean hasSynonyms(Class<?> type, JsonNode schema) {
        long values = schema.path(Keyword.ENUM.word())
                .valueStream()
                .filter(value -> !value.isNull())
                .count();
        long constants = Arrays.stream(type.getDeclaredFields())
                .filter(Field::isEnumConstant)
                .count();
        return type.isEnum() && (values == 0 || values > constants);
    }

    public static boolean agrees(Class<?> type) {
        return AGREEING.contains(type.getName()) || type.isEnum();
    }
}
