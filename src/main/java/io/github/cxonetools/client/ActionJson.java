package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A version of an action as the wire has it. */
public final class ActionJson {

    private ActionJson() {}

    /** The fields that {@code version} has, under the names of the wire. */
    public static ObjectNode write(ActionVersion version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", version.name());
        json.put("version", version.version());
        json.put("isDeprecated", Boolean.TRUE.equals(version.deprecated()));
        json.set("inputSchema", version.inputSchema());
        json.set("outputSchema", version.outputSchema());
        json.put("handlerUrl", version.handlerUrl());
        json.put("timeoutMs", version.timeoutMs());
        json.put("description", version.description());
        return json;
    }

    /**
     * Reads what a tenant answers.
     *
     * @throws IllegalArgumentException where a field has a type that it cannot have; the message names the field
     */
    static ActionVersion read(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("an action is not a JSON object");
        }
        return new ActionVersion(
                text(json, "id"),
                required(json, "name"),
                required(json, "version"),
                bool(json, "isDeprecated"),
                schema(json, "inputSchema"),
                schema(json, "outputSchema"),
                text(json, "handlerUrl"),
                integer(json, "timeoutMs"),
                text(json, "description"));
    }

    private static String required(JsonNode json, String field) {
        String text = text(json, field);
        if (text == null) {
            throw new IllegalArgumentException("an action without " + field);
        }
        return text;
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (isAbsent(value)) {
            return null;
        }
        // Some tenants number their actions.
        if (field.equals("id") && (value.isString() || value.isIntegralNumber())) {
            return ActionId.requirePlain(value.asString());
        }
        if (value.isString()) {
            return value.stringValue();
        }
        throw new IllegalArgumentException(field + " is not a string");
    }

    private static @Nullable Boolean bool(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (isAbsent(value)) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        throw new IllegalArgumentException(field + " is not a boolean");
    }

    private static @Nullable Integer integer(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (isAbsent(value)) {
            return null;
        }
        if (value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt()) {
            return value.asInt();
        }
        throw new IllegalArgumentException(field + " is not an integer");
    }

    private static @Nullable JsonNode schema(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (isAbsent(value)) {
            return null;
        }
        if (value.isObject() || value.isBoolean()) {
            return value;
        }
        throw new IllegalArgumentException(field + " is not a JSON Schema");
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
