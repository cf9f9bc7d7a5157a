package io.github.cxonetools.metrics;

import io.github.cxonetools.text.MaskedJson;
import io.github.cxonetools.text.MaskedTexts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * One row of the tenant's answer. What the tenant left out is null, never 0.
 *
 * @param timestamp when the row's interval begins
 * @param status {@code success}, or what went wrong
 * @param version the label under which the executions ran
 * @param count executions
 * @param avgLatencyMs average latency of these executions, in milliseconds
 * @param errorRate 0 to 1
 * @param others every other member as it came, and under its own name any known one whose value could not be understood
 */
public record MetricsRow(
        @Nullable Instant timestamp,
        @Nullable String status,
        @Nullable String version,
        @Nullable Long count,
        @Nullable BigDecimal avgLatencyMs,
        @Nullable BigDecimal errorRate,
        Map<String, JsonNode> others) {

    static final String TIMESTAMP = "timestamp";
    static final String STATUS = "status";
    static final String VERSION = "version";
    static final String COUNT = "count";
    static final String AVG_LATENCY = "avgLatencyMs";
    static final String ERROR_RATE = "errorRate";

    /** The members that this plugin understands, in the order in which files list them. */
    public static final List<String> KNOWN = List.of(TIMESTAMP, VERSION, STATUS, COUNT, ERROR_RATE, AVG_LATENCY);

    /** The known members whose value makes no sense: a negative count, a rate above 1, text for a number. */
    public List<String> notUnderstood() {
        return others.isEmpty()
                ? List.of()
                : KNOWN.stream().filter(others::containsKey).toList();
    }

    /**
     * Reads an array of rows as a tenant answers them; nothing in them makes it fail.
     *
     * @param parser at the array's first token; it is left at the last
     */
    public static List<MetricsRow> readAll(JsonParser parser) {
        RowReader reader = new RowReader();
        List<MetricsRow> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            read.add(reader.read(parser));
        }
        return read;
    }

    /** Without secrets, which a tenant may have put among the row's texts. */
    MetricsRow masked(MaskedTexts texts) {
        return new MetricsRow(
                timestamp,
                status == null ? null : texts.mask(status),
                version == null ? null : texts.mask(version),
                count,
                avgLatencyMs,
                errorRate,
                others.isEmpty() ? others : masked(others, texts));
    }

    private static Map<String, JsonNode> masked(Map<String, JsonNode> others, MaskedTexts texts) {
        Map<String, JsonNode> shown = new LinkedHashMap<>();
        others.forEach((name, value) -> shown.put(texts.mask(name), MaskedJson.of(value, texts.secrets())));
        return shown;
    }

    /** Whether the executions succeeded; null where the row names no status, or one that is not known. */
    public @Nullable Boolean succeeded() {
        return Status.succeeded(status);
    }
}
