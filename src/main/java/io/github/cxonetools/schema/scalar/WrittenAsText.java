package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.constraint.Constraint;
import io.github.cxonetools.schema.constraint.ConstraintKeywords;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.pattern.IntegerPatterns;
import io.github.cxonetools.schema.pattern.TextPatterns;
import io.github.cxonetools.schema.property.CodeAtUse;
import io.github.cxonetools.schema.property.TypeUse;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that Jackson's {@code ToStringSerializer}, or a feature of the mapper, writes as text. Numbers and booleans are read
 * from that text and from what they are otherwise.
 */
public final class WrittenAsText {

    /** What the validator compares, which a pattern cannot. */
    private static final Set<String> COMPARING = Set.of(
            "DecimalMax",
            "DecimalMin",
            "Digits",
            "Max",
            "Min",
            "Negative",
            "NegativeOrZero",
            "Positive",
            "PositiveOrZero",
            "AssertTrue",
            "AssertFalse");

    private final Jackson jackson;
    private final Side side;
    private final ConstraintKeywords keywords;

    public WrittenAsText(Jackson jackson, Side side, ConstraintKeywords keywords) {
        this.jackson = jackson;
        this.side = side;
        this.keywords = keywords;
    }

    /** {@return true if {@code code} is the serializer of Jackson's that writes what {@code toString()} gives} */
    public static boolean isBy(@Nullable Class<?> code) {
        return code != null
                && code.getName().contains(".jackson.databind.ser.")
                && code.getSimpleName().equals("ToStringSerializer");
    }

    /** {@return true if a value at this place is written as text} */
    public static boolean is(TypeUse use, Jackson jackson) throws BindingException {
        Class<?> raw = use.type().raw();
        boolean asText = isNumber(raw) && jackson.code().writesAsText(raw);
        Class<?> named = CodeAtUse.named(use, Side.OUTPUT);
        return named == null ? asText || isBy(CodeAtUse.of(use, Side.OUTPUT, jackson)) : isBy(named);
    }

    private static boolean isNumber(Class<?> raw) {
        ObjectNode plain = ScalarTypes.schema(raw);
        String type = plain == null ? "" : plain.path(Keyword.TYPE.word()).stringValue("");
        return type.equals("integer") || type.equals("number");
    }

    /** The schema of a value that is written so; null where its type is read as it is otherwise. */
    public @Nullable ObjectNode of(TypeUse use) throws BindingException, UnsupportedTypeException {
        Class<?> raw = use.type().raw();
        ObjectNode plain = raw.getName().startsWith("java.util.Optional") ? null : ScalarTypes.schema(raw);
        String type = plain == null ? "" : plain.path(Keyword.TYPE.word()).stringValue("");
        if (plain == null || !Set.of("integer", "number", "boolean").contains(type)) {
            return side == Side.INPUT ? null : plain == null || !isItsText(raw) ? ScalarTypes.type("string") : plain;
        }
        if (IntegerPatterns.isWholeNumber(raw)) {
            keywords.apply(use.constraints(), plain, raw, use.place());
        } else if (side == Side.INPUT && isCompared(use)) {
            return null;
        }
        String pattern = pattern(plain, raw, type);
        if (side == Side.OUTPUT) {
            return ScalarTypes.type("string").put(Keyword.PATTERN.word(), pattern);
        }
        plain.putArray(Keyword.TYPE.word()).add(type).add("string");
        return plain.put(Keyword.PATTERN.word(), pattern);
    }

    /** What Jackson writes anyway is what {@code toString()} gives. */
    private static boolean isItsText(Class<?> raw) {
        return raw == String.class
                || raw == UUID.class
                || raw.getName().startsWith("java.time.") && raw != ZonedDateTime.class;
    }

    private static String pattern(ObjectNode plain, Class<?> raw, String type) {
        if (type.equals("boolean")) {
            return "^(?:true|false)$";
        }
        if (type.equals("number")) {
            return raw.getName().equals("java.math.BigDecimal") ? TextPatterns.DECIMAL : TextPatterns.FLOATING;
        }
        return plain.has(Keyword.MINIMUM.word()) ? IntegerPatterns.of(plain) : TextPatterns.WHOLE_NUMBER;
    }

    private static boolean isCompared(TypeUse use) {
        return use.constraints().list().stream().map(Constraint::name).anyMatch(COMPARING::contains);
    }
}
