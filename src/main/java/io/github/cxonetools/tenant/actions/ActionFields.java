package io.github.cxonetools.tenant.actions;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.SchemaRules;
import io.github.cxonetools.tenant.http.FieldError;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.store.TenantAction;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads an action's fields from a request's body and collects what is not acceptable in them. */
final class ActionFields {

    private static final Set<String> KNOWN = Set.of(
            "name", "version", "isDeprecated", "inputSchema", "outputSchema", "handlerUrl", "timeoutMs", "description");
    private static final int MAX_LABEL = 255;
    private static final int MAX_TIMEOUT_MS = 60_000;

    private final ObjectNode body;
    private final List<FieldError> errors = new ArrayList<>();

    private ActionFields(ObjectNode body) {
        this.body = body;
        body.propertyNames().stream().filter(name -> !KNOWN.contains(name)).forEach(name -> error(name, "is unknown"));
    }

    /** The action that {@code body} creates. */
    static TenantAction create(String id, ObjectNode body) throws Problem {
        ActionFields fields = new ActionFields(body);
        for (String required : List.of("name", "version", "inputSchema", "outputSchema", "handlerUrl")) {
            if (!body.has(required)) {
                fields.error(required, "is required");
            }
        }
        if (body.path("isDeprecated").asBoolean(false)) {
            fields.error("isDeprecated", "must be false on creation");
        }
        return fields.over(
                new TenantAction(id, "", "", false, "{}", "{}", "", ActionDefinition.DEFAULT_TIMEOUT_MS, null, 1));
    }

    /** {@code present} with the changes in {@code body}. */
    static TenantAction change(TenantAction present, ObjectNode body) throws Problem {
        if (body.isEmpty()) {
            throw Problem.invalid("body", "changes nothing: give version, isDeprecated or another field");
        }
        return new ActionFields(body).over(present);
    }

    private TenantAction over(TenantAction action) throws Problem {
        TenantAction result = new TenantAction(
                action.id(),
                label("name", action.name()),
                label("version", action.version()),
                deprecated(action.deprecated()),
                schema("inputSchema", action.inputSchema()),
                schema("outputSchema", action.outputSchema()),
                handlerUrl(action.handlerUrl()),
                timeoutMs(action.timeoutMs()),
                description(action.description()),
                action.revision());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return result;
    }

    private String label(String field, String present) {
        JsonNode value = body.get(field);
        if (value == null) {
            return present;
        }
        if (!value.isString()) {
            return error(field, "must be a string", present);
        }
        String text = value.stringValue();
        if (text.isBlank() || text.length() > MAX_LABEL || text.chars().anyMatch(Character::isISOControl)) {
            return error(field, "must be 1 to " + MAX_LABEL + " characters, not all of them spaces", present);
        }
        return text;
    }

    private boolean deprecated(boolean present) {
        JsonNode value = body.get("isDeprecated");
        if (value != null && !value.isBoolean()) {
            error("isDeprecated", "must be true or false");
            return present;
        }
        return value == null ? present : value.booleanValue();
    }

    private String schema(String field, String present) {
        JsonNode value = body.get(field);
        if (value == null) {
            return present;
        }
        if (!value.isObject()) {
            return error(field, "must be an object with a JSON Schema, draft-07", present);
        }
        List<String> findings = SchemaRules.findings(value);
        findings.forEach(finding -> error(field, finding));
        return findings.isEmpty() ? Json.compact(value) : present;
    }

    private String handlerUrl(String present) {
        JsonNode value = body.get("handlerUrl");
        if (value == null) {
            return present;
        }
        if (!value.isString()) {
            return error("handlerUrl", "must be a string", present);
        }
        try {
            URI url = new URI(value.stringValue());
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http") && HandlerUrls.isLoopback(url);
            if (url.getHost() != null
                    && url.getRawUserInfo() == null
                    && HandlerUrls.hasPort(url)
                    && (scheme.equals("https") || http)) {
                return value.stringValue();
            }
        } catch (URISyntaxException e) {
            // Said below, with what is allowed.
        }
        return error(
                "handlerUrl",
                "must be an absolute HTTPS URL without user name, or plain HTTP to 127.0.0.1, [::1] or localhost",
                present);
    }

    private int timeoutMs(int present) {
        JsonNode value = body.get("timeoutMs");
        if (value == null) {
            return present;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < 1
                || value.intValue() > MAX_TIMEOUT_MS) {
            error("timeoutMs", "must be an integer from 1 to " + MAX_TIMEOUT_MS);
            return present;
        }
        return value.intValue();
    }

    private @Nullable String description(@Nullable String present) {
        JsonNode value = body.get("description");
        if (value != null && !value.isNull() && !value.isString()) {
            error("description", "must be a string or null");
            return present;
        }
        return value == null ? present : value.isNull() ? null : value.stringValue();
    }

    private String error(String field, String message, String present) {
        error(field, message);
        return present;
    }

    private void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
