package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.pattern.IntegerPatterns;
import io.github.cxonetools.schema.pattern.TextPatterns;
import io.github.cxonetools.schema.pattern.UriPattern;
import java.math.BigDecimal;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JDK's types that are one JSON value. Looked up by name: a project's class is never one of them. */
public final class ScalarTypes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ScalarTypes() {}

    /** A year is text or a number, as the version of Jackson has it. */
    public static ObjectNode year(Jackson jackson) throws BindingException {
        return jackson.write(Year.of(2026)).startsWith("\"")
                ? yearAsText()
                : type("integer").put(Keyword.MINIMUM.word(), 0).put(Keyword.MAXIMUM.word(), 9999);
    }

    static ObjectNode yearAsText() {
        return text(null, TextPatterns.YEAR);
    }

    /** What stands for bytes. */
    public static ObjectNode base64() {
        return type("string")
                .put(Keyword.CONTENT_ENCODING.word(), "base64")
                .put(Keyword.PATTERN.word(), TextPatterns.BASE64);
    }

    /** The schema of {@code type}; null where it is none of these. */
    public static @Nullable ObjectNode schema(Class<?> type) {
        return switch (type.getName()) {
            case "boolean", "java.lang.Boolean", "java.util.concurrent.atomic.AtomicBoolean" -> type("boolean");
            case "byte", "java.lang.Byte" -> integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "short", "java.lang.Short" -> integer(Short.MIN_VALUE, Short.MAX_VALUE);
            case "int", "java.lang.Integer", "java.util.concurrent.atomic.AtomicInteger", "java.util.OptionalInt" ->
                integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long", "java.lang.Long", "java.util.concurrent.atomic.AtomicLong", "java.util.OptionalLong" ->
                integer(Long.MIN_VALUE, Long.MAX_VALUE);
            case "float",
                    "java.lang.Float",
                    "double",
                    "java.lang.Double",
                    "java.lang.Number",
                    "java.math.BigDecimal",
                    "java.util.OptionalDouble" -> type("number");
            case "char", "java.lang.Character" -> text(null, TextPatterns.CHARACTER);
            case "java.lang.StringBuilder",
                    "java.lang.StringBuffer",
                    "java.lang.String",
                    "java.lang.CharSequence",
                    "java.util.Locale" -> type("string");
            case "java.util.TimeZone", "java.io.File" -> text(null, TextPatterns.NOT_TRIMMED_AWAY);
            case "java.time.ZoneId" -> Zones.schema();
            case "java.util.Currency" -> Currencies.schema();
            case "java.lang.Void" -> type("null");
            case "java.nio.ByteBuffer" -> base64();
            case "java.math.BigInteger" -> type("integer");
            case "java.util.UUID" -> text("uuid", TextPatterns.UUID);
            case "java.time.Instant" -> text("date-time", TextPatterns.INSTANT);
            case "java.time.OffsetDateTime", "java.time.ZonedDateTime" ->
                text("date-time", TextPatterns.OFFSET_DATE_TIME);
            case "java.time.LocalDate" -> text("date", TextPatterns.DATE);
            case "java.time.LocalDateTime" -> text(null, TextPatterns.LOCAL_DATE_TIME);
            case "java.time.LocalTime" -> text(null, TextPatterns.LOCAL_TIME);
            case "java.time.OffsetTime" -> text("time", TextPatterns.OFFSET_TIME);
            case "java.time.ZoneOffset" -> text(null, TextPatterns.ZONE_OFFSET);
            case "java.time.YearMonth" -> text(null, TextPatterns.YEAR_MONTH);
            case "java.time.Duration" -> text(null, TextPatterns.DURATION);
            case "java.time.Period" -> text(null, TextPatterns.PERIOD);
            case "java.net.URI" -> text("uri-reference", UriPattern.ECMA);
            case "java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar" ->
                text("date-time", TextPatterns.DATE_TIME);
            case "java.time.MonthDay" -> text(null, TextPatterns.MONTH_DAY);
            default -> null;
        };
    }

    /** As {@link #schema}, of a type that is one of these. */
    public static ObjectNode required(Class<?> type) {
        ObjectNode schema = schema(type);
        if (schema == null) {
            throw new IllegalArgumentException(type.getName());
        }
        return schema;
    }

    /** {@return true if the type is one of the JDK's types of whole numbers, which Jackson reads from 1.0 as it does from 1} */
    public static boolean isWhole(Class<?> type) {
        if (IntegerPatterns.isWholeNumber(type)) {
            return true;
        }
        ObjectNode schema = schema(type);
        return schema != null
                && schema.path(Keyword.TYPE.word()).stringValue("").equals("integer");
    }

    public static ObjectNode type(String name) {
        return JSON.objectNode().put(Keyword.TYPE.word(), name);
    }

    private static ObjectNode integer(long min, long max) {
        return type("integer")
                .put(Keyword.MINIMUM.word(), BigDecimal.valueOf(min))
                .put(Keyword.MAXIMUM.word(), BigDecimal.valueOf(max));
    }

    private static ObjectNode text(@Nullable String format, String pattern) {
        ObjectNode schema = type("string");
        if (format != null) {
            schema.put(Keyword.FORMAT.word(), format);
        }
        return schema.put(Keyword.PATTERN.word(), pattern);
    }
}
