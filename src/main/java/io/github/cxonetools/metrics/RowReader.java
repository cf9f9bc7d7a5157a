package io.github.cxonetools.metrics;

import io.github.cxonetools.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes rows of what a tenant answers. The shape is assumed (specification, "a metrics row"), so nothing here fails: what is
 * not understood is kept as it came.
 */
final class RowReader {

    private static final String GROUP = "group";

    /** Beyond this many, numbers are too different to be worth keeping. */
    private static final int MAX_KNOWN = 10_000;

    /** Few texts stand in many rows. */
    private final Map<String, String> texts = new HashMap<>();

    /** Few fractions, too; one that is shared is parsed once, and made a text again once for all files. */
    private final Map<String, BigDecimal> fractions = new HashMap<>();

    private final Timestamps read = new Timestamps();
    private String lastText = "";
    private @Nullable Instant lastInstant;

    private @Nullable Instant timestamp;
    private @Nullable String status;
    private @Nullable String version;
    private @Nullable Long count;
    private @Nullable BigDecimal latency;
    private @Nullable BigDecimal errorRate;
    private @Nullable JsonNode group;
    private Map<String, JsonNode> others = Map.of();

    /** Reads the row at whose first token the parser stands. */
    MetricsRow read(JsonParser parser) {
        clear();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            keep("row", Json.read(parser));
        } else {
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                member(name, value(parser));
            }
            if (group != null) {
                group.forEachEntry(this::absentMember);
            }
        }
        return new MetricsRow(timestamp, status, version, count, latency, errorRate, others);
    }

    /** A text, a number (a {@code Long} where one holds it), null, or a tree of anything else. */
    private @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) parser.getDecimalValue()
                        : (Object) parser.getLongValue();
            // NaN and Infinity, which are no JSON, are kept as texts: only their figure is lost.
            case VALUE_NUMBER_FLOAT -> parser.isNaN() ? parser.getString() : fraction(parser);
            default -> Json.read(parser);
        };
    }

    private BigDecimal fraction(JsonParser parser) {
        String text = parser.getString();
        BigDecimal known = fractions.get(text);
        if (known == null) {
            known = parser.getDecimalValue();
            if (fractions.size() < MAX_KNOWN) {
                fractions.put(text, known);
            }
        }
        return known;
    }

    private static @Nullable Object value(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isString() ? value.stringValue() : value.isNumber() ? value.decimalValue() : value;
    }

    private void clear() {
        timestamp = null;
        status = null;
        version = null;
        count = null;
        latency = null;
        errorRate = null;
        group = null;
        others = Map.of();
    }

    private void absentMember(String name, JsonNode value) {
        Object known =
                switch (name) {
                    case MetricsRow.TIMESTAMP -> timestamp;
                    case MetricsRow.STATUS -> status;
                    case MetricsRow.VERSION -> version;
                    case MetricsRow.COUNT -> count;
                    case MetricsRow.AVG_LATENCY -> latency;
                    case MetricsRow.ERROR_RATE -> errorRate;
                    default -> null;
                };
        if (known == null && !others.containsKey(name)) {
            member(name, value(value));
        }
    }

    private void member(String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (name.equals(GROUP) && value instanceof ObjectNode object && group == null) {
            group = object;
            return;
        }
        Object understood =
                switch (name) {
                    case MetricsRow.TIMESTAMP -> timestamp = timestamp(value);
                    case MetricsRow.STATUS -> status = text(value);
                    case MetricsRow.VERSION -> version = text(value);
                    case MetricsRow.COUNT -> count = RowNumbers.count(value);
                    case MetricsRow.AVG_LATENCY -> latency = RowNumbers.latency(value);
                    case MetricsRow.ERROR_RATE -> errorRate = RowNumbers.rate(value);
                    default -> null;
                };
        if (understood == null) {
            keep(name, value);
        } else if (!others.isEmpty()) {
            others.remove(name);
        }
    }

    private void keep(String name, Object value) {
        if (others.isEmpty()) {
            others = new LinkedHashMap<>();
        }
        others.put(name, node(value));
    }

    private static JsonNode node(Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        return value instanceof String text
                ? JsonNodeFactory.instance.stringNode(text)
                : JsonNodeFactory.instance.numberNode(RowNumbers.decimal(value));
    }

    private @Nullable String text(Object value) {
        if (value instanceof JsonNode) {
            return null;
        }
        String text = value.toString();
        return text.isBlank() ? null : known(text);
    }

    private @Nullable Instant timestamp(Object value) {
        if (value instanceof String text) {
            return instant(text);
        }
        BigDecimal number = value instanceof JsonNode ? null : RowNumbers.decimal(value);
        return number == null ? null : read.parse(number);
    }

    private String known(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /** Neighbouring rows mostly share one, which is compared before it is parsed. */
    private @Nullable Instant instant(String text) {
        if (!text.equals(lastText)) {
            lastInstant = read.parse(text);
            lastText = text;
        }
        return lastInstant;
    }
}
