package io.github.cxonetools.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes rows of what a tenant answers. The shape is assumed (specification, "a metrics row"), so nothing here fails: what is
 * not understood is kept as it came.
 */
final class RowReader {

    private static final String GROUP = "group";

    /** Sums of millions of rows stay within a {@code long}. */
    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(1_000_000_000_000L);

    private static final BigDecimal MAX_LATENCY = BigDecimal.valueOf(1_000_000_000_000L);

    /** Digits after the point beyond which a figure is nothing; arithmetic on {@code 1e-999999999} would not end. */
    private static final int MAX_SCALE = 40;

    /** Few texts stand in many rows. */
    private final Map<String, String> texts = new HashMap<>();

    MetricsRow read(JsonNode node) {
        Map<String, JsonNode> members = members(node);
        Instant timestamp = take(members, MetricsRow.TIMESTAMP, RowReader::timestamp);
        String status = take(members, MetricsRow.STATUS, this::text);
        String version = take(members, MetricsRow.VERSION, this::text);
        Long count = take(members, MetricsRow.COUNT, RowReader::count);
        BigDecimal latency = take(members, MetricsRow.AVG_LATENCY, value -> number(value, MAX_LATENCY));
        BigDecimal errorRate = take(members, MetricsRow.ERROR_RATE, value -> number(value, BigDecimal.ONE));
        members.values().removeIf(JsonNode::isNull);
        return new MetricsRow(
                timestamp, status, version, count, latency, errorRate, members.isEmpty() ? Map.of() : members);
    }

    private static Map<String, JsonNode> members(JsonNode node) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (!node.isObject()) {
            members.put("row", node);
            return members;
        }
        node.forEachEntry(members::put);
        JsonNode group = members.get(GROUP);
        if (group != null && group.isObject()) {
            members.remove(GROUP);
            group.forEachEntry(members::putIfAbsent);
        }
        return members;
    }

    /** Takes a member that is understood; one that is not stays among the others. */
    private static <T> @Nullable T take(
            Map<String, JsonNode> members, String name, Function<JsonNode, @Nullable T> read) {
        JsonNode value = members.get(name);
        T understood = value == null || value.isNull() ? null : read.apply(value);
        if (understood != null) {
            members.remove(name);
        }
        return understood;
    }

    private @Nullable String text(JsonNode value) {
        if (!value.isString() && !value.isNumber()) {
            return null;
        }
        String text = value.asString();
        return text.isBlank() ? null : texts.computeIfAbsent(text, first -> first);
    }

    private static @Nullable Long count(JsonNode value) {
        BigDecimal number = number(value, MAX_COUNT);
        return number == null || number.stripTrailingZeros().scale() > 0 ? null : number.longValueExact();
    }

    private static @Nullable BigDecimal number(JsonNode value, BigDecimal max) {
        BigDecimal number = decimal(value);
        if (number == null || number.signum() < 0 || number.compareTo(max) > 0) {
            return null;
        }
        if ((long) number.scale() - number.precision() > MAX_SCALE) {
            return BigDecimal.ZERO;
        }
        return number.precision() > MathContext.DECIMAL64.getPrecision() ? number.round(MathContext.DECIMAL64) : number;
    }

    private static @Nullable BigDecimal decimal(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        try {
            return value.isString() ? new BigDecimal(value.stringValue().strip()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Instant timestamp(JsonNode value) {
        if (!value.isString()) {
            return null;
        }
        String text = value.stringValue();
        try {
            if (text.length() == "2026-01-01".length()) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return text.endsWith("Z") ? Instant.parse(text) : withOffset(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant withOffset(String text) {
        boolean hasOffset = text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return hasOffset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
