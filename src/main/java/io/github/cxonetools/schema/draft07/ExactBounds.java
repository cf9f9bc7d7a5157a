package io.github.cxonetools.schema.draft07;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A copy of a schema whose bounds are decimals. The validator compares an integer's bound that is an {@code int} or a {@code long} as {@code long}s,
 * and throws at a number beyond them.
 */
final class ExactBounds {

    private ExactBounds() {}

    /** A copy of {@code schema} that says the same. */
    static JsonNode of(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        visit(copy);
        return copy;
    }

    private static void visit(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        for (var member : object.properties()) {
            Keyword.ValueKind kind = Keyword.valueUnder(member.getKey());
            JsonNode value = member.getValue();
            if (kind == Keyword.ValueKind.BOUND && value.isIntegralNumber()) {
                member.setValue(JsonNodeFactory.instance.numberNode(value.decimalValue()));
            } else if (kind != null && kind.isByName()) {
                value.values().forEach(ExactBounds::visit);
            } else if (kind != null && kind.isSchemas()) {
                (value.isArray() ? value.values() : List.of(value)).forEach(ExactBounds::visit);
            }
        }
    }
}
