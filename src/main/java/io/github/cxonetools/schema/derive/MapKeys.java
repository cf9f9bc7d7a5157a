package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.pattern.IntegerPatterns;
import io.github.cxonetools.schema.pattern.TextPatterns;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.EnumNames;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a map's keys must look like, so that the project's Jackson reads them, and no two of them are one key. */
final class MapKeys {

    private static final Map<String, String> PATTERNS = Map.of(
            "java.lang.Boolean", "^(?:true|false)$",
            "java.lang.Double", TextPatterns.FLOATING,
            "java.lang.Float", TextPatterns.FLOATING,
            "java.math.BigDecimal", TextPatterns.DECIMAL,
            "java.math.BigInteger", TextPatterns.INTEGER,
            "java.time.Year", TextPatterns.YEAR);

    private MapKeys() {}

    static ObjectNode schema(TypeUse use, NestedSchemas nested, EnumNames enums)
            throws BindingException, UnsupportedTypeException {
        // A property's @JsonFormat is for values.
        TypeUse key = new TypeUse(use.type(), use.constraints(), use.annotated(), use.place(), null);
        Class<?> raw = key.type().raw();
        if (IntegerPatterns.isWholeNumber(raw)) {
            ObjectNode number = ScalarTypes.required(raw);
            nested.constrain(number, key);
            return named(Keyword.PATTERN.word(), IntegerPatterns.of(number));
        }
        if (PATTERNS.containsKey(raw.getName()) && key.constraints().list().isEmpty()) {
            return named(Keyword.PATTERN.word(), PATTERNS.getOrDefault(raw.getName(), ""));
        }
        if (raw == Object.class) {
            return JsonNodeFactory.instance.objectNode();
        }
        ObjectNode described = raw.isEnum() ? enums.keys(key) : nested.value(key);
        if (!"string".equals(described.path(Keyword.TYPE.word()).stringValue(""))) {
            return written(key, nested);
        }
        described.remove(Keyword.TYPE.word());
        described.remove(Keyword.FORMAT.word());
        return described;
    }

    private static ObjectNode named(String keyword, String value) {
        return JsonNodeFactory.instance.objectNode().put(keyword, value);
    }

    /** What gives itself no text is written as its {@code toString()}, which may be any, and cannot be read. */
    private static ObjectNode written(TypeUse key, NestedSchemas nested)
            throws BindingException, UnsupportedTypeException {
        if (nested.side() == Side.OUTPUT) {
            return JsonNodeFactory.instance.objectNode();
        }
        throw new UnsupportedTypeException(
                key.place(),
                "the map has keys of type "
                        + key.type().raw().getTypeName()
                        + ", which no schema can describe. Use String, a whole number, an enum, or a class that is made of a "
                        + "String and written as one");
    }
}
