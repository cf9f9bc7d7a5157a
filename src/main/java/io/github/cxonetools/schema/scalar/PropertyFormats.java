package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.constraint.ConstraintKeywords;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JsonFormat;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.pattern.IntegerPatterns;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.TypeUse;
import java.time.Year;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code @JsonFormat} on a property: another shape, or a pattern of dates. Enums are {@link EnumNames}'. */
public final class PropertyFormats implements Definitions {

    private static final Set<String> AS_IT_IS = Set.of("ANY", "NATURAL", "SCALAR", "POJO", "OBJECT");

    private final Side side;
    private final ConstraintKeywords keywords;

    public PropertyFormats(Side side, ConstraintKeywords keywords) {
        this.side = side;
        this.keywords = keywords;
    }

    @Override
    public @Nullable ObjectNode of(TypeUse use) throws BindingException, UnsupportedTypeException {
        return isWholeNumberAsText(use) ? wholeNumberAsText(use) : of(use.type().raw(), use.property(), use.place());
    }

    /** {@code @JsonFormat(shape = STRING)} on a type of whole numbers: constraints of numbers become part of the pattern. */
    public static boolean isWholeNumberAsText(TypeUse use) throws BindingException {
        JacksonProperty property = use.property();
        return property != null
                && IntegerPatterns.isWholeNumber(use.type().raw())
                && JsonFormat.of(property).hasShape("STRING");
    }

    private ObjectNode wholeNumberAsText(TypeUse use) throws BindingException, UnsupportedTypeException {
        Class<?> raw = use.type().raw();
        ObjectNode number = ScalarTypes.required(raw);
        keywords.apply(use.constraints(), number, raw, use.place());
        return ScalarTypes.type("string").put(Keyword.PATTERN.word(), IntegerPatterns.of(number));
    }

    private @Nullable ObjectNode of(Class<?> raw, @Nullable JacksonProperty property, String place)
            throws BindingException, UnsupportedTypeException {
        JsonFormat format = raw.isEnum() ? JsonFormat.NONE : JsonFormat.of(property);
        if (format.equals(JsonFormat.NONE)) {
            return null;
        }
        if (DatePatterns.format(raw) && !format.pattern().isEmpty()) {
            return ScalarTypes.type("string").put(Keyword.PATTERN.word(), DatePatterns.toEcma(raw, format, place));
        }
        if (raw == Year.class) {
            return format.hasShape("STRING") ? ScalarTypes.yearAsText() : null;
        }
        ObjectNode plain = ScalarTypes.schema(raw);
        return plain == null || AS_IT_IS.contains(format.shape())
                ? null
                : Shapes.of(raw, format.shape(), plain, side, place);
    }
}
