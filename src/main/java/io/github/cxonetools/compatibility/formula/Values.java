package io.github.cxonetools.compatibility.formula;

import io.github.cxonetools.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON values in the one form in which equal ones are equal nodes: 1 and 1.0 are. */
public final class Values {

    /** Digits before or behind the point; arithmetic on longer numbers takes too long. */
    static final int MAX_DIGITS = 2_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Values() {}

    /** @throws UnreadableSchemaException where a number has more digits than can be reckoned with */
    public static JsonNode canonical(JsonNode value) {
        if (value.isNumber()) {
            return number(exact(value));
        }
        if (value.isArray()) {
            ArrayNode array = Json.array();
            value.forEach(item -> array.add(canonical(item)));
            return array;
        }
        if (value.isObject()) {
            ObjectNode object = Json.object();
            value.properties().forEach(member -> object.set(member.getKey(), canonical(member.getValue())));
            return object;
        }
        return value;
    }

    /** As {@link #canonical}. */
    public static JsonNode number(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (stripped.scale() > 0) {
            return NODES.numberNode(stripped);
        }
        BigInteger whole = stripped.toBigIntegerExact();
        return whole.bitLength() < 32
                ? NODES.numberNode(whole.intValueExact())
                : whole.bitLength() < 64 ? NODES.numberNode(whole.longValueExact()) : NODES.numberNode(whole);
    }

    static BigDecimal exact(JsonNode number) {
        BigDecimal value = number.decimalValue();
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (Math.abs((long) stripped.scale()) + stripped.precision() > MAX_DIGITS) {
            throw new UnreadableSchemaException("has a number of more than " + MAX_DIGITS + " digits");
        }
        return stripped;
    }
}
