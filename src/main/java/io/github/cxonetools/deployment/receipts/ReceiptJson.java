package io.github.cxonetools.deployment.receipts;

import io.github.cxonetools.deployment.receipts.Receipt.State;
import io.github.cxonetools.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A receipt as the file has it. What a person wrote there by hand may be as little as action, version and id. */
final class ReceiptJson {

    private ReceiptJson() {}

    private static final List<String> FIELDS = List.of(
            "baseUrl",
            "action",
            "version",
            "id",
            "intendedAt",
            "intendedBy",
            "deployedAt",
            "inputSchema",
            "outputSchema",
            "handlerUrl",
            "timeoutMs",
            "description",
            "isDeprecated");

    /** The entry in place of {@code before}, whose members that are not ours survive. */
    static ObjectNode write(String baseUrl, Receipt receipt, @Nullable ObjectNode before) {
        ObjectNode json = write(baseUrl, receipt);
        if (before != null) {
            ObjectNode others = before.deepCopy();
            others.remove(FIELDS);
            json.setAll(others);
        }
        return json;
    }

    private static ObjectNode write(String baseUrl, Receipt receipt) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("baseUrl", baseUrl);
        json.put("action", receipt.action());
        json.put("version", receipt.version());
        put(json, "id", receipt.id());
        put(json, "intendedAt", receipt.intendedAt());
        BuildProcess intendedBy = receipt.intendedBy();
        if (intendedBy != null) {
            ObjectNode process = json.putObject("intendedBy");
            process.put("pid", intendedBy.pid());
            put(process, "startedAt", intendedBy.startedAt());
        }
        put(json, "deployedAt", receipt.deployedAt());
        State state = receipt.state();
        if (state != null) {
            put(json, "inputSchema", state.inputSchema());
            put(json, "outputSchema", state.outputSchema());
            put(json, "handlerUrl", state.handlerUrl());
            Integer timeoutMs = state.timeoutMs();
            if (timeoutMs != null) {
                json.put("timeoutMs", timeoutMs);
            }
            put(json, "description", state.description());
            json.put("isDeprecated", state.deprecated());
        }
        return json;
    }

    /**
     * Reads one entry.
     *
     * @throws IllegalArgumentException where a field is missing or unusable; the message names it
     */
    static Receipt read(JsonNode json) {
        return new Receipt(
                required(json, "action"),
                required(json, "version"),
                text(json, "id"),
                instant(json, "intendedAt"),
                process(json.path("intendedBy")),
                instant(json, "deployedAt"),
                json.has("isDeprecated") ? state(json) : null);
    }

    private static @Nullable BuildProcess process(JsonNode json) {
        Instant startedAt = json.isObject() ? instant(json, "startedAt") : null;
        return startedAt == null || !json.path("pid").isIntegralNumber()
                ? null
                : new BuildProcess(json.path("pid").longValue(), startedAt);
    }

    private static State state(JsonNode json) {
        JsonNode timeoutMs = json.path("timeoutMs");
        return new State(
                text(json, "inputSchema"),
                text(json, "outputSchema"),
                Receipt.url(text(json, "handlerUrl")),
                timeoutMs.isInt() ? timeoutMs.intValue() : null,
                text(json, "description"),
                json.path("isDeprecated").asBoolean(false));
    }

    static String required(JsonNode json, String field) {
        String text = text(json, field);
        if (text == null) {
            throw new IllegalArgumentException("an entry without " + field);
        }
        return text;
    }

    /** What a person writes without quotes is told from what says nothing. */
    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() || (value.stringValue().isBlank() && !field.equals("description"))) {
            throw new IllegalArgumentException(field + " is " + Json.compact(value) + ", and must be a text in quotes");
        }
        return value.stringValue();
    }

    private static @Nullable Instant instant(JsonNode json, String field) {
        String text = text(json, field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field + " \"" + text + "\" is not an instant", e);
        }
    }

    private static void put(ObjectNode json, String field, @Nullable Object value) {
        if (value != null) {
            json.put(field, value.toString());
        }
    }
}
