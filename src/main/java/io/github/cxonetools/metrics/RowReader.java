package io.github.cxonetools.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Few texts and timestamps stand in many rows. */
    private final Map<String, String> texts = new HashMap<>();

    private final Map<String, Instant> timestamps = new HashMap<>();

    private @Nullable Instant timestamp;
    private @Nullable String status;
    private @Nullable String version;
    private @Nullable Long count;
    private @Nullable BigDecimal latency;
    private @Nullable BigDecimal errorRate;
    private Map<String, JsonNode> others = Map.of();

    MetricsRow read(JsonNode node) {
        clear();
        if (!node.isObject()) {
            keep("row", node);
        } else {
            node.forEachEntry(this::member);
            node.path(GROUP).forEachEntry(this::absentMember);
        }
        return new MetricsRow(timestamp, status, version, count, latency, errorRate, others);
    }

    private void clear() {
        timestamp = null;
        status = null;
        version = null;
        count = null;
        latency = null;
        errorRate = null;
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
            member(name, value);
        }
    }

    private void member(String name, JsonNode value) {
        if (value.isNull() || (name.equals(GROUP) && value.isObject())) {
            return;
        }
        Object understood =
                switch (name) {
                    case MetricsRow.TIMESTAMP -> timestamp = timestamp(value);
                    case MetricsRow.STATUS -> status = text(value);
                    case MetricsRow.VERSION -> version = text(value);
                    case MetricsRow.COUNT -> count = count(value);
                    case MetricsRow.AVG_LATENCY -> latency = number(value, MAX_LATENCY);
                    case MetricsRow.ERROR_RATE -> errorRate = number(value, BigDecimal.ONE);
                    default -> null;
                };
        if (understood == null) {
            keep(name, value);
        }
    }

    private void keep(String name, JsonNode value) {
        if (others.isEmpty()) {
            others = new LinkedHashMap<>();
        }
        others.put(name, value);
    }

    private @Nullable String text(JsonNode value) {
        if (!value.isString() && !value.isNumber()) {
            return null;
        }
        String text = value.asString();
        return text.isBlank() ? null : texts.computeIfAbsent(text, first -> first);
    }

    private @Nullable Instant timestamp(JsonNode value) {
        return value.isString() ? timestamps.computeIfAbsent(value.stringValue(), Timestamps::parse) : null;
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
}
