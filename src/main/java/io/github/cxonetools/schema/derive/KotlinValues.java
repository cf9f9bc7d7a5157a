package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.KotlinClass;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.instance.ConstructionCode;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Value classes of Kotlin, in whose place its Jackson module has what they hold, and Kotlin's unsigned numbers. */
final class KotlinValues {

    private static final Map<String, Integer> BITS =
            Map.of("kotlin.UByte", 8, "kotlin.UShort", 16, "kotlin.UInt", 32, "kotlin.ULong", 64);

    private final Jackson jackson;
    private final Side side;
    private final NestedSchemas nested;
    private final Warnings warnings;

    KotlinValues(Jackson jackson, Side side, NestedSchemas nested, Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.nested = nested;
        this.warnings = warnings;
    }

    /** {@return true if the module reads or writes the type as its declaration tells} */
    static boolean isOne(JacksonType type, Side side, Jackson jackson) throws BindingException {
        Class<?> raw = type.raw();
        return BITS.containsKey(raw.getName())
                || KotlinClass.held(raw) != null && jackson.code().unboxes(type, side);
    }

    /** The schema of what the module makes of the type; null where it is none of these. */
    @Nullable
    ObjectNode of(TypeUse use) throws BindingException, UnsupportedTypeException {
        if (!isOne(use.type(), side, jackson)) {
            return null;
        }
        Class<?> raw = use.type().raw();
        Integer bits = BITS.get(raw.getName());
        if (bits != null) {
            return ScalarTypes.type("integer")
                    .put(Keyword.MINIMUM.word(), 0)
                    .put(Keyword.MAXIMUM.word(), BigInteger.TWO.pow(bits).subtract(BigInteger.ONE));
        }
        if (side == Side.INPUT) {
            ConstructionCode.warnOfValueClass(raw, warnings);
        }
        Type held = KotlinClass.held(raw);
        if (held == null) {
            return null;
        }
        TypeUse inside = new TypeUse(jackson.typeOf(held), use.constraints(), use.annotated(), use.place(), null);
        return nested.value(inside);
    }
}
