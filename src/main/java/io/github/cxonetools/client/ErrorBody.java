package io.github.cxonetools.client;

import io.github.cxonetools.action.Json;
import io.github.cxonetools.client.Outcome.Answer;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a server says about a failure, in any of the shapes that are known, else as it came. */
final class ErrorBody {

    private static final int LONGEST = 2000;

    private ErrorBody() {}

    /** One line of at most 2,000 characters, secrets masked; empty where the server says nothing. */
    static String text(Answer answer, Secrets secrets) {
        String body = answer.text();
        String text = clean(secrets.mask(said(body)));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String said(String body) {
        JsonNode json;
        try {
            json = Json.read(body);
        } catch (JacksonException e) {
            return body;
        }
        Set<String> parts = new LinkedHashSet<>();
        Set<String> errors = new LinkedHashSet<>();
        for (String field :
                new String[] {"code", "error", "errorCode", "message", "error_description", "errorDescription"}) {
            if (json.path(field).isString()) {
                parts.add(json.path(field).stringValue());
            }
        }
        for (JsonNode error : json.path("errors")) {
            errors.add(error.isString() ? error.stringValue() : one(error));
        }
        if (!errors.isEmpty()) {
            parts.add(String.join("; ", errors));
        }
        return parts.isEmpty() ? body : String.join(": ", parts);
    }

    private static String one(JsonNode error) {
        String field = error.path("field").asString("");
        String message = error.path("message").asString("");
        String code = error.path("errorCode").asString(error.path("code").asString(""));
        if (message.isEmpty()) {
            return Json.compact(error);
        }
        return (field.isEmpty() ? "" : field + ": ") + message + (code.isEmpty() ? "" : " (" + code + ")");
    }

    /** A terminal must not obey what a server sends. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
