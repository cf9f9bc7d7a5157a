package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.pattern.TextPatterns;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Joda's types as Jackson's own module for them writes them, where no annotation says otherwise. */
public final class JodaTypes {

    /** What any of their instants may stand behind. */
    private static final Set<String> INTERFACES =
            Set.of("org.joda.time.ReadableInstant", "org.joda.time.ReadableDateTime");

    private static final Map<String, String> PATTERNS = Map.of(
            "org.joda.time.DateTime", TextPatterns.DATE_TIME,
            "org.joda.time.Instant", TextPatterns.DATE_TIME,
            "org.joda.time.LocalDate", TextPatterns.DATE,
            "org.joda.time.LocalDateTime", TextPatterns.JODA_LOCAL_DATE_TIME,
            "org.joda.time.LocalTime", TextPatterns.JODA_LOCAL_TIME,
            "org.joda.time.MonthDay", TextPatterns.MONTH_DAY,
            "org.joda.time.ReadableDateTime", TextPatterns.DATE_TIME,
            "org.joda.time.ReadableInstant", TextPatterns.DATE_TIME,
            "org.joda.time.YearMonth", TextPatterns.YEAR_MONTH);

    private JodaTypes() {}

    /**
     * The schema of what is written of an interface, whose serializer is that of the value's own class: those that the
     * module can write are date and time, and {@code DateMidnight} is a date.
     *
     * @return null where it is none of these, or the module is not there
     */
    public static @Nullable ObjectNode written(Class<?> type, Jackson jackson) {
        if (!INTERFACES.contains(type.getName()) || !jackson.code().hasModule("JodaModule")) {
            return null;
        }
        ObjectNode schema = ScalarTypes.type("string");
        ArrayNode either = schema.putArray(Keyword.ANY_OF.word());
        either.addObject().put(Keyword.PATTERN.word(), TextPatterns.DATE_TIME);
        either.addObject().put(Keyword.PATTERN.word(), TextPatterns.DATE);
        return schema;
    }

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
