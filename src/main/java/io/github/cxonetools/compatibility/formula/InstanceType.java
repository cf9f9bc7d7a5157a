package io.github.cxonetools.compatibility.formula;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** The types of JSON values, none of which is a part of another: whole numbers are apart from those with a fraction. */
public enum InstanceType {
    NULL,
    BOOLEAN,
    INTEGER,
    FRACTION,
    STRING,
    ARRAY,
    OBJECT;

    public static InstanceType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> NULL;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> isWhole(value.decimalValue()) ? INTEGER : FRACTION;
            case STRING -> STRING;
            case ARRAY -> ARRAY;
            case OBJECT -> OBJECT;
            default -> throw new IllegalArgumentException("No JSON: a node of type " + value.getNodeType());
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }
}
