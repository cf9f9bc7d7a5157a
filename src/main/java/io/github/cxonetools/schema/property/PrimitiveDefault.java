package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.pattern.EcmaPattern;
import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a primitive's schema takes what Java gives it when nobody else does: 0 or false. */
public final class PrimitiveDefault {

    private PrimitiveDefault() {}

    public static boolean isTaken(ObjectNode schema) {
        JsonNode only = schema.path(Keyword.CONST.word());
        if (schema.path(Keyword.TYPE.word()).stringValue("").equals("string")) {
            return EcmaPattern.compile(schema.path(Keyword.PATTERN.word()).stringValue(""))
                    .find("0"); // A number, written as text.
        }
        return order(schema, Keyword.MINIMUM.word()) <= 0
                && order(schema, Keyword.EXCLUSIVE_MINIMUM.word()) < 0
                && order(schema, Keyword.MAXIMUM.word()) >= 0
                && order(schema, Keyword.EXCLUSIVE_MAXIMUM.word()) > 0
                && !(only.isBoolean() && only.booleanValue())
                && !schema.path(Keyword.NOT.word()).has(Keyword.CONST.word());
    }

    /** The sign of a bound; of one that is not there, whichever lets zero through. */
    private static int order(ObjectNode schema, String keyword) {
        JsonNode bound = schema.get(keyword);
        if (bound == null) {
            return keyword.toLowerCase(Locale.ROOT).endsWith(Keyword.MINIMUM.word()) ? -1 : 1;
        }
        return bound.decimalValue().compareTo(BigDecimal.ZERO);
    }
}
