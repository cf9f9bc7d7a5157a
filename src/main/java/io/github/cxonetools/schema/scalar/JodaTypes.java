package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.pattern.TextPatterns;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Joda's types as Jackson's own module for them writes them, where no annotation says otherwise. */
public final class JodaTypes {

    private static final Map<String, String> PATTERNS = Map.of(
            "org.joda.time.DateTime", TextPatterns.DATE_TIME,
            "org.joda.time.LocalDate", TextPatterns.DATE,
            "org.joda.time.LocalDateTime", TextPatterns.JODA_LOCAL_DATE_TIME,
            "org.joda.time.LocalTime", TextPatterns.JODA_LOCAL_TIME,
            "org.joda.time.YearMonth", TextPatterns.YEAR_MONTH);

    private JodaTypes() {}

    /**
     * The schema of {@code type}; null where it is none of these.
     *
     * @param code what reads or writes it
     */
    public static @Nullable ObjectNode schema(Class<?> type, Class<?> code) {
        String pattern = PATTERNS.get(type.getName());
        return pattern == null || !code.getName().contains(".jackson.datatype.joda.")
                ? null
                : ScalarTypes.type("string").put(Keyword.PATTERN.word(), pattern);
    }
}
