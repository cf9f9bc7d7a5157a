package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.pattern.TextPatterns;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code @JsonFormat(shape)} on types that are one JSON value, where Jackson follows it. */
final class Shapes {

    private static final Set<String> SECONDS =
            Set.of("java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime");
    private static final Set<String> MILLISECONDS =
            Set.of("java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar");
    private static final Set<String> LISTS = Set.of(
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetTime",
            "java.time.YearMonth",
            "java.time.MonthDay");
    private static final Set<String> DECIMALS =
            Set.of("double", "java.lang.Double", "float", "java.lang.Float", "java.math.BigDecimal");
    private static final Set<String> UNCHANGED_AS_TEXT =
            Set.of("java.util.concurrent.atomic.AtomicInteger", "java.util.concurrent.atomic.AtomicLong");
    /** In every such type, and beyond the milliseconds of year 9999, which Jackson writes and reads as seconds. */
    private static final BigDecimal MOST_SECONDS = new BigDecimal("30000000000000000");

    private Shapes() {}

    /**
     * The schema of {@code type} in {@code shape}; null where Jackson passes over the shape.
     *
     * @param plain the schema of the type in its own shape
     */
    static @Nullable ObjectNode of(Class<?> type, String shape, ObjectNode plain, Side side, String place)
            throws UnsupportedTypeException {
        String name = type.getName();
        boolean number = shape.startsWith("NUMBER");
        if (name.equals("boolean") || name.equals("java.lang.Boolean")) {
            return truth(shape);
        }
        if (name.equals("java.util.UUID") && shape.equals("BINARY")) {
            return ScalarTypes.type("string")
                    .put(Keyword.CONTENT_ENCODING.word(), "base64")
                    .put(Keyword.PATTERN.word(), TextPatterns.UUID_BYTES);
        }
        if (number && MILLISECONDS.contains(name)) {
            return ScalarTypes.required(long.class);
        }
        if (number && SECONDS.contains(name)) {
            boolean whole = side == Side.OUTPUT && shape.equals("NUMBER_INT");
            return ScalarTypes.type(whole ? "integer" : "number")
                    .put(Keyword.MINIMUM.word(), MOST_SECONDS.negate())
                    .put(Keyword.MAXIMUM.word(), MOST_SECONDS);
        }
        if (number && name.equals("java.time.Duration")) {
            return ScalarTypes.type("number")
                    .put(Keyword.MINIMUM.word(), BigDecimal.valueOf(Long.MIN_VALUE))
                    .put(
                            Keyword.EXCLUSIVE_MAXIMUM.word(),
                            BigDecimal.valueOf(Long.MAX_VALUE).add(BigDecimal.ONE));
        }
        if (LISTS.contains(name) && (number || shape.equals("ARRAY"))) {
            throw unsupported(type, shape, place);
        }
        return shape.equals("STRING") ? text(type, plain, place) : null;
    }

    private static @Nullable ObjectNode truth(String shape) {
        if (shape.startsWith("NUMBER")) {
            ObjectNode schema = ScalarTypes.type("integer");
            schema.putArray(Keyword.ENUM.word()).add(0).add(1);
            return schema;
        }
        if (shape.equals("STRING")) {
            ObjectNode schema = ScalarTypes.type("string");
            schema.putArray(Keyword.ENUM.word()).add("true").add("false");
            return schema;
        }
        return null;
    }

    private static @Nullable ObjectNode text(Class<?> type, ObjectNode plain, String place)
            throws UnsupportedTypeException {
        if (DECIMALS.contains(type.getName())) {
            return ScalarTypes.type("string")
                    .put(
                            Keyword.PATTERN.word(),
                            FloatingNumbers.contains(type) ? TextPatterns.FLOATING : TextPatterns.DECIMAL);
        }
        if (type.getName().equals("java.math.BigInteger")) {
            return ScalarTypes.type("string").put(Keyword.PATTERN.word(), TextPatterns.WHOLE_NUMBER);
        }
        boolean isText = plain.path(Keyword.TYPE.word()).stringValue("").equals("string");
        if (isText || UNCHANGED_AS_TEXT.contains(type.getName())) {
            return null;
        }
        throw unsupported(type, "STRING", place);
    }

    private static UnsupportedTypeException unsupported(Class<?> type, String shape, String place) {
        return new UnsupportedTypeException(
                place,
                "@JsonFormat(shape = " + shape + ") on " + type.getSimpleName()
                        + " has more than one form on the wire. Remove it, or use a String");
    }
}
