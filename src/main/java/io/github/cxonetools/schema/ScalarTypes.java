package io.github.cxonetools.schema;

import java.math.BigDecimal;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JDK's types that are one JSON value. Looked up by name: a project's class is never one of them. */
final class ScalarTypes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<String, Supplier<ObjectNode>> TYPES = new HashMap<>();

    static {
        both("boolean", "java.lang.Boolean", () -> type("boolean"));
        both("byte", "java.lang.Byte", () -> integer(Byte.MIN_VALUE, Byte.MAX_VALUE));
        both("short", "java.lang.Short", () -> integer(Short.MIN_VALUE, Short.MAX_VALUE));
        both("int", "java.lang.Integer", () -> integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        both("long", "java.lang.Long", () -> integer(Long.MIN_VALUE, Long.MAX_VALUE));
        both("float", "java.lang.Float", () -> type("number"));
        both("double", "java.lang.Double", () -> type("number"));
        both("char", "java.lang.Character", () -> text(null, TextPatterns.CHARACTER));
        TYPES.put("java.lang.Number", () -> type("number"));
        TYPES.put("java.lang.StringBuilder", () -> type("string"));
        TYPES.put("java.lang.StringBuffer", () -> type("string"));
        TYPES.put("java.util.Locale", () -> type("string"));
        TYPES.put("java.util.TimeZone", () -> text(null, TextPatterns.NOT_TRIMMED_AWAY));
        TYPES.put("java.io.File", () -> text(null, TextPatterns.NOT_TRIMMED_AWAY));
        TYPES.put("java.util.Currency", Currencies::schema);
        TYPES.put("java.lang.Void", () -> type("null"));
        TYPES.put("java.nio.ByteBuffer", () -> base64());
        TYPES.put("java.util.concurrent.atomic.AtomicBoolean", () -> type("boolean"));
        TYPES.put("java.util.concurrent.atomic.AtomicInteger", () -> integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        TYPES.put("java.util.concurrent.atomic.AtomicLong", () -> integer(Long.MIN_VALUE, Long.MAX_VALUE));
        TYPES.put("java.math.BigInteger", () -> type("integer"));
        TYPES.put("java.math.BigDecimal", () -> type("number"));
        TYPES.put("java.lang.String", () -> type("string"));
        TYPES.put("java.lang.CharSequence", () -> type("string"));
        TYPES.put("java.util.UUID", () -> text("uuid", TextPatterns.UUID));
        TYPES.put("java.util.OptionalInt", () -> integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        TYPES.put("java.util.OptionalLong", () -> integer(Long.MIN_VALUE, Long.MAX_VALUE));
        TYPES.put("java.util.OptionalDouble", () -> type("number"));
        TYPES.put("java.time.Instant", () -> text("date-time", TextPatterns.INSTANT));
        TYPES.put("java.time.OffsetDateTime", () -> text("date-time", TextPatterns.OFFSET_DATE_TIME));
        TYPES.put("java.time.ZonedDateTime", () -> text("date-time", TextPatterns.OFFSET_DATE_TIME));
        TYPES.put("java.time.LocalDate", () -> text("date", TextPatterns.DATE));
        TYPES.put("java.time.LocalDateTime", () -> text(null, TextPatterns.LOCAL_DATE_TIME));
        TYPES.put("java.time.LocalTime", () -> text(null, TextPatterns.LOCAL_TIME));
        TYPES.put("java.time.OffsetTime", () -> text("time", TextPatterns.OFFSET_TIME));
        TYPES.put("java.time.ZoneOffset", () -> text(null, TextPatterns.ZONE_OFFSET));
        TYPES.put("java.time.YearMonth", () -> text(null, TextPatterns.YEAR_MONTH));
        TYPES.put("java.time.Duration", () -> text(null, TextPatterns.DURATION));
        TYPES.put("java.time.Period", () -> text(null, TextPatterns.PERIOD));
        TYPES.put("java.net.URI", () -> text("uri-reference", UriPattern.ECMA));
        TYPES.put("java.util.Date", () -> text("date-time", TextPatterns.DATE_TIME));
        TYPES.put("java.util.Calendar", () -> text("date-time", TextPatterns.DATE_TIME));
        TYPES.put("java.util.GregorianCalendar", () -> text("date-time", TextPatterns.DATE_TIME));
        TYPES.put("java.time.MonthDay", () -> text(null, TextPatterns.MONTH_DAY));
    }

    private ScalarTypes() {}

    /** A year is text or a number, as the version of Jackson has it. */
    static ObjectNode year(Jackson jackson) throws BindingException {
        return jackson.write(Year.of(2026)).startsWith("\"")
                ? yearAsText()
                : type("integer").put("minimum", 0).put("maximum", 9999);
    }

    static ObjectNode yearAsText() {
        return text(null, TextPatterns.YEAR);
    }

    /** What stands for bytes. */
    static ObjectNode base64() {
        return type("string").put("contentEncoding", "base64").put("pattern", TextPatterns.BASE64);
    }

    private static void both(String primitive, String wrapper, Supplier<ObjectNode> schema) {
        TYPES.put(primitive, schema);
        TYPES.put(wrapper, schema);
    }

    /** The schema of {@code type}; null where it is none of these. */
    static @Nullable ObjectNode schema(Class<?> type) {
        Supplier<ObjectNode> schema = TYPES.get(type.getName());
        return schema == null ? null : schema.get();
    }

    /** As {@link #schema}, of a type that is one of these. */
    static ObjectNode required(Class<?> type) {
        ObjectNode schema = schema(type);
        if (schema == null) {
            throw new IllegalArgumentException(type.getName());
        }
        return schema;
    }

    /** True for the JDK's types of whole numbers, which Jackson reads from 1.0 as it does from 1. */
    static boolean isWhole(Class<?> type) {
        ObjectNode schema = schema(type);
        return schema != null && schema.path("type").stringValue("").equals("integer");
    }

    static ObjectNode type(String name) {
        return JSON.objectNode().put("type", name);
    }

    private static ObjectNode integer(long min, long max) {
        return type("integer").put("minimum", BigDecimal.valueOf(min)).put("maximum", BigDecimal.valueOf(max));
    }

    private static ObjectNode text(@Nullable String format, String pattern) {
        ObjectNode schema = type("string");
        if (format != null) {
            schema.put("format", format);
        }
        return schema.put("pattern", pattern);
    }
}
