package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.pattern.EcmaPattern;
import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a primitive's schema takes what Java gives it when nobody else does: 0 or false. */
public final class PrimitiveDefault {

    private PrimitiveDefault() {}

    public static boolean isTaken(ObjectNode schema) {
        JsonNode only = schema.path("const");
        if (schema.path("type").stringValue("").equals("string")) {
            return EcmaPattern.compile(schema.path("pattern").stringValue("")).find("0"); // A number, written as text.
        }
        return order(schema, "minimum") <= 0
                && order(schema, "exclusiveMinimum") < 0
                && order(schema, "maximum") >= 0
                && order(schema, "exclusiveMaximum") > 0
                && !(only.isBoolean() && only.booleanValue())
                && !schema.path("not").has("const");
    }

    /** The sign of a bound; of one that is not there, whichever lets zero through. */
    private static int order(ObjectNode schema, String keyword) {
        JsonNode bound = schema.get(keyword);
        if (bound == null) {
            return keyword.toLowerCase(Locale.ROOT).endsWith("minimum") ? -1 : 1;
        }
        return bound.decimalValue().compareTo(BigDecimal.ZERO);
    }
}
